package dev.perseat.benchmarks.union;

import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.function.Function;

/** Who takes part when users join and leave groups. */
public enum JoinContender {
    /** Dense arrays that know only the union: what everybody is measured against. */
    FLOOR(snapshot -> new FloorLive(new UnionTenant(snapshot))),
    /** The live calculation of the library, with all rules on. */
    PERSEAT(PerseatLive::new);

    private final Function<TenantSnapshot, JoinPeer> loader;

    JoinContender(Function<TenantSnapshot, JoinPeer> loader) {
        this.loader = loader;
    }

    /** Loads a tenant into the form that suits this contender. */
    public JoinPeer load(TenantSnapshot snapshot) {
        return loader.apply(snapshot);
    }
}
