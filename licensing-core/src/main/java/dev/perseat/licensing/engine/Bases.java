package dev.perseat.licensing.engine;

/**
 * What a decision depends on, apart from holdings and free seats: the grants of the groups that have the user as a
 * member, the direct licences, the location, and whether an address is shared. Users who have that in common have the
 * same base, which is a number from 1; 0 is none.
 */
final class Bases {
    private static final int GRANT_SET = 0;
    private static final int DIRECT_LIST = 1;
    private static final int LOCATION = 2;
    private static final int FLAGS = 3;
    private static final int WIDTH = 4;

    private static final int OWN_LOCATION = 1;
    private static final int SHARED_ADDRESS = 2;

    private final IntTuples tuples;
    private final int[] key = new int[WIDTH];

    /** The base found last: many users who follow each other have the same. */
    private int last;

    Bases() {
        this(new IntTuples());
    }

    private Bases(IntTuples tuples) {
        this.tuples = tuples;
    }

    Bases copy() {
        return new Bases(tuples.copy());
    }

    /** Gives back the room for more bases. */
    void trim() {
        tuples.trim();
    }

    /** One more than the highest number of a base. */
    int end() {
        return tuples.size();
    }

    int add(int grantSet, int directList, int location, boolean ownLocation, boolean sharesAddress) {
        int flags = (ownLocation ? OWN_LOCATION : 0) | (sharesAddress ? SHARED_ADDRESS : 0);
        if (last == 0 || !isLast(grantSet, directList, location, flags)) {
            key[GRANT_SET] = grantSet;
            key[DIRECT_LIST] = directList;
            key[LOCATION] = location;
            key[FLAGS] = flags;
            last = tuples.add(key, key.length);
        }
        return last;
    }

    private boolean isLast(int grantSet, int directList, int location, int flags) {
        return key[GRANT_SET] == grantSet
                && key[DIRECT_LIST] == directList
                && key[LOCATION] == location
                && key[FLAGS] == flags;
    }

    int grantSet(int base) {
        return tuples.getOfEqualLength(base, GRANT_SET, WIDTH);
    }

    int directList(int base) {
        return tuples.getOfEqualLength(base, DIRECT_LIST, WIDTH);
    }

    /** Returns the location that counts for licences from groups. */
    int location(int base) {
        return tuples.getOfEqualLength(base, LOCATION, WIDTH);
    }

    boolean hasOwnLocation(int base) {
        return (tuples.getOfEqualLength(base, FLAGS, WIDTH) & OWN_LOCATION) != 0;
    }

    boolean sharesAddress(int base) {
        return (tuples.getOfEqualLength(base, FLAGS, WIDTH) & SHARED_ADDRESS) != 0;
    }
}
