package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.SkuId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes changes of commands about groups. */
final class GroupCommands {
    private final TenantReplica replica;
    private final Things things;
    private final Function<OperationId, Operation> operations;
    private final Instant now;

    GroupCommands(TenantReplica replica, Function<OperationId, Operation> operations, Instant now) {
        this.replica = replica;
        this.operations = operations;
        this.now = now;
        things = replica.things;
    }

    Plan licenses(LicenseCommand.ChangeGroupLicenses command) {
        Group group = things.groups.get(command.groupId());
        if (group == null) {
            return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
        }
        List<Refusal> refusals = new ArrayList<>();
        if (!command.change().set().isEmpty() && !group.isEligible()) {
            refusals.add(new Refusal.NotEligible(group.id()));
        }
        for (SkuId sku : LicenseSets.missing(command.change(), group.licenses())) {
            refusals.add(new Refusal.NotAssigned(command.target(), sku));
        }
        if (!refusals.isEmpty()) {
            return Plan.refused(command.target(), refusals);
        }
        List<License> after = command.change().applyTo(group.licenses());
        return Plan.of(
                command.target(),
                List.of(new TenantChange.GroupSet(group.withLicenses(after))),
                LicenseSets.property(group.licenses(), after));
    }

    Plan remove(LicenseCommand.RemoveGroup command) {
        Group group = things.groups.get(command.groupId());
        if (group == null) {
            return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
        }
        if (!group.licenses().isEmpty()) {
            List<SkuId> skus =
                    group.licenses().stream().map(License::skuId).sorted().toList();
            return Plan.refused(command.target(), new Refusal.HasLicenses(group.id(), skus));
        }
        return Plan.of(command.target(), List.of(new TenantChange.GroupRemoved(group.id())));
    }

    Plan cancel(LicenseCommand.CancelOperation command) {
        OperationId id = command.operationId();
        OpenStep step = replica.open.get(id.number());
        // Somebody else may process the tenant, so that only the store knows how far the operation has come.
        Operation operation = step == null ? null : operations.apply(id);
        if (step == null || operation == null || operation.status().isEnded()) {
            boolean known = id.number() <= replica.knownVersion();
            return Plan.refused(
                    command.target(),
                    known ? new Refusal.NotCancellable(id, "it has ended") : new Refusal.NotFound(command.target()));
        }
        if (operation.activity() != Activity.SET_GROUP_LICENSE
                || !(operation.target() instanceof Target.OfGroup target)) {
            return Plan.refused(
                    command.target(),
                    new Refusal.NotCancellable(id, "only a change of a group's licences can be cancelled"));
        }
        Group group = things.groups.get(target.groupId());
        if (group == null || !group.licenses().equals(step.licensesAfter)) {
            return Plan.refused(
                    command.target(),
                    new Refusal.NotCancellable(id, "the licences of the group have been changed again since"));
        }
        Operation cancelled = operation.ended(OperationStatus.CANCELLED, now);
        return Plan.of(
                        command.target(),
                        List.of(new TenantChange.GroupSet(group.withLicenses(step.licensesBefore))),
                        LicenseSets.property(group.licenses(), step.licensesBefore))
                .cancelling(cancelled);
    }
}
