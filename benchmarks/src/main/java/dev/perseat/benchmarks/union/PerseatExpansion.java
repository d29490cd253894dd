package dev.perseat.benchmarks.union;

import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;

/** The library, by index: the members in order, as an array, and not only their set. */
final class PerseatExpansion implements ExpansionPeer {
    private final CompiledTenant compiled;

    PerseatExpansion(UnionTenant tenant) {
        compiled = DenseAssignmentCalculator.create().compile(tenant.snapshot);
    }

    @Override
    public int members(int group) {
        return compiled.memberIndexes(group).length;
    }

    @Override
    public int groups(int user) {
        return compiled.groupIndexes(user).length;
    }

    @Override
    public boolean belongs(int user, int group) {
        return compiled.isMember(user, group);
    }
}
