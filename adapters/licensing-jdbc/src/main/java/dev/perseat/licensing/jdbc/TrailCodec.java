package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Progress;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How holdings, their changes, operations and details of the audit trail are written into a payload, and read from it. */
final class TrailCodec {
    static final int TARGET_TENANT = 0;
    static final int TARGET_GROUP = 1;
    static final int TARGET_USER = 2;
    static final int TARGET_SKU = 3;
    static final int TARGET_OPERATION = 4;

    private TrailCodec() {}

    static void write(PayloadWriter to, HeldLicense held) {
        write(to, held.source());
        to.text(held.skuId().value());
        ModelCodec.write(to, held.enabledPlans());
    }

    static HeldLicense held(PayloadReader from) {
        return new HeldLicense(source(from), SkuId.of(from.text()), ModelCodec.plans(from));
    }

    static void write(PayloadWriter to, HoldingChange change) {
        write(to, change.source());
        to.text(change.skuId().value());
        writePlans(to, change.before());
        writePlans(to, change.after());
    }

    static HoldingChange change(PayloadReader from) {
        return new HoldingChange(source(from), SkuId.of(from.text()), plansOrNull(from), plansOrNull(from));
    }

    private static void writePlans(PayloadWriter to, @Nullable SortedSet<ServicePlanId> plans) {
        to.flag(plans != null);
        if (plans != null) {
            ModelCodec.write(to, plans);
        }
    }

    private static @Nullable SortedSet<ServicePlanId> plansOrNull(PayloadReader from) {
        return from.flag() ? ModelCodec.plans(from) : null;
    }

    private static void write(PayloadWriter to, AssignmentSource source) {
        if (source instanceof AssignmentSource.Inherited it) {
            to.flag(true).text(it.groupId().value());
        } else {
            to.flag(false);
        }
    }

    private static AssignmentSource source(PayloadReader from) {
        return from.flag() ? AssignmentSource.group(GroupId.of(from.text())) : AssignmentSource.direct();
    }

    static void write(PayloadWriter to, ModifiedProperty property) {
        to.text(property.name()).text(property.oldValue()).text(property.newValue());
    }

    static ModifiedProperty property(PayloadReader from) {
        return new ModifiedProperty(from.text(), from.text(), from.text());
    }

    static void write(PayloadWriter to, Operation operation) {
        to.number(operation.id().number()).constant(Codes.ACTIVITY, operation.activity());
        to.number(kind(operation.target())).text(operation.target().id());
        to.text(operation.actorId()).time(operation.requestedAt());
        to.constant(Codes.OPERATION_STATUS, operation.status());
        to.timeOrNull(operation.startedAt()).timeOrNull(operation.finishedAt());
        Progress progress = operation.progress();
        to.number(progress.total()).number(progress.processed());
        to.number(progress.licensed()).number(progress.failed());
    }

    static Operation operation(PayloadReader from) {
        return new Operation(
                OperationId.of(from.number()),
                from.constant(Codes.ACTIVITY),
                target(from.smallNumber(), from.text()),
                from.text(),
                from.time(),
                from.constant(Codes.OPERATION_STATUS),
                from.timeOrNull(),
                from.timeOrNull(),
                new Progress(from.number(), from.number(), from.number(), from.number()));
    }

    /** The number of the kind of a target. */
    static int kind(Target target) {
        if (target instanceof Target.OfGroup) {
            return TARGET_GROUP;
        } else if (target instanceof Target.OfUser) {
            return TARGET_USER;
        } else if (target instanceof Target.OfSku) {
            return TARGET_SKU;
        } else if (target instanceof Target.OfOperation) {
            return TARGET_OPERATION;
        }
        return TARGET_TENANT;
    }

    static Target target(int kind, String id) {
        return switch (kind) {
            case TARGET_TENANT -> Target.tenant();
            case TARGET_GROUP -> Target.of(GroupId.of(id));
            case TARGET_USER -> Target.of(UserId.of(id));
            case TARGET_SKU -> Target.of(SkuId.of(id));
            case TARGET_OPERATION -> Target.of(OperationId.parse(id));
            default -> throw new UnreadablePayloadException("there is no kind of target " + kind);
        };
    }
}
