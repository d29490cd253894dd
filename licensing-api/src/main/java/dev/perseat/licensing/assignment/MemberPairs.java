package dev.perseat.licensing.assignment;

/**
 * The members of one kind, users or groups, that groups were said to have: pairs of numbers. The ids of members wait
 * until there are enough of them to be looked up together.
 */
final class MemberPairs {
    private static final int BATCH = 2048;

    private final IdIndex members;
    private final IntList groupNumbers = new IntList();
    private final IntList memberNumbers = new IntList();
    private final String[] waiting = new String[BATCH];
    private int waitingCount;

    MemberPairs(IdIndex members) {
        this.members = members;
    }

    void add(int group, String member) {
        groupNumbers.add(group);
        waiting[waitingCount++] = member;
        if (waitingCount == BATCH) {
            lookUp();
        }
    }

    /** Adds a pair of which both numbers are known. */
    void add(int group, int member) {
        lookUp();
        groupNumbers.add(group);
        memberNumbers.add(member);
    }

    /** Numbers the members that wait for it; until then the methods below do not see them. */
    void lookUp() {
        if (waitingCount > 0) {
            members.addAll(waiting, waitingCount, memberNumbers);
            waitingCount = 0;
        }
    }

    int size() {
        return memberNumbers.size();
    }

    int group(int pair) {
        return groupNumbers.get(pair);
    }

    int member(int pair) {
        return memberNumbers.get(pair);
    }

    /** Returns the groups of each member, both by their new numbers. */
    Incidence groupsOfMembers(int[] newMember, int[] newGroup) {
        return Incidence.of(memberNumbers, newMember, groupNumbers, newGroup);
    }

    /** Returns the members of each group, both by their new numbers. */
    Incidence membersOfGroups(int[] newMember, int[] newGroup) {
        return Incidence.of(groupNumbers, newGroup, memberNumbers, newMember);
    }
}
