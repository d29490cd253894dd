package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What each user holds now: (user, source, SKU) to the plans enabled. Immutable; users by id, the licences of each by
 * source and SKU.
 *
 * <p>Holdings come from an earlier day, so they may name users, groups, SKUs and plans that no longer exist; a
 * calculation copes with that (section 1 of the law). Users who hold the same share one list, so a million users who
 * hold the same few combinations cost an id and a reference each.
 *
 * @since 0.1
 */
public final class Holdings {
    private static final Holdings EMPTY = new Holdings(new UserId[0], List.of());

    private final UserId[] users;
    private final List<List<HeldLicense>> licenses;

    private Holdings(UserId[] users, List<List<HeldLicense>> licenses) {
        this.users = users;
        this.licenses = licenses;
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
        int index = Arrays.binarySearch(users, user);
        return index < 0 ? List.of() : licenses.get(index);
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
     * Tells each user who holds something, by id, with what is held. Users who hold the same are told the same list
     * object wherever the builder could see it, so that a reader can recognise it at little cost.
     *
     * @param action takes the user and the licences by source and SKU (never empty, unmodifiable); what it throws ends
     *     the walk and reaches the caller
     */
    public void forEach(BiConsumer<? super UserId, ? super List<HeldLicense>> action) {
        for (int i = 0; i < users.length; i++) {
            action.accept(users[i], licenses.get(i));
        }
    }

    /** Returns whether the other holdings say the same of the same users. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Holdings that && Arrays.equals(users, that.users) && licenses.equals(that.licenses);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(users), licenses);
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
        private final List<UserId> users = new ArrayList<>();
        private final List<List<HeldLicense>> licenses = new ArrayList<>();
        private boolean ascending = true;

        private Builder() {}

        /**
         * Adds a licence that a user holds.
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
         * by id, each once, with the same unmodifiable list.
         *
         * @param user the user
         * @param held what the user holds, in any order
         * @return this builder
         */
        public Builder addAll(UserId user, List<HeldLicense> held) {
            if (!held.isEmpty()) {
                int last = users.size() - 1;
                ascending &= last < 0 || users.get(last).compareTo(user) < 0;
                users.add(user);
                licenses.add(List.copyOf(held));
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
            if (users.isEmpty()) {
                return EMPTY;
            }
            if (!ascending) {
                mergeByUser();
            }
            List<String> problems = new ArrayList<>();
            Map<List<HeldLicense>, List<HeldLicense>> equal = new HashMap<>();
            IdentityHashMap<List<HeldLicense>, List<HeldLicense>> shared = new IdentityHashMap<>();
            for (int i = 0; i < users.size(); i++) {
                List<HeldLicense> list = shared.computeIfAbsent(licenses.get(i), held -> {
                    List<HeldLicense> sorted = sorted(held);
                    return equal.computeIfAbsent(sorted, any -> sorted);
                });
                reportRepetitions(users.get(i), list, problems);
                licenses.set(i, list);
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", problems));
            }
            return new Holdings(users.toArray(UserId[]::new), List.copyOf(licenses));
        }

        private void mergeByUser() {
            SortedMap<UserId, List<HeldLicense>> byUser = new TreeMap<>();
            for (int i = 0; i < users.size(); i++) {
                byUser.computeIfAbsent(users.get(i), any -> new ArrayList<>()).addAll(licenses.get(i));
            }
            users.clear();
            licenses.clear();
            users.addAll(byUser.keySet());
            licenses.addAll(byUser.values());
        }

        private static List<HeldLicense> sorted(List<HeldLicense> held) {
            return held.stream().sorted().toList();
        }

        private static void reportRepetitions(UserId user, List<HeldLicense> sorted, List<String> problems) {
            for (int i = 1; i < sorted.size(); i++) {
                if (sorted.get(i - 1).compareTo(sorted.get(i)) == 0) {
                    HeldLicense twice = sorted.get(i);
                    problems.add("user '" + user + "' holds SKU '" + twice.skuId() + "' twice from source "
                            + twice.source());
                }
            }
        }
    }
}
