package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.LicenseViolation.Count;
import dev.perseat.licensing.assignment.LicenseViolation.Dependency;
import dev.perseat.licensing.assignment.LicenseViolation.MutuallyExclusive;
import dev.perseat.licensing.assignment.LicenseViolation.Other;
import dev.perseat.licensing.assignment.LicenseViolation.ProhibitedInUsageLocation;
import dev.perseat.licensing.assignment.LicenseViolation.Uniqueness;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes one line of a world, word by word: the inverse of {@link Line} and {@link Phrases}. */
final class Sentence {
    private final StringBuilder text;

    Sentence(String statement) {
        text = new StringBuilder(statement);
    }

    /** Adds a keyword or a number. */
    Sentence word(Object word) {
        text.append(' ').append(word);
        return this;
    }

    /** Adds a word of an enum. */
    Sentence word(Enum<?> constant) {
        return word(Words.of(constant));
    }

    /** Adds an id, in quotes if it needs them. */
    Sentence id(Object id) {
        return word(Words.of(id.toString()));
    }

    /** Adds a text in quotes. */
    Sentence quote(String quoted) {
        return word(Words.quoted(quoted));
    }

    Sentence ids(Collection<?> ids) {
        ids.forEach(this::id);
        return this;
    }

    /** Adds a clause if it says anything. */
    Sentence some(String keyword, Collection<?> ids) {
        return ids.isEmpty() ? this : word(keyword).ids(ids);
    }

    Sentence some(String keyword, boolean said) {
        return said ? word(keyword) : this;
    }

    Sentence some(String keyword, long number) {
        return number == 0 ? this : word(keyword).word(number);
    }

    Sentence source(AssignmentSource source) {
        source.group().ifPresentOrElse(group -> word("group").id(group), () -> word("direct"));
        return this;
    }

    Sentence clause(PlanRequirement clause) {
        return word(clause.anyOf().stream()
                .map(ServicePlanId::value)
                .map(Words::of)
                .collect(Collectors.joining(" or ", "requires ", "")));
    }

    Sentence violation(LicenseViolation violation) {
        if (violation instanceof ProhibitedInUsageLocation it) {
            word("prohibited").id(it.plan()).word("in").id(it.location());
            return some("of-tenant", it.locationOfTenant());
        } else if (violation instanceof MutuallyExclusive it) {
            word("exclusive").id(it.plan()).word("with").id(it.otherPlan());
            word("of").source(it.otherSource()).id(it.otherSku());
            return some("retained", it.otherRetained());
        } else if (violation instanceof Uniqueness it) {
            word("uniqueness").id(it.plan()).word("addresses").id(it.address());
            return word("of").id(it.otherUser());
        } else if (violation instanceof Count it) {
            return word("count").id(it.sku());
        } else if (violation instanceof Dependency it) {
            word("dependency").id(it.plan()).word("of").source(it.source()).id(it.sku());
            return clause(it.requirement());
        } else if (violation instanceof Other it) {
            return word("other").id(it.causedBy());
        }
        return word("location-missing");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
