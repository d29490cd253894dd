package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Subscription;
import org.jspecify.annotations.Nullable;

/** The seats of each SKU: what is bought, and what is taken at a moment of a calculation. */
final class Seats {
    final long[] bought;

    /** Of each SKU whether its status lets anybody take a seat. */
    final boolean[] usable;

    final long[] taken;

    /** Of each SKU whether a user who lacks it would find a seat. */
    final boolean[] free;

    /** Of each SKU whether its free seats are watched; of others {@link #free} stays as it is. */
    private final boolean[] watched;

    /** How often a watched SKU has got or lost its last free seat; tells whether something remembered still holds. */
    private int flips;

    /** The SKUs that did, each once. */
    final IntBuffer flipped = new IntBuffer();

    private final boolean[] hasFlipped;

    Seats(TenantSnapshot snapshot) {
        int skus = snapshot.skus().size();
        bought = new long[skus];
        usable = new boolean[skus];
        taken = new long[skus];
        free = new boolean[skus];
        watched = new boolean[skus];
        hasFlipped = new boolean[skus];
        for (int sku = 0; sku < skus; sku++) {
            set(sku, snapshot.subscription(snapshot.skus().get(sku).id()).orElse(null));
        }
    }

    private Seats(Seats other) {
        bought = other.bought.clone();
        usable = other.usable.clone();
        taken = other.taken.clone();
        free = other.free.clone();
        watched = other.watched.clone();
        hasFlipped = new boolean[free.length];
    }

    /** Returns seats that are like these now and stay so. */
    Seats copy() {
        return new Seats(this);
    }

    void set(int sku, @Nullable Subscription subscription) {
        bought[sku] = subscription == null ? 0 : subscription.prepaidUnits().seats();
        usable[sku] = subscription == null || subscription.capabilityStatus().isUsable();
    }

    /** Makes everything bought and taken what it was; seats must be watched alike. */
    void restore(Seats before) {
        int skus = free.length;
        System.arraycopy(before.bought, 0, bought, 0, skus);
        System.arraycopy(before.usable, 0, usable, 0, skus);
        System.arraycopy(before.taken, 0, taken, 0, skus);
        System.arraycopy(before.free, 0, free, 0, skus);
        flips++; // what is remembered of the seats as they were in between holds no longer
        clearFlipped();
    }

    boolean isWatched(int sku) {
        return watched[sku];
    }

    /** Begins to watch the free seats of a SKU. */
    void watch(int sku) {
        watched[sku] = true;
        free[sku] = isLeft(sku);
    }

    /** Says once and for all whether who lacks a SKU finds a seat. */
    void settle(int sku, boolean isFree) {
        free[sku] = isFree;
    }

    int flips() {
        return flips;
    }

    /** Takes or gives back seats. */
    void take(int sku, long seats) {
        taken[sku] += seats;
        update(sku);
    }

    /** Notes whether a seat is left now, if the SKU is watched. */
    void update(int sku) {
        if (watched[sku] && free[sku] != isLeft(sku)) {
            free[sku] = !free[sku];
            flips++;
            if (!hasFlipped[sku]) {
                hasFlipped[sku] = true;
                flipped.add(sku);
            }
        }
    }

    /** Forgets which SKUs have flipped. */
    void clearFlipped() {
        for (int i = 0; i < flipped.size; i++) {
            hasFlipped[flipped.values[i]] = false;
        }
        flipped.clear();
    }

    /** Returns whether the SKU can ever be got by who lacks it. */
    boolean isEverFree(int sku) {
        return usable[sku] && bought[sku] > 0;
    }

    private boolean isLeft(int sku) {
        return usable[sku] && taken[sku] < bought[sku];
    }

    long available(int sku) {
        return usable[sku] ? Math.max(0, bought[sku] - taken[sku]) : 0;
    }
}
