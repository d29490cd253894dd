package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.LicenseCommand;
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

    /** Returns the operation, or empty if nothing has changed. */
    Optional<Operation> run(Actor actor) {
        if (directory instanceof ChangeTrackingDirectory tracking) {
            String known = session.<@Nullable String>ask(replica -> replica.directoryToken);
            Optional<ChangeTrackingDirectory.Delta> delta =
                    known == null ? Optional.empty() : tracking.changesSince(known);
            if (delta.isPresent()) {
                return submit(actor, delta.get().changes(), delta.get().next());
            }
            String next = tracking.token();
            return submit(actor, compared(), next);
        }
        return submit(actor, compared(), null);
    }

    private List<TenantChange> compared() {
        TenantSnapshot read = DirectoryComparison.read(directory);
        return session.ask(
                replica -> DirectoryComparison.changes(replica.live.result().snapshot(), read));
    }

    private Optional<Operation> submit(Actor actor, List<TenantChange> changes, @Nullable String token) {
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(session.submit(actor, new LicenseCommand.ChangeDirectory(changes), null, token));
    }
}
