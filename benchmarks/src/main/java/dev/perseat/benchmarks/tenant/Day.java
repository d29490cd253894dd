package dev.perseat.benchmarks.tenant;

/** When to look at a tenant: from one day to the next each group swaps a member, and some change their licences. */
public enum Day {
    /** The day of which users still have their holdings. */
    YESTERDAY,
    /** The day to calculate. */
    TODAY
}
