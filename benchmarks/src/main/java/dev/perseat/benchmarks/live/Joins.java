package dev.perseat.benchmarks.live;

import dev.perseat.licensing.assignment.TenantSnapshot;

/**
 * Users who can join a group; by index in the snapshot.
 *
 * @param group a group below others that bring products with enough seats
 * @param users some users who are not in it
 */
public record Joins(int group, int[] users) {
    private static final int USERS = 1 << 14;

    /** Finds the group and the users. */
    public static Joins in(TenantSnapshot snapshot) {
        Targets targets = new Targets(snapshot);
        int group = targets.nested(false);
        return new Joins(group, targets.strangersOf(group, USERS));
    }

    /** Returns any of the users, who begin anew after the last. */
    public int user(int number) {
        return users[Integer.remainderUnsigned(number, users.length)];
    }
}
