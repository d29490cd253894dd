package dev.perseat.licensing.engine;

/**
 * What a decision depends on, apart from free seats: the licensed groups that have the user as a member, the direct
 * licences, the location, whether an address is shared, and what the user holds. Users with the same profile get the
 * same decision, so it is made once.
 *
 * <p>A profile is a number from 1; 0 is none.
 */
final class Profiles {
    private static final int GROUP_SET = 0;
    private static final int DIRECT_LIST = 1;
    private static final int LOCATION = 2;
    private static final int FLAGS = 3;
    private static final int HOLDING = 4;

    private static final int OWN_LOCATION = 1;
    private static final int SHARED_ADDRESS = 2;

    private final IntTuples tuples = new IntTuples();
    private final int[] key = new int[5];

    /** One more than the highest number of a profile. */
    int end() {
        return tuples.size();
    }

    int add(int groupSet, int directList, int location, boolean ownLocation, boolean sharedAddress, int holding) {
        key[GROUP_SET] = groupSet;
        key[DIRECT_LIST] = directList;
        key[LOCATION] = location;
        key[FLAGS] = (ownLocation ? OWN_LOCATION : 0) | (sharedAddress ? SHARED_ADDRESS : 0);
        key[HOLDING] = holding;
        return tuples.add(key, key.length);
    }

    /** Returns the profile of the same user with other holdings. */
    int withHolding(int profile, int holding) {
        if (holding == holding(profile)) {
            return profile;
        }
        return add(
                groupSet(profile),
                directList(profile),
                location(profile),
                hasOwnLocation(profile),
                sharesAddress(profile),
                holding);
    }

    int groupSet(int profile) {
        return tuples.get(profile, GROUP_SET);
    }

    int directList(int profile) {
        return tuples.get(profile, DIRECT_LIST);
    }

    /** Returns the location that counts for licences from groups. */
    int location(int profile) {
        return tuples.get(profile, LOCATION);
    }

    boolean hasOwnLocation(int profile) {
        return (tuples.get(profile, FLAGS) & OWN_LOCATION) != 0;
    }

    boolean sharesAddress(int profile) {
        return (tuples.get(profile, FLAGS) & SHARED_ADDRESS) != 0;
    }

    int holding(int profile) {
        return tuples.get(profile, HOLDING);
    }
}
