package dev.perseat.licensing.store;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that a store is to keep from now on. Its log begins with one step without changes, the import, which is open:
 * the effect of that step is what a calculation from the holdings changes.
 *
 * @param commitId the id of the commit
 * @param snapshot the tenant
 * @param holdings what its users hold
 * @param directoryToken the change token of the directory as it is in the snapshot, or null if there is none
 * @param operation the import, queued, with the number 1
 * @since 0.1
 */
public record NewTenant(
        CommitId commitId,
        TenantSnapshot snapshot,
        Holdings holdings,
        @Nullable String directoryToken,
        Operation operation) {
    /**
     * Checks the operation.
     *
     * @param commitId the id of the commit
     * @param snapshot the tenant
     * @param holdings what its users hold
     * @param directoryToken the change token of the directory, or null
     * @param operation the import
     * @throws IllegalArgumentException if the operation does not have the number 1
     */
    public NewTenant {
        Objects.requireNonNull(commitId, "commitId");
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(holdings, "holdings");
        if (operation.id().number() != 1) {
            throw new IllegalArgumentException("the import is operation " + operation.id() + ", not the first one");
        }
    }

    /**
     * Tells what the store writes into the audit trail of the tenant, from the beginning: the import, then what each user
     * holds. Replaying the trail from nothing therefore gives what is held.
     *
     * @return the entries, in order; one for each user with holdings, by id, after the first
     */
    public Stream<AuditEntry> audit() {
        AuditEntry first = AuditEntry.of(
                operation.requestedAt(), operation.actorId(), Activity.IMPORT_TENANT, operation, List.of());
        return Stream.concat(
                Stream.of(first),
                IntStream.range(0, holdings.userCount())
                        .mapToObj(k -> held(holdings.user(k), holdings.combination(holdings.combinationOf(k)))));
    }

    private AuditEntry held(UserId user, List<HeldLicense> held) {
        List<HoldingChange> changes = held.stream()
                .map(it -> new HoldingChange(it.source(), it.skuId(), null, it.enabledPlans()))
                .toList();
        return new AuditEntry(
                operation.requestedAt(),
                operation.actorId(),
                Activity.IMPORT_TENANT,
                Target.of(user),
                false,
                operation.id(),
                changes,
                List.of());
    }
}
