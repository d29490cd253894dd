package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;

/**
 * What a command is about, and what it is found by in the audit trail.
 *
 * @since 0.1
 */
public sealed interface Target {
    /**
     * The tenant as a whole.
     *
     * @since 0.1
     */
    record OfTenant() implements Target {
        private static final OfTenant INSTANCE = new OfTenant();

        @Override
        public String id() {
            return "";
        }
    }

    /**
     * A group.
     *
     * @param groupId the group
     * @since 0.1
     */
    record OfGroup(GroupId groupId) implements Target {
        @Override
        public String id() {
            return groupId.value();
        }
    }

    /**
     * A user.
     *
     * @param userId the user
     * @since 0.1
     */
    record OfUser(UserId userId) implements Target {
        @Override
        public String id() {
            return userId.value();
        }
    }

    /**
     * A SKU.
     *
     * @param skuId the SKU
     * @since 0.1
     */
    record OfSku(SkuId skuId) implements Target {
        @Override
        public String id() {
            return skuId.value();
        }
    }

    /**
     * An operation.
     *
     * @param operationId the operation
     * @since 0.1
     */
    record OfOperation(OperationId operationId) implements Target {
        @Override
        public String id() {
            return operationId.toString();
        }
    }

    /**
     * Returns the id as text: with the type of the target, all that there is to it.
     *
     * @return the id, or an empty text for the tenant itself
     */
    String id();

    /**
     * Returns the tenant as a target.
     *
     * @return the target
     */
    static Target tenant() {
        return OfTenant.INSTANCE;
    }

    /**
     * Returns a group as a target.
     *
     * @param groupId the group
     * @return the target
     */
    static Target of(GroupId groupId) {
        return new OfGroup(groupId);
    }

    /**
     * Returns a user as a target.
     *
     * @param userId the user
     * @return the target
     */
    static Target of(UserId userId) {
        return new OfUser(userId);
    }

    /**
     * Returns a SKU as a target.
     *
     * @param skuId the SKU
     * @return the target
     */
    static Target of(SkuId skuId) {
        return new OfSku(skuId);
    }

    /**
     * Returns an operation as a target.
     *
     * @param operationId the operation
     * @return the target
     */
    static Target of(OperationId operationId) {
        return new OfOperation(operationId);
    }
}
