package dev.perseat.benchmarks.tenant;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.UserId;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Where the ids of those who hold something come from: finding them in a snapshot costs more or less. */
public enum HolderIds {
    /** They are objects of the snapshot, as those of a result of it, or of a snapshot that it was made of. */
    OF_SNAPSHOT,
    /** They have been read from elsewhere; and the same holdings have been calculated from before. */
    FOREIGN,
    /** They have been read from elsewhere, and have never been looked for. */
    NEVER_SEEN;

    /** Returns the same holdings with ids from there: a new object at each call. */
    public Holdings of(Scenario scenario) {
        TenantSnapshot snapshot = scenario.snapshot();
        return withIds(
                scenario.holdings(),
                this == OF_SNAPSHOT
                        ? id -> {
                            int index = snapshot.userIndex(id);
                            return index < 0 ? id : snapshot.userId(index);
                        }
                        : id -> UserId.of(new String(id.value().toCharArray())));
    }

    /** Returns equal holdings for which nothing has been remembered. */
    public static Holdings copy(Holdings holdings) {
        return withIds(holdings, id -> id);
    }

    private static Holdings withIds(Holdings holdings, UnaryOperator<UserId> ids) {
        Holdings.Builder builder = Holdings.builder();
        int[] numbers = IntStream.range(0, holdings.combinationCount())
                .map(number -> builder.combination(holdings.combination(number)))
                .toArray();
        for (int k = 0; k < holdings.userCount(); k++) {
            builder.add(ids.apply(holdings.user(k)), numbers[holdings.combinationOf(k)]);
        }
        return builder.build();
    }
}
