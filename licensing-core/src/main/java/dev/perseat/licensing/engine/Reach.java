package dev.perseat.licensing.engine;

/**
 * Whom the changes of one step touch: noted by {@link LiveStep} while it makes them, then worked out for those who have
 * something from the groups that have changed.
 */
final class Reach {
    private final LiveTenant tenant;

    /** Users whose memberships, licences, location or addresses have changed, or what their groups give. */
    final MarkedList users;

    /** Groups whose licences have changed. */
    final MarkedList licensed = new MarkedList();

    /** Groups that have become a member of another group, or are one no more. */
    final MarkedList moved = new MarkedList();

    /** SKUs of which the units have changed. */
    final MarkedList skus = new MarkedList();

    /** The place of the first of those users who are {@linkplain #areAlike alike}. */
    private int firstAlike;

    Reach(LiveTenant tenant) {
        this.tenant = tenant;
        users = tenant.reached;
        users.clear();
    }

    /** Works out what members have from the groups that have changed, and adds them to the users. */
    void close(Journal journal) {
        boolean replacing = moved.size() == 0;
        int touched = users.size();
        for (int group : licensed.toArray()) {
            replacing &= tenant.groups.grantOf(group) != Bundles.NO_GRANT;
            if (tenant.groups.renewGrant(group, journal)) {
                moved.add(group);
            }
        }
        if (moved.size() > 0) {
            tenant.groups.close(moved.toArray(), tenant.inheriting::set, journal);
            addInheriting();
        }
        firstAlike = replacing ? touched : users.size();
    }

    /** Adds the users reached through groups in their order, as what is known of users lies in it. */
    private void addInheriting() {
        BitTree inheriting = tenant.inheriting;
        for (int user = inheriting.next(0); user >= 0; user = inheriting.next(user + 1)) {
            inheriting.clear(user);
            users.add(user);
        }
    }

    /**
     * Returns whether the users from a place on who had the same base before the step have the same one now. That is so
     * if nothing about them has changed but what their groups give in place of what those gave before: whatever groups it
     * is from, each set of grants has become another one. A group that gave nothing shows in no set, so who is in it has
     * the same base as who is not, and another one when it begins to give something.
     */
    boolean areAlike(int place) {
        return place >= firstAlike;
    }
}
