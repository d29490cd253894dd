package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.LicensingPolicy.MissingDependency;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.GroupKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers by which constants are stored: the place in a list that only ever grows at its end. Ordinals would change what
 * is stored when somebody sorts an enum.
 */
final class Codes<E extends Enum<E>> {
    static final Codes<Activity> ACTIVITY = new Codes<>(
            Activity.class,
            List.of(
                    Activity.IMPORT_TENANT,
                    Activity.SET_GROUP_LICENSE,
                    Activity.SET_USER_LICENSE,
                    Activity.REMOVE_REDUNDANT_LICENSES,
                    Activity.SET_SUBSCRIPTION,
                    Activity.CHANGE_CATALOGUE,
                    Activity.SET_POLICY,
                    Activity.CHANGE_DIRECTORY,
                    Activity.REMOVE_GROUP,
                    Activity.REPROCESS_GROUP,
                    Activity.REPROCESS_USER,
                    Activity.CANCEL_OPERATION,
                    Activity.START_APPLYING,
                    Activity.FINISH_APPLYING,
                    Activity.CHANGE_USER_LICENSE));

    static final Codes<OperationStatus> OPERATION_STATUS = new Codes<>(
            OperationStatus.class,
            List.of(
                    OperationStatus.QUEUED,
                    OperationStatus.IN_PROGRESS,
                    OperationStatus.COMPLETED,
                    OperationStatus.COMPLETED_WITH_ERRORS,
                    OperationStatus.CANCELLED));

    static final Codes<GroupKind> GROUP_KIND = new Codes<>(
            GroupKind.class,
            List.of(
                    GroupKind.SECURITY,
                    GroupKind.MAIL_ENABLED_SECURITY,
                    GroupKind.MICROSOFT_365,
                    GroupKind.DISTRIBUTION));

    static final Codes<AppliesTo> APPLIES_TO = new Codes<>(AppliesTo.class, List.of(AppliesTo.USER, AppliesTo.COMPANY));

    static final Codes<CapabilityStatus> CAPABILITY_STATUS = new Codes<>(
            CapabilityStatus.class,
            List.of(
                    CapabilityStatus.ENABLED,
                    CapabilityStatus.WARNING,
                    CapabilityStatus.SUSPENDED,
                    CapabilityStatus.DELETED,
                    CapabilityStatus.LOCKED_OUT));

    static final Codes<NestedGroups> NESTED_GROUPS =
            new Codes<>(NestedGroups.class, List.of(NestedGroups.DIRECT, NestedGroups.TRANSITIVE));

    static final Codes<GroupFailure> GROUP_FAILURE =
            new Codes<>(GroupFailure.class, List.of(GroupFailure.ALL_OR_NOTHING, GroupFailure.PER_PRODUCT));

    static final Codes<MissingDependency> MISSING_DEPENDENCY =
            new Codes<>(MissingDependency.class, List.of(MissingDependency.DISABLE_PLAN, MissingDependency.REJECT));

    private final List<E> constants;
    private final Map<E, Integer> numbers;

    private Codes(Class<E> type, List<E> constants) {
        this.constants = constants;
        this.numbers = new EnumMap<>(type);
        for (int code = 0; code < constants.size(); code++) {
            numbers.put(constants.get(code), code);
        }
        if (numbers.size() != type.getEnumConstants().length) {
            throw new IllegalStateException("not every constant of " + type.getSimpleName() + " has a number");
        }
    }

    int of(E constant) {
        return Objects.requireNonNull(numbers.get(constant));
    }

    /**
     * Returns the constant with a number.
     *
     * @throws UnreadablePayloadException if there is none
     */
    E constant(int code) {
        if (code < 0 || code >= constants.size()) {
            throw new UnreadablePayloadException("there is no constant " + code + " beside " + constants);
        }
        return constants.get(code);
    }
}
