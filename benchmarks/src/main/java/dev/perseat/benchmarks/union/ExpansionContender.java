package dev.perseat.benchmarks.union;

import java.util.function.Function;

/** Who takes part in the expansion of large groups. */
public enum ExpansionContender {
    /** Dense arrays, as fast as we can write it: what everybody is measured against. */
    FLOOR(FloorExpansion::new),
    /** The library, by index. */
    PERSEAT(PerseatExpansion::new),
    /** Compressed bitmaps. */
    ROARING(RoaringExpansion::new),
    /** Maps from strings to sets of strings. */
    COLLECTIONS(CollectionsExpansion::new),
    /** SQL on H2, with indexes. */
    H2(tenant -> new SqlExpansion(tenant, SqlEngine.H2)),
    /** SQL on DuckDB, which needs no indexes; only with the Maven profile {@code duckdb}. */
    DUCKDB(tenant -> new SqlExpansion(tenant, SqlEngine.DUCKDB));

    private final Function<UnionTenant, ExpansionPeer> loader;

    ExpansionContender(Function<UnionTenant, ExpansionPeer> loader) {
        this.loader = loader;
    }

    /** Loads a tenant into the form that suits this contender. */
    public ExpansionPeer load(UnionTenant tenant) {
        return loader.apply(tenant);
    }

    /** Returns whether this contender can take part: the driver of DuckDB is only there with its Maven profile. */
    public boolean isPresent() {
        return this != DUCKDB || SqlEngine.DUCKDB.isPresent();
    }
}
