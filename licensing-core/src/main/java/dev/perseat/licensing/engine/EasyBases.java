package dev.perseat.licensing.engine;

/** Finds the <em>easy</em> bases: those of which everything is accepted, whatever their users hold. */
final class EasyBases {
    private static final byte EASY = 1;
    private static final byte NOT_EASY = 2;

    private final Ledger ledger;
    private final Seats seats;

    /** Of each grant whether all that it gives is accepted whatever else there is, as far as known. */
    private byte[] easyGrants = {};

    EasyBases(Ledger ledger, Seats seats) {
        this.ledger = ledger;
        this.seats = seats;
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
}
