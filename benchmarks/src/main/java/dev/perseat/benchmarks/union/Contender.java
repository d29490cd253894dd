package dev.perseat.benchmarks.union;

import dev.perseat.benchmarks.peer.PerseatPeer;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/** Who takes part in the comparison. All but Perseat do only the union. */
public enum Contender {
    /** Dense arrays, as fast as we can write it: what everybody is measured against. */
    FLOOR(union(tenant -> new FloorPeer(tenant, 1))),
    /** The same in two threads. */
    FLOOR_2_THREADS(union(tenant -> new FloorPeer(tenant, 2))),
    /** The library, with all rules on: it compiles the snapshot and decides. */
    PERSEAT(snapshot -> new PerseatPeer(snapshot, Holdings.empty())::calculate),
    /** The same in two threads. */
    PERSEAT_2_THREADS(snapshot -> new PerseatPeer(
            DenseAssignmentCalculator.create(ForkJoinPool.commonPool(), 2), snapshot, Holdings.empty())::calculate),
    /** Dense arrays, plainly written. */
    CSR(union(CsrPeer::new)),
    /** Compressed bitmaps. */
    ROARING(union(RoaringPeer::new)),
    /** Maps from strings to sets of strings. */
    COLLECTIONS(union(CollectionsPeer::new)),
    /** SQL on H2. */
    H2(union(tenant -> new SqlPeer(tenant, SqlEngine.H2))),
    /** SQL on DuckDB, in as many threads as there are processors; only with the Maven profile {@code duckdb}. */
    DUCKDB(union(tenant -> new SqlPeer(tenant, SqlEngine.DUCKDB)));

    private final Function<TenantSnapshot, UnionPeer> loader;

    Contender(Function<TenantSnapshot, UnionPeer> loader) {
        this.loader = loader;
    }

    private static Function<TenantSnapshot, UnionPeer> union(Function<UnionTenant, UnionPeer> loader) {
        return loader.compose(UnionTenant::new);
    }

    /** Loads a tenant into the form that suits this contender. */
    public UnionPeer load(TenantSnapshot snapshot) {
        return loader.apply(snapshot);
    }

    /** Returns whether this contender can take part: the driver of DuckDB is only there with its Maven profile. */
    public boolean isPresent() {
        return this != DUCKDB || SqlEngine.DUCKDB.isPresent();
    }
}
