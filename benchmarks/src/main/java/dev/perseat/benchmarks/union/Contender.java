package dev.perseat.benchmarks.union;

import dev.perseat.benchmarks.peer.PerseatPeer;
import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.function.Function;

/** Who takes part in the comparison. All but Perseat do only the union. */
public enum Contender {
    /** Dense arrays, as fast as we can write it: what everybody is measured against. */
    FLOOR(union(tenant -> new FloorPeer(tenant, 1))),
    /** The same in two threads. */
    FLOOR_2_THREADS(union(tenant -> new FloorPeer(tenant, 2))),
    /** The library, with all rules on, from a compiled tenant. */
    PERSEAT(perseat(PerseatPeer::compiled, PerseatPeer.oneThread())),
    /** The same in two threads. */
    PERSEAT_2_THREADS(perseat(PerseatPeer::compiled, PerseatPeer.twoThreads())),
    /** The library, with all rules on, from a snapshot: it compiles the tenant and decides. */
    PERSEAT_WITH_COMPILE(perseat(PerseatPeer::withCompile, PerseatPeer.oneThread())),
    /** The same in two threads. */
    PERSEAT_WITH_COMPILE_2_THREADS(perseat(PerseatPeer::withCompile, PerseatPeer.twoThreads())),
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

    /** A way to make the library a peer. */
    private interface Form {
        PerseatPeer load(AssignmentCalculator calculator, TenantSnapshot snapshot, Holdings holdings);
    }

    private static Function<TenantSnapshot, UnionPeer> perseat(Form form, AssignmentCalculator calculator) {
        return snapshot -> form.load(calculator, snapshot, Holdings.empty())::calculate;
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
