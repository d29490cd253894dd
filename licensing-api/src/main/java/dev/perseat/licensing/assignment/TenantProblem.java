package dev.perseat.licensing.assignment;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong with the input (section 1 of the law). Ordered by kind, then message.
 *
 * @param kind what sort of problem it is
 * @param message one sentence that names the thing and what is wrong with it, by ids
 * @param ids the ids concerned, the thing at fault first; unmodifiable
 * @since 0.1
 */
public record TenantProblem(Kind kind, String message, List<String> ids) implements Comparable<TenantProblem> {
    private static final Comparator<TenantProblem> BY_KIND_AND_MESSAGE =
            Comparator.comparing(TenantProblem::kind).thenComparing(TenantProblem::message);

    /**
     * The sorts of problems.
     *
     * @since 0.1
     */
    public enum Kind {
        /** A value that cannot be read at all: an empty id, an unknown word. Found by adapters. */
        MALFORMED_VALUE,
        /** An id used twice within its kind, or a SKU licensed twice to the same user or group. */
        DUPLICATE_ID,
        /** A reference to a SKU, plan, user or group that is not there. */
        UNKNOWN_REFERENCE,
        /** A disabled plan that the SKU does not have. */
        PLAN_NOT_IN_SKU,
        /** A country code that is not ISO 3166-1 alpha-2. Found by adapters; the model does not let it in. */
        INVALID_COUNTRY,
        /** Negative units. Found by adapters; the model does not let them in. */
        NEGATIVE_UNITS,
        /** A licence for a SKU that applies to the company. */
        COMPANY_SKU_LICENSED,
        /** A plan that requires itself or excludes itself. */
        SELF_REFERENCE,
        /** Plans that require each other in a cycle. */
        REQUIREMENT_CYCLE
    }

    /**
     * Copies the ids.
     *
     * @param kind what sort of problem it is
     * @param message one sentence
     * @param ids the ids concerned
     */
    public TenantProblem {
        ids = List.copyOf(ids);
    }

    /** By kind, then message. */
    @Override
    public int compareTo(TenantProblem other) {
        return BY_KIND_AND_MESSAGE.compare(this, other);
    }

    /** Returns the message. */
    @Override
    public String toString() {
        return message;
    }
}
