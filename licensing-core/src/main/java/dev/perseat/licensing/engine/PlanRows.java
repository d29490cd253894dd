package dev.perseat.licensing.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The plans that users can use, as rows of bits: so that a question about a user and a plan looks at one bit, not at all
 * that the user holds. Users with licences for the same plans share a row. Immutable once made, and safe for several
 * threads.
 *
 * <p>Where users have so little in common that the rows would take more memory than {@value #LONGS_OF_USER} longs for each
 * user, there are none: then what a user holds is looked through.
 */
final class PlanRows {
    private static final int LONGS_OF_USER = 2;

    /** So many longs are never too many. */
    private static final int FEW_LONGS = 1 << 16;

    /** How many longs a row has. */
    private final int width;

    /** Of each holding that somebody has its row, from 1. */
    private final int[] rowOfHolding;

    private long[] rows;

    private PlanRows(int width, int holdings) {
        this.width = width;
        rowOfHolding = new int[holdings];
        rows = new long[2 * width];
    }

    /** Returns the rows for an outcome, or null if they would take too much memory. */
    static @Nullable PlanRows of(Outcome outcome) {
        return of(outcome, Math.max(FEW_LONGS, LONGS_OF_USER * (long) outcome.tenant.snapshot.userCount()));
    }

    /** Returns the rows for an outcome, or null if they would be more longs than {@code limit}. */
    static @Nullable PlanRows of(Outcome outcome, long limit) {
        int width = (outcome.tenant.catalog.planCount + Long.SIZE - 1) / Long.SIZE;
        PlanRows rows = new PlanRows(width, outcome.ledger.holdingSets.size());
        return rows.fill(outcome, limit) ? rows : null;
    }

    private boolean fill(Outcome outcome, long limit) {
        HoldingSets holdings = outcome.ledger.holdingSets;
        IntTuples distinct = new IntTuples();
        IntBuffer planSets = new IntBuffer();
        int users = outcome.tenant.snapshot.userCount();
        for (int user = 0; user < users; user++) {
            int holding = outcome.holdingOf(user);
            if (rowOfHolding[holding] == 0) {
                collect(holdings, holding, outcome.seats.usable, planSets);
                int row = distinct.add(planSets.values, planSets.size) + 1;
                if ((row + 1L) * width > limit) {
                    return false;
                }
                rowOfHolding[holding] = row;
                write(row, holdings.planSets, planSets);
            }
        }
        return true;
    }

    /** Replaces the content of {@code planSets} by the sets of plans of those entries whose SKU is usable. */
    private static void collect(HoldingSets holdings, int holding, boolean[] usable, IntBuffer planSets) {
        planSets.clear();
        for (int entry = 0; entry < holdings.entryCount(holding); entry++) {
            if (usable[holdings.sku(holding, entry)]) {
                planSets.add(holdings.planSet(holding, entry));
            }
        }
        planSets.sortDistinct();
    }

    /** Writes a row; to write it again changes nothing. */
    private void write(int row, IntTuples plansOfSet, IntBuffer planSets) {
        if ((row + 1) * width > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(rows.length + (rows.length >> 1), (row + 1) * width));
        }
        for (int i = 0; i < planSets.size; i++) {
            int set = planSets.values[i];
            for (int k = 0; k < plansOfSet.length(set); k++) {
                int plan = plansOfSet.get(set, k);
                rows[row * width + (plan >>> 6)] |= 1L << plan;
            }
        }
    }

    /** Returns whether somebody with a holding, which some user of the outcome must have, can use a plan. */
    boolean hasPlan(int holding, int plan) {
        return (rows[rowOfHolding[holding] * width + (plan >>> 6)] >>> plan & 1) != 0;
    }
}
