package dev.perseat.licensing.testkit.generate;

/** Something that chance alone brings about too seldom: a scene was set in a tenant, and a day later it goes on. */
interface Story {
    /** Changes the tenant after the first day. */
    void goOn(TenantDraft draft);

    /** Sets the scene of some story that fits into a tenant just made. */
    static Story begin(TenantDraft draft, Dice dice) {
        if (OrphanedAddOn.fits(draft) && dice.chance(0.6)) {
            return OrphanedAddOn.begin(draft, dice);
        }
        return FreedSeat.fits(draft) ? FreedSeat.begin(draft, dice) : any -> {};
    }
}
