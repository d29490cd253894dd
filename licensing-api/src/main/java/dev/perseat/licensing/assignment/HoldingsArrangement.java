package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What was said of users in any order, as holdings have it: users by id, each once, and combinations in the order of
 * their first users.
 */
final class HoldingsArrangement {
    private UserId[] users;
    private int[] numbers;
    private final List<List<HeldLicense>> held = new ArrayList<>();
    private final IntList starts = new IntList();
    private final IntList licenseNumbers = new IntList();
    private final List<HeldLicense> licenses = new ArrayList<>();

    /**
     * Arranges.
     *
     * @param users who holds something, perhaps several times
     * @param numbers for each of {@code users} the number of a combination
     * @throws IllegalArgumentException if a user holds the same SKU twice from the same source
     */
    HoldingsArrangement(UserId[] users, int[] numbers, Combinations combinations) {
        this.users = users;
        this.numbers = numbers;
        if (!isAscending()) {
            sort();
            mergeByUser(combinations);
        }
        renumber(combinations);
        rejectRepetitions();
    }

    UserId[] users() {
        return users;
    }

    int[] numbers() {
        return numbers;
    }

    List<List<HeldLicense>> combinations() {
        return List.copyOf(held);
    }

    List<HeldLicense> licenses() {
        return List.copyOf(licenses);
    }

    /** Returns where the licences of each combination begin in {@link #licenseNumbers}, and where those of the last end. */
    int[] starts() {
        return starts.toArray();
    }

    /** Returns the numbers of the licences of all combinations, one after the other. */
    int[] licenseNumbers() {
        return licenseNumbers.toArray();
    }

    private boolean isAscending() {
        for (int i = 1; i < users.length; i++) {
            if (users[i - 1].compareTo(users[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void sort() {
        int[] order = new int[users.length];
        Arrays.setAll(order, i -> i);
        IdOrder.sort(order, Arrays.stream(users).map(UserId::value).toArray(String[]::new));
        users = Arrays.stream(order).mapToObj(i -> users[i]).toArray(UserId[]::new);
        numbers = Arrays.stream(order).map(i -> numbers[i]).toArray();
    }

    private void mergeByUser(Combinations combinations) {
        int size = 0;
        for (int i = 0, next; i < users.length; i = next) {
            next = i + 1;
            while (next < users.length && users[next].equals(users[i])) {
                next++;
            }
            users[size] = users[i];
            numbers[size++] = next == i + 1 ? numbers[i] : combinations.add(union(i, next, combinations));
        }
        users = Arrays.copyOf(users, size);
        numbers = Arrays.copyOf(numbers, size);
    }

    private List<HeldLicense> union(int low, int high, Combinations combinations) {
        List<HeldLicense> all = new ArrayList<>();
        for (int i = low; i < high; i++) {
            all.addAll(combinations.get(numbers[i]));
        }
        return all;
    }

    private void renumber(Combinations combinations) {
        int[] renumbered = new int[combinations.size()];
        int[] renumberedLicenses = new int[combinations.licenseCount()];
        for (int i = 0; i < numbers.length; i++) {
            int number = numbers[i];
            if (renumbered[number] == 0) {
                held.add(combinations.get(number));
                addLicenses(number, combinations, renumberedLicenses);
                renumbered[number] = held.size();
            }
            numbers[i] = renumbered[number] - 1;
        }
        starts.add(licenseNumbers.size());
    }

    /** Adds the numbers of the licences of a combination, giving the next ones to licences that have none. */
    private void addLicenses(int combination, Combinations combinations, int[] renumbered) {
        starts.add(licenseNumbers.size());
        for (int license : combinations.licensesOf(combination)) {
            if (renumbered[license] == 0) {
                licenses.add(combinations.license(license));
                renumbered[license] = licenses.size();
            }
            licenseNumbers.add(renumbered[license] - 1);
        }
    }

    private void rejectRepetitions() {
        List<List<HeldLicense>> repeated =
                held.stream().map(HoldingsArrangement::repeated).toList();
        if (repeated.stream().allMatch(List::isEmpty)) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < users.length; i++) {
            for (HeldLicense twice : repeated.get(numbers[i])) {
                problems.add("user '" + users[i] + "' holds SKU '" + twice.skuId() + "' twice from source "
                        + twice.source());
            }
        }
        throw new IllegalArgumentException(String.join("; ", problems));
    }

    private static List<HeldLicense> repeated(List<HeldLicense> sorted) {
        List<HeldLicense> repeated = new ArrayList<>(0);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).compareTo(sorted.get(i)) == 0) {
                repeated.add(sorted.get(i));
            }
        }
        return repeated;
    }
}
