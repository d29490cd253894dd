package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.TenantChange;
import java.util.List;

/**
 * What becomes of a command: changes, or refusals.
 *
 * @param target what the operation is about
 * @param changes what becomes different in the tenant, in order
 * @param properties what the audit trail tells of it
 * @param cancelled the operations that it cancels, as they are now
 * @param refusals why it cannot be done; if there is any, the rest does not count
 */
record Plan(
        Target target,
        List<TenantChange> changes,
        List<ModifiedProperty> properties,
        List<Operation> cancelled,
        List<Refusal> refusals) {
    static Plan of(Target target, List<TenantChange> changes, ModifiedProperty... properties) {
        return new Plan(target, changes, List.of(properties), List.of(), List.of());
    }

    static Plan refused(Target target, List<Refusal> refusals) {
        return new Plan(target, List.of(), List.of(), List.of(), refusals);
    }

    static Plan refused(Target target, Refusal refusal) {
        return refused(target, List.of(refusal));
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    Plan cancelling(Operation operation) {
        return new Plan(target, changes, properties, List.of(operation), refusals);
    }
}
