package dev.perseat.licensing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the users of one profile are given and what they hold, put side by side: which bundles are incumbent (section 5.1
 * of the law), and which holdings nobody requests any more. One object opens one profile after the other and keeps its
 * working memory; it is used by one thread at a time.
 *
 * <p>Bundles are named by their position in the order of section 4, holdings by their entry in the holding set of the
 * profile.
 */
final class Claims {
    /** The bundles requested, in the order of section 4. */
    final List<Bundle> bundles = new ArrayList<>();

    private final Ledger ledger;
    private final HoldingSets holdingSets;
    private int base;
    private int holding;
    private int entries;
    private boolean[] incumbent = {};
    private boolean[] requested = {};

    /** The order in which bundles are looked at: incumbents first. */
    private int[] order = {};

    private final Marks heldSkus;
    private final Marks requestedSkus;

    Claims(Ledger ledger) {
        this.ledger = ledger;
        holdingSets = ledger.holdingSets;
        heldSkus = new Marks(ledger.catalog.skuCount);
        requestedSkus = new Marks(ledger.catalog.skuCount);
    }

    void open(int newProfile) {
        base = ledger.base(newProfile);
        holding = ledger.holding(newProfile);
        entries = holdingSets.entryCount(holding);
        ledger.requests(base, bundles);
        makeRoom();
        matchHoldings();
        putIncumbentsFirst();
    }

    private void makeRoom() {
        if (bundles.size() > order.length) {
            int length = Math.max(bundles.size(), 2 * order.length);
            order = new int[length];
            incumbent = new boolean[length];
        }
        if (entries > requested.length) {
            requested = new boolean[Math.max(entries, 2 * requested.length)];
        }
    }

    /** Walks through requests and holdings side by side, both by source and SKU, to find what is both. */
    private void matchHoldings() {
        Arrays.fill(requested, 0, entries, false);
        heldSkus.clear();
        for (int entry = 0; entry < entries; entry++) {
            heldSkus.set(sku(entry));
        }
        int entry = 0;
        for (int b = 0; b < bundles.size(); b++) {
            Bundle bundle = bundles.get(b);
            int held = 0;
            for (int sku : bundle.skus) {
                while (entry < entries && isBefore(entry, bundle.source, sku)) {
                    entry++;
                }
                if (entry < entries && source(entry) == bundle.source && sku(entry) == sku) {
                    requested[entry++] = true;
                    held++;
                }
            }
            incumbent[b] = held == bundle.skus.length;
        }
    }

    private void putIncumbentsFirst() {
        int next = 0;
        for (int b = 0; b < bundles.size(); b++) {
            if (incumbent[b]) {
                order[next++] = b;
            }
        }
        for (int b = 0; b < bundles.size(); b++) {
            if (!incumbent[b]) {
                order[next++] = b;
            }
        }
    }

    int base() {
        return base;
    }

    int holding() {
        return holding;
    }

    Bundle bundle(int b) {
        return bundles.get(b);
    }

    boolean isIncumbent(int b) {
        return incumbent[b];
    }

    /** Returns the bundle that is looked at in the i-th place. */
    int inOrder(int i) {
        return order[i];
    }

    int entryCount() {
        return entries;
    }

    int source(int entry) {
        return holdingSets.source(holding, entry);
    }

    int sku(int entry) {
        return holdingSets.sku(holding, entry);
    }

    int planSet(int entry) {
        return holdingSets.planSet(holding, entry);
    }

    boolean holds(int sku) {
        return heldSkus.get(sku);
    }

    /** Returns whether an entry can be retained at all: it is from a group, and not requested from there any more. */
    boolean isAbandoned(int entry) {
        return !requested[entry] && source(entry) != Sources.DIRECT;
    }

    /** Returns whether an entry comes before a SKU of a source. */
    boolean isBefore(int entry, int source, int sku) {
        int own = source(entry);
        return own == source ? sku(entry) < sku : ledger.sources.isBefore(own, source);
    }

    /** Replaces the content of {@code left} by the entries that section 6.1 of the law leaves. */
    void release(IntBuffer left) {
        requestedSkus.clear();
        for (Bundle bundle : bundles) {
            for (int sku : bundle.skus) {
                requestedSkus.set(sku);
            }
        }
        left.clear();
        for (int entry = 0; entry < entries; entry++) {
            if (requestedSkus.get(sku(entry)) || mayBeNeeded(entry)) {
                addTo(left, entry);
            }
        }
    }

    private boolean mayBeNeeded(int entry) {
        if (source(entry) == Sources.DIRECT) {
            return false;
        }
        int planSet = planSet(entry);
        for (int i = 0; i < bundles.size() && incumbent[order[i]]; i++) {
            if (holdingSets.planSets.intersect(planSet, bundle(order[i]).requiredPlans)) {
                return true;
            }
        }
        return false;
    }

    void addTo(IntBuffer target, int entry) {
        target.add(holdingSets.entry(holding, entry));
    }
}
