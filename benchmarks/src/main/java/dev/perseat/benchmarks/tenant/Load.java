package dev.perseat.benchmarks.tenant;

/** How much there is to decide. */
public enum Load {
    /** Seats for everybody, one country, no plan with a rule: only the union of what each user is given. */
    PLENTY,
    /**
     * Ten of the sixty products have seats for four fifths of those who claim one; plans exclude and require each other;
     * users live in three countries, in two of which some plans are prohibited; and users hold what yesterday's tenant
     * gave them.
     */
    SCARCE
}
