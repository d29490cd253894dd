package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/** The users of a snapshot, by index, with what a full calculation made of them. */
final class SnapshotUsers implements UserFacts {
    private final TenantSnapshot snapshot;
    private final Outcome outcome;

    SnapshotUsers(Outcome outcome) {
        this.outcome = outcome;
        snapshot = outcome.tenant.snapshot;
    }

    @Override
    public int profileOf(int user) {
        return outcome.profileOf(user);
    }

    @Override
    public UserId userId(int user) {
        return snapshot.userId(user);
    }

    @Override
    public boolean hasLocation(int user) {
        return snapshot.usageLocation(user) != null;
    }

    @Override
    public List<String> proxyAddresses(int user) {
        return snapshot.proxyAddresses(user);
    }
}
