package dev.perseat.benchmarks.live;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.List;

/**
 * Rounds of changes, each of which ends where it began, so that they can be made without end.
 *
 * @param snapshot the tenant before the first
 * @param rounds the rounds; each has as many steps, and a step is a list of changes made at once
 */
public record Rounds(TenantSnapshot snapshot, List<List<List<TenantChange>>> rounds) {
    /** Returns the steps of one round. */
    @SafeVarargs
    static List<List<TenantChange>> round(List<TenantChange>... steps) {
        return List.of(steps);
    }

    /** Returns how many steps a round has. */
    public int length() {
        return rounds.get(0).size();
    }

    /** Returns any step, counted from the first round on; after the last round the first follows. */
    public List<TenantChange> step(int number) {
        return rounds.get(Integer.remainderUnsigned(Integer.divideUnsigned(number, length()), rounds.size()))
                .get(Integer.remainderUnsigned(number, length()));
    }

    /** Returns the first step of any round, which can be made, or previewed, before all others. */
    public List<TenantChange> opening(int number) {
        return rounds.get(Integer.remainderUnsigned(number, rounds.size())).get(0);
    }
}
