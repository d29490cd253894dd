package dev.perseat.licensing.engine;

/** What {@link Reconciliation} ends with. */
final class Outcome {
    final CompiledTenant tenant;

    /** Of each user the final profile. */
    final int[] profileOf;

    /** Of each SKU the seats taken. */
    final long[] taken;

    /** Of each SKU whether a seat is free for a user who lacks it. */
    final boolean[] free;

    final Verdicts verdicts;

    Outcome(CompiledTenant tenant, int[] profileOf, long[] taken, boolean[] free, Verdicts verdicts) {
        this.tenant = tenant;
        this.profileOf = profileOf;
        this.taken = taken;
        this.free = free;
        this.verdicts = verdicts;
    }

    int holdingOf(int user) {
        return tenant.profiles.holding(profileOf[user]);
    }
}
