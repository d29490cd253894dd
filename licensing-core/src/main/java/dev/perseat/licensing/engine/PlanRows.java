package dev.perseat.licensing.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The plans that users can use, as rows of bits: so that a question about a user and a plan looks at one bit, not at all
 * that the user holds. Users with the same plans share a row. Immutable once made, and safe for several threads.
 *
 * <p>Where users have so little in common that the rows would take more than {@value #INTS_OF_USER} ints for each user,
 * there are none: then what a user holds is looked through.
 */
final class PlanRows {
    private static final int INTS_OF_USER = 8;

    /** So many ints are never too many. */
    private static final int FEW_INTS = 1 << 18;

    /** The rows; all are equally long. */
    private final IntTuples rows = new IntTuples();

    /** Of each holding that somebody has the number of its row. */
    private final int[] rowOfHolding;

    private PlanRows(int holdings) {
        rowOfHolding = new int[holdings];
    }

    /** Returns the rows for an outcome, or null if they would take too much memory. */
    static @Nullable PlanRows of(Outcome outcome) {
        PlanRows rows = new PlanRows(outcome.ledger.holdingSets.size());
        return rows.fill(outcome) ? rows : null;
    }

    private boolean fill(Outcome outcome) {
        int users = outcome.tenant.snapshot.userCount();
        long limit = Math.max(FEW_INTS, (long) INTS_OF_USER * users);
        int[] row = new int[(outcome.tenant.catalog.planCount + Integer.SIZE - 1) / Integer.SIZE];
        for (int user = 0; user < users; user++) {
            int holding = outcome.holdingOf(user);
            if (rowOfHolding[holding] == IntTuples.EMPTY) {
                write(outcome, holding, row);
                rowOfHolding[holding] = rows.add(row);
                if (rows.volume() > limit) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Replaces the content of a row by the plans of those entries of a holding whose SKU is usable. */
    private static void write(Outcome outcome, int holding, int[] row) {
        HoldingSets holdings = outcome.ledger.holdingSets;
        Arrays.fill(row, 0);
        for (int entry = 0; entry < holdings.entryCount(holding); entry++) {
            if (outcome.seats.usable[holdings.sku(holding, entry)]) {
                int planSet = holdings.planSet(holding, entry);
                for (int k = 0; k < holdings.planSets.length(planSet); k++) {
                    int plan = holdings.planSets.get(planSet, k);
                    row[plan >>> 5] |= 1 << plan;
                }
            }
        }
    }

    /** Returns whether somebody with a holding, which some user of the outcome must have, can use a plan. */
    boolean hasPlan(int holding, int plan) {
        return (rows.get(rowOfHolding[holding], plan >>> 5) >>> plan & 1) != 0;
    }
}
