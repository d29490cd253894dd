package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * Why a command is refused, as data. Nothing of a refused command is stored but the entry of the audit trail that tells so.
 *
 * @since 0.1
 */
public sealed interface Refusal {
    /**
     * Returns the reason as one sentence, with ids only.
     *
     * @return the sentence, without a full stop
     */
    String message();

    /**
     * What the command is about is not there.
     *
     * @param target what is not there
     * @since 0.1
     */
    record NotFound(Target target) implements Refusal {
        @Override
        public String message() {
            return "there is no " + kind() + " '" + target.id() + "'";
        }

        private String kind() {
            if (target instanceof Target.OfGroup) {
                return "group";
            } else if (target instanceof Target.OfUser) {
                return "user";
            } else if (target instanceof Target.OfSku) {
                return "SKU";
            }
            return target instanceof Target.OfOperation ? "operation" : "tenant";
        }
    }

    /**
     * The tenant would not be valid.
     *
     * @param problem what would be wrong
     * @since 0.1
     */
    record Invalid(TenantProblem problem) implements Refusal {
        @Override
        public String message() {
            return problem.message();
        }
    }

    /**
     * A direct licence would have a violation.
     *
     * @param userId the user
     * @param state what would become of the licence
     * @param message the violation as a sentence
     * @since 0.1
     */
    record Violated(UserId userId, LicenseAssignmentState state, String message) implements Refusal {}

    /**
     * A licence cannot be removed from the user, because it is inherited.
     *
     * @param userId the user
     * @param skuId the SKU
     * @param groups the groups that give it, by id
     * @since 0.1
     */
    record Inherited(UserId userId, SkuId skuId, List<GroupId> groups) implements Refusal {
        /**
         * Copies the groups.
         *
         * @param userId the user
         * @param skuId the SKU
         * @param groups the groups
         */
        public Inherited {
            groups = List.copyOf(groups);
        }

        @Override
        public String message() {
            return "user '" + userId + "' has SKU '" + skuId + "' not directly but from " + groups
                    + "; take the user out of the group, or the licence from the group";
        }
    }

    /**
     * A licence cannot be removed, because it is not there.
     *
     * @param target the group or user
     * @param skuId the SKU
     * @since 0.1
     */
    record NotAssigned(Target target, SkuId skuId) implements Refusal {
        @Override
        public String message() {
            return "'" + target.id() + "' has no licence of SKU '" + skuId + "' that could be removed";
        }
    }

    /**
     * The group cannot give licences: it is not security-enabled, or a distribution group.
     *
     * @param groupId the group
     * @since 0.1
     */
    record NotEligible(GroupId groupId) implements Refusal {
        @Override
        public String message() {
            return "group '" + groupId + "' is not a security-enabled group, so it cannot give licences";
        }
    }

    /**
     * A plan of the group's licences would lack another one, and the policy is to reject that.
     *
     * @param missing the plan, and what it lacks
     * @since 0.1
     */
    record LacksPlan(MissingDependency missing) implements Refusal {
        @Override
        public String message() {
            return "plan '" + missing.planId() + "' of SKU '" + missing.skuId() + "' requires one of "
                    + missing.requirement().anyOf() + ", which no licence of group '" + missing.groupId()
                    + "' enables";
        }
    }

    /**
     * The group has licences.
     *
     * @param groupId the group
     * @param skus the SKUs, by id
     * @since 0.1
     */
    record HasLicenses(GroupId groupId, List<SkuId> skus) implements Refusal {
        /**
         * Copies the SKUs.
         *
         * @param groupId the group
         * @param skus the SKUs
         */
        public HasLicenses {
            skus = List.copyOf(skus);
        }

        @Override
        public String message() {
            return "group '" + groupId + "' still has licences of " + skus + "; remove them first";
        }
    }

    /**
     * A direct licence is not redundant.
     *
     * @param userId the user
     * @param skuId the SKU
     * @since 0.1
     */
    record NotRedundant(UserId userId, SkuId skuId) implements Refusal {
        @Override
        public String message() {
            return "the direct licence of user '" + userId + "' for SKU '" + skuId + "' is not redundant";
        }
    }

    /**
     * An operation cannot be cancelled.
     *
     * @param operationId the operation
     * @param why why not
     * @since 0.1
     */
    record NotCancellable(OperationId operationId, String why) implements Refusal {
        @Override
        public String message() {
            return "operation " + operationId + " cannot be cancelled: " + why;
        }
    }

    /**
     * The store cannot keep something in the command.
     *
     * @param message what the store says
     * @since 0.1
     */
    record NotStorable(String message) implements Refusal {}
}
