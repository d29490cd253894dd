package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * What each user holds now: (user, source, SKU) to the plans enabled. Immutable; users by id, the licences of each by
 * source and SKU.
 *
 * <p>Holdings come from an earlier day, so they may name users, groups, SKUs and plans that no longer exist; a
 * calculation copes with that (section 1 of the law).
 *
 * <p>Users who hold the same share one <em>combination</em>, a list of licences with a number, so a million users who
 * hold the same few combinations cost an id and a number each, and a reader needs to look at each combination only once.
 * Methods that take a position or a number throw {@link IndexOutOfBoundsException} if it is none.
 *
 * @since 0.1
 */
public final class Holdings {
    private static final Holdings EMPTY =
            new Holdings(new UserId[0], new int[0], List.of(), List.of(), new int[1], new int[0]);

    private final UserId[] users;
    private final IdColumn column;
    private final int[] numbers;
    private final List<List<HeldLicense>> combinations;
    private final List<HeldLicense> licenses;

    /** Of each combination where the numbers of its licences begin, and behind the last one where they end. */
    private final int[] starts;

    private final int[] licenseNumbers;

    private Holdings(
            UserId[] users,
            int[] numbers,
            List<List<HeldLicense>> combinations,
            List<HeldLicense> licenses,
            int[] starts,
            int[] licenseNumbers) {
        this.users = users;
        this.numbers = numbers;
        this.combinations = combinations;
        this.licenses = licenses;
        this.starts = starts;
        this.licenseNumbers = licenseNumbers;
        column = new IdColumn(users);
    }

    /** Returns the ids of the users who hold something. */
    IdColumn column() {
        return column;
    }

    /**
     * Returns the holdings of a tenant in which nobody holds anything: calculating from these is calculating from
     * scratch.
     *
     * @return holdings without a user
     */
    public static Holdings empty() {
        return EMPTY;
    }

    /**
     * Begins to collect holdings.
     *
     * @return a builder, not safe for use by several threads
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what one user holds.
     *
     * @param user any user
     * @return the licences by source and SKU; empty if the user holds nothing or is not known; unmodifiable
     */
    public List<HeldLicense> of(UserId user) {
        int k = Arrays.binarySearch(users, user);
        return k < 0 ? List.of() : combinations.get(numbers[k]);
    }

    /**
     * Returns the number of users who hold something.
     *
     * @return the number of users
     */
    public int userCount() {
        return users.length;
    }

    /**
     * Returns one of the users who hold something.
     *
     * @param k which of them, by id, from 0
     * @return the user
     */
    public UserId user(int k) {
        return users[k];
    }

    /**
     * Returns which combination one of the users holds.
     *
     * @param k which of the users, by id, from 0
     * @return the number of the combination; see {@link #combination(int)}
     */
    public int combinationOf(int k) {
        return numbers[k];
    }

    /**
     * Returns how many different combinations there are.
     *
     * @return the number of combinations; their numbers are below it
     */
    public int combinationCount() {
        return combinations.size();
    }

    /**
     * Returns a combination. Somebody holds it, no other is equal to it, and they are numbered in the order of their
     * first users; so equal holdings give the same number to the same combination.
     *
     * @param number the number of the combination
     * @return its licences by source and SKU, always the same object; never empty, unmodifiable
     */
    public List<HeldLicense> combination(int number) {
        return combinations.get(number);
    }

    /**
     * Returns the different licences of all combinations, so that a reader needs to look at each only once.
     *
     * @return the licences, numbered in the order of the first combinations that have them; unmodifiable
     */
    public List<HeldLicense> licenses() {
        return licenses;
    }

    /**
     * Returns how many licences a combination has.
     *
     * @param number the number of the combination
     * @return the number of licences
     */
    public int licenseCount(int number) {
        return starts[number + 1] - starts[number];
    }

    /**
     * Returns which licence one of those of a combination is.
     *
     * @param number the number of the combination
     * @param k which of its licences, by source and SKU, from 0
     * @return the number of the licence, its position in {@link #licenses()}
     */
    public int licenseOf(int number, int k) {
        return licenseNumbers[starts[number] + Objects.checkIndex(k, licenseCount(number))];
    }

    /**
     * Tells each user who holds something, by id, with what is held. Users who hold the same are told the same list
     * object.
     *
     * @param action takes the user and the licences by source and SKU (never empty, unmodifiable); what it throws ends
     *     the walk and reaches the caller
     */
    public void forEach(BiConsumer<? super UserId, ? super List<HeldLicense>> action) {
        for (int k = 0; k < users.length; k++) {
            action.accept(users[k], combinations.get(numbers[k]));
        }
    }

    /** Returns whether the other holdings say the same of the same users. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Holdings that
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(users, that.users)
                && combinations.equals(that.combinations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(users), Arrays.hashCode(numbers), combinations);
    }

    /** Returns all that is held, a line for each user, by id. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Holdings");
        forEach((user, held) -> text.append('\n').append(user).append(": ").append(held));
        return text.toString();
    }

    /**
     * Collects holdings in any order.
     *
     * @since 0.1
     */
    public static final class Builder {
        private UserId[] users = new UserId[16];
        private final IntList numbers = new IntList();
        private final Combinations combinations = new Combinations();

        private Builder() {}

        /**
         * Adds a licence that a user holds, to those added before.
         *
         * @param user the user
         * @param license what the user holds
         * @return this builder
         */
        public Builder add(UserId user, HeldLicense license) {
            return addAll(user, List.of(license));
        }

        /**
         * Adds licences that a user holds, to those added before. Users who hold the same cost least if they are added
         * each once, with the same unmodifiable list by source and SKU, or as {@link #add(UserId, int)} does.
         *
         * @param user the user
         * @param held what the user holds, in any order
         * @return this builder
         */
        public Builder addAll(UserId user, List<HeldLicense> held) {
            return add(user, combination(held));
        }

        /**
         * Takes a combination of licences that any number of users may be said to hold with {@link #add(UserId, int)}.
         * It does not become part of the holdings if nobody does.
         *
         * @param held the licences, in any order; perhaps none
         * @return the number by which this builder knows the combination, the same for the same licences. The holdings
         *     number their combinations on their own
         */
        public int combination(List<HeldLicense> held) {
            return combinations.add(held);
        }

        /**
         * Adds the licences of a combination to those that a user holds. This is the way for many users: nothing is
         * looked up, and least is to be done if they come by id, each once.
         *
         * @param user the user
         * @param combination a number that {@link #combination} gave
         * @return this builder
         * @throws IndexOutOfBoundsException if the number is not from {@code combination}
         */
        public Builder add(UserId user, int combination) {
            Objects.requireNonNull(user, "user");
            if (!combinations.get(combination).isEmpty()) {
                if (numbers.size() == users.length) {
                    users = Arrays.copyOf(users, users.length + (users.length >> 1));
                }
                users[numbers.size()] = user;
                numbers.add(combination);
            }
            return this;
        }

        /**
         * Returns the holdings.
         *
         * @return holdings of all that was added
         * @throws IllegalArgumentException if a user holds the same SKU twice from the same source; the message names
         *     every such case
         */
        public Holdings build() {
            if (numbers.size() == 0) {
                return EMPTY;
            }
            HoldingsArrangement arrangement =
                    new HoldingsArrangement(Arrays.copyOf(users, numbers.size()), numbers.toArray(), combinations);
            return new Holdings(
                    arrangement.users(),
                    arrangement.numbers(),
                    arrangement.combinations(),
                    arrangement.licenses(),
                    arrangement.starts(),
                    arrangement.licenseNumbers());
        }
    }
}
