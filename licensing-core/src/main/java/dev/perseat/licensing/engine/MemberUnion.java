package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;

/**
 * The users who are members of at least one of several groups: a list that is put in order at the end if they are few
 * beside the users of the tenant, else a bit for each user. So the cost follows the members either way.
 */
final class MemberUnion {
    /** To sort one member costs about what it costs to make and read so many words of bits. */
    private static final int WORDS_PER_MEMBER = 16;

    private final boolean isList;
    private final IntBuffer list = new IntBuffer();
    private final IntBits bits;

    /**
     * Makes an empty union.
     *
     * @param users one more than the highest number of a user
     * @param additions how many members will be added, those counted twice who are added twice
     */
    MemberUnion(int users, long additions) {
        isList = additions * WORDS_PER_MEMBER < IntBits.wordsFor(users);
        bits = new IntBits(isList ? 0 : users);
    }

    void add(int user) {
        if (isList) {
            list.add(user);
        } else {
            bits.add(user);
        }
    }

    /** Adds the direct members of a group. */
    void addAll(TenantSnapshot snapshot, int group) {
        if (isList) {
            for (int k = 0; k < snapshot.memberUserCount(group); k++) {
                list.add(snapshot.memberUser(group, k));
            }
        } else {
            mark(snapshot, group, bits.words);
        }
    }

    /** The loop that five million memberships run through; it has nothing in it but what each of them needs. */
    private static void mark(TenantSnapshot snapshot, int group, long[] words) {
        int count = snapshot.memberUserCount(group);
        for (int k = 0; k < count; k++) {
            int user = snapshot.memberUser(group, k);
            words[user >>> 6] |= 1L << user;
        }
    }

    /** Returns how many different users have been added; no more are added afterwards. */
    int count() {
        if (isList) {
            list.sortDistinct();
            return list.size;
        }
        return bits.count();
    }

    /** Returns the users who have been added, each once; no more are added afterwards. */
    int[] ascending() {
        int count = count();
        return isList ? list.toArray() : bits.ascending(count);
    }
}
