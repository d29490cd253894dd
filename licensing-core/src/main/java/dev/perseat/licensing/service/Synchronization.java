package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import dev.perseat.licensing.directory.Directory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fetches from a directory what has changed there, by its token or by comparing everything. */
final class Synchronization {
    private final TenantSession session;
    private final Directory directory;

    Synchronization(TenantSession session, Directory directory) {
        this.session = session;
        this.directory = directory;
    }

    /**
     * What a directory has told.
     *
     * @param changes what has changed
     * @param since the token up to which the directory was known before, or null
     * @param next the token up to which it is known with the changes, or null if the directory has none
     */
    record Fetched(
            List<TenantChange> changes,
            @Nullable String since,
            @Nullable String next) {}

    /** Returns the operation, or empty if nothing has changed. If somebody else is faster, the rest is fetched again. */
    Optional<Operation> run(Actor actor) {
        while (true) {
            Fetched fetched = fetch();
            if (fetched.changes().isEmpty()) {
                return Optional.empty();
            }
            Optional<Operation> operation = session.submit(actor, fetched);
            if (operation.isPresent()) {
                return operation;
            }
        }
    }

    private Fetched fetch() {
        if (!(directory instanceof ChangeTrackingDirectory tracking)) {
            return new Fetched(compared(), null, null);
        }
        String known = session.<@Nullable String>ask(replica -> replica.directoryToken);
        Optional<ChangeTrackingDirectory.Delta> delta = known == null ? Optional.empty() : tracking.changesSince(known);
        if (delta.isPresent()) {
            return new Fetched(delta.get().changes(), known, delta.get().next());
        }
        String next = tracking.token();
        return new Fetched(compared(), known, next);
    }

    private List<TenantChange> compared() {
        TenantSnapshot read = DirectoryComparison.read(directory);
        return session.ask(
                replica -> DirectoryComparison.changes(replica.live.result().snapshot(), read));
    }
}
