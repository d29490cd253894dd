package dev.perseat.licensing.engine;

/**
 * Bases of which the outcome is known without settling. Of <em>easy</em> ones everything is accepted. Of those that only
 * <em>seats decide</em>, all bundles go together and none has an open clause; so each is accepted if it is incumbent, or
 * if of each of its SKUs a seat is free or held.
 */
final class SimpleBases {
    private static final byte EASY = 1;
    private static final byte NOT_EASY = 2;

    private final Ledger ledger;
    private final Seats seats;
    private final boolean together;

    /** Of each grant whether all that it gives is accepted whatever else there is, as far as known. */
    private byte[] easyGrants = {};

    private final IntBuffer accepted = new IntBuffer();

    /** The entry of the holding that is looked at next. */
    private int entry;

    SimpleBases(Ledger ledger, Seats seats) {
        this.ledger = ledger;
        this.seats = seats;
        together = ledger.bundles.together;
    }

    /** Makes room for what is remembered of grants, so that several threads may ask. */
    void makeRoom() {
        if (easyGrants.length < ledger.bundles.grantCount()) {
            easyGrants = new byte[ledger.bundles.grantCount()];
        }
    }

    /**
     * Returns whether a base gets all that it is given, whatever its users hold and whichever seats are left: all bundles
     * are {@linkplain Bundle#plain plain}, and of their SKUs a seat is always free for who lacks it. Retaining is for the
     * sake of clauses, and plain bundles have none; so what is held beside is dropped. May be asked by several threads.
     */
    boolean isEasy(int base) {
        int directList = ledger.bases.directList(base);
        int direct = ledger.bundles.directCount(directList);
        for (int k = 0; k < direct; k++) {
            if (!ledger.bases.hasOwnLocation(base) || !isEasy(ledger.bundles.direct(directList, k))) {
                return false;
            }
        }
        int grantSet = ledger.bases.grantSet(base);
        for (int k = 0; k < ledger.grantSets.length(grantSet); k++) {
            if (!isEasyGrant(ledger.grantSets.get(grantSet, k))) {
                return false;
            }
        }
        return true;
    }

    private boolean isEasyGrant(int number) {
        if (easyGrants[number] == 0) {
            boolean easy = true;
            for (Bundle bundle : ledger.bundles.grant(number).bundles) {
                easy &= isEasy(bundle);
            }
            easyGrants[number] = easy ? EASY : NOT_EASY;
        }
        return easyGrants[number] == EASY;
    }

    private boolean isEasy(Bundle bundle) {
        for (int sku : bundle.skus) {
            if (seats.isWatched(sku) || !seats.free[sku]) {
                return false;
            }
        }
        return bundle.plain;
    }

    /**
     * Returns what the users of a profile hold from now on, if only seats decide about its base.
     *
     * <p>Why that is what settling comes to: no bundle is prohibited, needs an address that is shared, or excludes
     * another, as all of them are accepted together where all are held. Without an open clause nothing is retained and
     * nothing is thrown out. The seats left do not change while one user is settled, so the order does not matter.
     */
    int settle(int profile) {
        int full = ledger.fullHolding(ledger.base(profile));
        int held = ledger.holding(profile);
        HoldingSets sets = ledger.holdingSets;
        accepted.clear();
        entry = 0;
        int count = sets.entryCount(full);
        for (int i = 0, end; i < count; i = end) {
            end = endOfBundle(full, i, count);
            if (isAccepted(full, i, end, held)) {
                for (int k = i; k < end; k++) {
                    accepted.add(sets.entry(full, k));
                }
            }
        }
        return accepted.size == count ? full : sets.add(accepted);
    }

    private int endOfBundle(int full, int start, int count) {
        int source = ledger.holdingSets.source(full, start);
        int end = start + 1;
        while (together && source != Sources.DIRECT && end < count && ledger.holdingSets.source(full, end) == source) {
            end++;
        }
        return end;
    }

    private boolean isAccepted(int full, int from, int to, int held) {
        HoldingSets sets = ledger.holdingSets;
        boolean incumbent = true;
        boolean seated = true;
        for (int k = from; k < to; k++) {
            int sku = sets.sku(full, k);
            incumbent &= isHeld(held, sets.source(full, k), sku);
            seated &= seats.free[sku] || sets.skuSets().contains(sets.skuSet(held), sku);
        }
        return incumbent || seated;
    }

    /** Returns whether a SKU is held from a source; to be asked in their order. */
    private boolean isHeld(int held, int source, int sku) {
        HoldingSets sets = ledger.holdingSets;
        int entries = sets.entryCount(held);
        while (entry < entries && isBefore(sets.source(held, entry), sets.sku(held, entry), source, sku)) {
            entry++;
        }
        return entry < entries && sets.source(held, entry) == source && sets.sku(held, entry) == sku;
    }

    private boolean isBefore(int source, int sku, int otherSource, int otherSku) {
        return source == otherSource ? sku < otherSku : ledger.sources.isBefore(source, otherSource);
    }
}
