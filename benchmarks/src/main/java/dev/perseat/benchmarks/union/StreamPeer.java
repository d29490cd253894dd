package dev.perseat.benchmarks.union;

import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.concurrent.ForkJoinPool;

/** What is made of a directory while it is read. */
public enum StreamPeer {
    /** The ids in one hash map, and the memberships in one array of ints: what everybody is measured against. */
    FLOOR {
        @Override
        public Object read(GeneratedTenant directory) {
            return NumberedStream.of(directory);
        }
    },
    /** Nothing: what making the objects of the stream costs. */
    NOTHING {
        @Override
        public Long read(GeneratedTenant directory) {
            return NumberedStream.count(directory);
        }
    },
    /** The frozen snapshot. */
    SNAPSHOT {
        @Override
        public TenantSnapshot read(GeneratedTenant directory) {
            return directory.snapshotWithPlenty();
        }
    },
    /** The snapshot, compiled and decided in one thread. */
    PERSEAT {
        @Override
        public AssignmentResult read(GeneratedTenant directory) {
            return DenseAssignmentCalculator.create().calculate(directory.snapshotWithPlenty(), Holdings.empty());
        }
    },
    /** The same in two threads; the directory is still read in one. */
    PERSEAT_2_THREADS {
        @Override
        public AssignmentResult read(GeneratedTenant directory) {
            return DenseAssignmentCalculator.create(ForkJoinPool.commonPool(), 2)
                    .calculate(directory.snapshotWithPlenty(), Holdings.empty());
        }
    };

    /** Reads the whole directory, and returns what was made of it. */
    public abstract Object read(GeneratedTenant directory);
}
