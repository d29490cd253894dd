package dev.perseat.licensing.engine;

import java.util.Comparator;

/**
 * The order of users by id, in numbers. Those of the snapshot are numbered in it; users who come while a calculation is
 * live get higher numbers, and have a place among them.
 */
interface UserOrder extends Comparator<Integer> {
    /** The order of users who are all of the snapshot. */
    UserOrder BY_NUMBER = new UserOrder() {
        @Override
        public int firstLate() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int placeOf(int lateUser) {
            throw new IllegalArgumentException("user " + lateUser + " is of the snapshot");
        }

        @Override
        public int compare(Integer user, Integer other) {
            return Integer.compare(user, other);
        }
    };

    /** Returns whether a user comes before another one. */
    default boolean isBefore(int user, int other) {
        boolean neitherIsLate = user < firstLate() && other < firstLate();
        return neitherIsLate ? user < other : compare(user, other) < 0;
    }

    /** Returns the lowest number that is not of the snapshot. */
    int firstLate();

    /** Returns the first user of the snapshot who comes after a late one. */
    int placeOf(int lateUser);
}
