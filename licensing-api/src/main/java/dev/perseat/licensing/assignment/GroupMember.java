package dev.perseat.licensing.assignment;

import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A member of a group, with what goes wrong between the two.
 *
 * @param userId the member
 * @param errors the kinds of the violations that the member has from this group, as {@link GroupSummary#errors()} counts
 *     them: those of retained licences are among them, {@link Kind#OTHER} is not, since it goes back to a violation that
 *     is. In the order of the kinds; unmodifiable, and one object for all members with the same kinds
 * @since 0.1
 */
public record GroupMember(UserId userId, Set<Kind> errors) {
    /** Each set that there can be: a group of a million members has a million records, and a handful of sets. */
    private static final Map<Set<Kind>, Set<Kind>> SETS = allSets();

    /**
     * Takes the kinds in any order.
     *
     * @param userId the member
     * @param errors the kinds of the violations from this group
     * @throws IllegalArgumentException if {@link Kind#OTHER} is among them
     */
    public GroupMember {
        Objects.requireNonNull(userId, "userId");
        Set<Kind> known = SETS.get(errors);
        if (known == null) {
            throw new IllegalArgumentException(
                    "user '" + userId + "' has kind OTHER. Maybe the violation that it goes back to is meant");
        }
        errors = known;
    }

    private static Map<Set<Kind>, Set<Kind>> allSets() {
        List<Set<Kind>> sets = new ArrayList<>(List.of(EnumSet.noneOf(Kind.class)));
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.OTHER))) {
            for (Set<Kind> without : List.copyOf(sets)) {
                Set<Kind> with = EnumSet.of(kind);
                with.addAll(without);
                sets.add(with);
            }
        }
        Map<Set<Kind>, Set<Kind>> byContent = new HashMap<>();
        sets.forEach(set -> byContent.put(set, Collections.unmodifiableSet(set)));
        return Map.copyOf(byContent);
    }
}
