package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that an administrator or an application wants done. Submitted or previewed through {@link TenantLicensing}.
 *
 * @since 0.1
 */
public sealed interface LicenseCommand {
    /**
     * Returns what the audit trail calls it.
     *
     * @return the activity
     */
    Activity activity();

    /**
     * Returns what it is done to.
     *
     * @return the target
     */
    Target target();

    /**
     * Returns what its actor must be permitted.
     *
     * @return the permission
     */
    Permission permission();

    /**
     * Adds, changes and removes licences of a group, in one step. Refused if the group or something in the licences is not
     * there, if licences are set for a group that is not eligible, if a SKU is removed that the group does not have, and,
     * under {@link LicensingPolicy.MissingDependency#REJECT}, if a plan of the group would lack another one.
     *
     * @param groupId the group
     * @param change what becomes different
     * @since 0.1
     */
    record ChangeGroupLicenses(GroupId groupId, LicenseChange change) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.SET_GROUP_LICENSE;
        }

        @Override
        public Target target() {
            return Target.of(groupId);
        }

        @Override
        public Permission permission() {
            return Permission.ASSIGN_TO_GROUPS;
        }
    }

    /**
     * Adds, changes and removes direct licences of a user, in one step. Decided at once: refused if any of the licences set
     * would have a violation, and if a SKU is removed that the user does not have directly.
     *
     * @param userId the user
     * @param change what becomes different
     * @since 0.1
     */
    record ChangeUserLicenses(UserId userId, LicenseChange change) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.SET_USER_LICENSE;
        }

        @Override
        public Target target() {
            return Target.of(userId);
        }

        @Override
        public Permission permission() {
            return Permission.ASSIGN_TO_USERS;
        }
    }

    /**
     * Removes direct licences that are redundant because groups give at least the same plans. Refused if one of them is not
     * redundant any more, or if anybody would lose a plan.
     *
     * @param licenses the licences, as {@link TenantLicensing#redundantLicenses} told them; unmodifiable, never empty
     * @since 0.1
     */
    record RemoveRedundantLicenses(List<RedundantLicense> licenses) implements LicenseCommand {
        /**
         * Copies the licences.
         *
         * @param licenses the licences
         * @throws IllegalArgumentException if there is none
         */
        public RemoveRedundantLicenses {
            licenses = List.copyOf(licenses);
            requireSome(licenses);
        }

        @Override
        public Activity activity() {
            return Activity.REMOVE_REDUNDANT_LICENSES;
        }

        @Override
        public Target target() {
            return Target.tenant();
        }

        @Override
        public Permission permission() {
            return Permission.ASSIGN_TO_USERS;
        }
    }

    /**
     * Buys, gives back or suspends units of a SKU.
     *
     * @param subscription the subscription from now on
     * @since 0.1
     */
    record SetSubscription(Subscription subscription) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.SET_SUBSCRIPTION;
        }

        @Override
        public Target target() {
            return Target.of(subscription.skuId());
        }

        @Override
        public Permission permission() {
            return Permission.MANAGE_SUBSCRIPTIONS;
        }
    }

    /**
     * Ends the subscription of a SKU.
     *
     * @param skuId the SKU
     * @since 0.1
     */
    record RemoveSubscription(SkuId skuId) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.SET_SUBSCRIPTION;
        }

        @Override
        public Target target() {
            return Target.of(skuId);
        }

        @Override
        public Permission permission() {
            return Permission.MANAGE_SUBSCRIPTIONS;
        }
    }

    /**
     * Changes SKUs and service plans, in one step. A plan added to a SKU is on wherever the SKU is assigned.
     *
     * @param changes {@link TenantChange.SkuSet}, {@link TenantChange.SkuRemoved}, {@link TenantChange.ServicePlanSet} and
     *     {@link TenantChange.ServicePlanRemoved}, in order; unmodifiable, never empty
     * @since 0.1
     */
    record ChangeCatalogue(List<TenantChange> changes) implements LicenseCommand {
        /**
         * Copies the changes.
         *
         * @param changes the changes
         * @throws IllegalArgumentException if there is none, or one of another kind; the message names every such kind
         */
        public ChangeCatalogue {
            changes = List.copyOf(changes);
            requireSome(changes);
            requireKinds(
                    changes,
                    "the catalogue",
                    List.of(
                            TenantChange.SkuSet.class,
                            TenantChange.SkuRemoved.class,
                            TenantChange.ServicePlanSet.class,
                            TenantChange.ServicePlanRemoved.class));
        }

        @Override
        public Activity activity() {
            return Activity.CHANGE_CATALOGUE;
        }

        @Override
        public Target target() {
            return Target.tenant();
        }

        @Override
        public Permission permission() {
            return Permission.MANAGE_CATALOGUE;
        }
    }

    /**
     * Gives the tenant another policy.
     *
     * @param policy the policy from now on
     * @since 0.1
     */
    record SetPolicy(LicensingPolicy policy) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.SET_POLICY;
        }

        @Override
        public Target target() {
            return Target.tenant();
        }

        @Override
        public Permission permission() {
            return Permission.MANAGE_TENANT;
        }
    }

    /**
     * Tells what has changed in the directory, all of it in one step. Direct licences of users and licences of groups are not
     * the directory's matter: those in the changes are ignored, and what is stored stays. A group that the directory has no
     * more is gone, and its licences with it.
     *
     * @param changes {@link TenantChange.MembershipAdded}, {@link TenantChange.MembershipRemoved}, {@link
     *     TenantChange.UserSet}, {@link TenantChange.UserRemoved}, {@link TenantChange.GroupSet}, {@link
     *     TenantChange.GroupRemoved} and {@link TenantChange.TenantSet}, in order; unmodifiable, never empty
     * @since 0.1
     */
    record ChangeDirectory(List<TenantChange> changes) implements LicenseCommand {
        /**
         * Copies the changes.
         *
         * @param changes the changes
         * @throws IllegalArgumentException if there is none, or one of another kind; the message names every such kind
         */
        public ChangeDirectory {
            changes = List.copyOf(changes);
            requireSome(changes);
            requireKinds(
                    changes,
                    "the directory",
                    List.of(
                            TenantChange.MembershipAdded.class,
                            TenantChange.MembershipRemoved.class,
                            TenantChange.UserSet.class,
                            TenantChange.UserRemoved.class,
                            TenantChange.GroupSet.class,
                            TenantChange.GroupRemoved.class,
                            TenantChange.TenantSet.class));
        }

        @Override
        public Activity activity() {
            return Activity.CHANGE_DIRECTORY;
        }

        @Override
        public Target target() {
            return Target.tenant();
        }

        @Override
        public Permission permission() {
            return Permission.CHANGE_DIRECTORY;
        }
    }

    /**
     * Removes a group. Refused while the group has licences.
     *
     * @param groupId the group
     * @since 0.1
     */
    record RemoveGroup(GroupId groupId) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.REMOVE_GROUP;
        }

        @Override
        public Target target() {
            return Target.of(groupId);
        }

        @Override
        public Permission permission() {
            return Permission.REMOVE_GROUPS;
        }
    }

    /**
     * Compares what is stored of the members of a group with what has been decided for them, stores what differs, and tries
     * again what was postponed.
     *
     * @param groupId the group
     * @since 0.1
     */
    record ReprocessGroup(GroupId groupId) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.REPROCESS_GROUP;
        }

        @Override
        public Target target() {
            return Target.of(groupId);
        }

        @Override
        public Permission permission() {
            return Permission.REPROCESS;
        }
    }

    /**
     * Compares what is stored of a user with what has been decided, stores what differs, and tries again what was postponed.
     *
     * @param userId the user
     * @since 0.1
     */
    record ReprocessUser(UserId userId) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.REPROCESS_USER;
        }

        @Override
        public Target target() {
            return Target.of(userId);
        }

        @Override
        public Permission permission() {
            return Permission.REPROCESS;
        }
    }

    /**
     * Takes back a change of a group's licences that has not ended: the group has again the licences that it had before, and
     * users who have not been processed yet are left as they are. Refused if the operation has ended, is not a change of a
     * group's licences, or if the licences of the group have been changed again since.
     *
     * @param operationId the operation
     * @since 0.1
     */
    record CancelOperation(OperationId operationId) implements LicenseCommand {
        @Override
        public Activity activity() {
            return Activity.CANCEL_OPERATION;
        }

        @Override
        public Target target() {
            return Target.of(operationId);
        }

        @Override
        public Permission permission() {
            return Permission.ASSIGN_TO_GROUPS;
        }
    }

    private static void requireSome(List<?> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("a command without anything to do");
        }
    }

    private static void requireKinds(
            List<TenantChange> changes, String what, List<Class<? extends TenantChange>> allowed) {
        SortedSet<String> others = new TreeSet<>();
        for (TenantChange change : new ArrayList<>(changes)) {
            if (!allowed.contains(change.getClass())) {
                others.add(change.getClass().getSimpleName());
            }
        }
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("changes that are not those of " + what + ": " + others);
        }
    }
}
