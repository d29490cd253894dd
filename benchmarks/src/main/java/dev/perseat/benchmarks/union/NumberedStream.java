package dev.perseat.benchmarks.union;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The least that can be kept of a directory: a number for each id, and each membership as two of them. */
final class NumberedStream {
    private final Map<String, Integer> numberOf = new HashMap<>();
    private int[] memberships = new int[1 << 10];
    private int size;

    static NumberedStream of(Directory directory) {
        NumberedStream read = new NumberedStream();
        try (Stream<?> users =
                        directory.users().map(user -> read.number(user.id().value()));
                Stream<?> groups =
                        directory.groups().map(group -> read.number(group.id().value()));
                Stream<Membership> memberships = directory.memberships()) {
            users.forEachOrdered(number -> {});
            groups.forEachOrdered(number -> {});
            memberships.forEachOrdered(read::add);
        }
        return read;
    }

    /** Reads everything, and keeps nothing but how much it was. */
    static long count(Directory directory) {
        try (Stream<?> users = directory.users();
                Stream<?> groups = directory.groups();
                Stream<?> memberships = directory.memberships()) {
            return Stream.of(users, groups, memberships)
                    .mapToLong(stream -> stream.filter(Objects::nonNull).count())
                    .sum();
        }
    }

    private int number(String id) {
        Integer next = numberOf.size();
        Integer known = numberOf.putIfAbsent(id, next);
        return known == null ? next : known;
    }

    private void add(Membership membership) {
        if (size == memberships.length) {
            memberships = Arrays.copyOf(memberships, 2 * size);
        }
        memberships[size++] = number(membership.groupId().value());
        memberships[size++] = number(
                membership instanceof Membership.OfUser user
                        ? user.member().value()
                        : ((Membership.OfGroup) membership).member().value());
    }

    int ids() {
        return numberOf.size();
    }

    int memberships() {
        return size / 2;
    }
}
