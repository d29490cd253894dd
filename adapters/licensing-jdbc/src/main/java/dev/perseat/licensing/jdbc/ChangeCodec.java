package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantChange.GroupRemoved;
import dev.perseat.licensing.assignment.TenantChange.GroupSet;
import dev.perseat.licensing.assignment.TenantChange.MembershipAdded;
import dev.perseat.licensing.assignment.TenantChange.MembershipRemoved;
import dev.perseat.licensing.assignment.TenantChange.PolicySet;
import dev.perseat.licensing.assignment.TenantChange.ServicePlanRemoved;
import dev.perseat.licensing.assignment.TenantChange.ServicePlanSet;
import dev.perseat.licensing.assignment.TenantChange.SkuRemoved;
import dev.perseat.licensing.assignment.TenantChange.SkuSet;
import dev.perseat.licensing.assignment.TenantChange.SubscriptionRemoved;
import dev.perseat.licensing.assignment.TenantChange.SubscriptionSet;
import dev.perseat.licensing.assignment.TenantChange.TenantSet;
import dev.perseat.licensing.assignment.TenantChange.UserRemoved;
import dev.perseat.licensing.assignment.TenantChange.UserSet;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;

/** How changes of a tenant are written into a payload, each after the number of its kind, and read from it. */
final class ChangeCodec {
    private static final int MEMBERSHIP_ADDED = 0;
    private static final int MEMBERSHIP_REMOVED = 1;
    private static final int USER_SET = 2;
    private static final int USER_REMOVED = 3;
    private static final int GROUP_SET = 4;
    private static final int GROUP_REMOVED = 5;
    private static final int SUBSCRIPTION_SET = 6;
    private static final int SUBSCRIPTION_REMOVED = 7;
    private static final int SKU_SET = 8;
    private static final int SKU_REMOVED = 9;
    private static final int SERVICE_PLAN_SET = 10;
    private static final int SERVICE_PLAN_REMOVED = 11;
    private static final int POLICY_SET = 12;
    private static final int TENANT_SET = 13;

    private ChangeCodec() {}

    static void write(PayloadWriter to, TenantChange change) {
        if (change instanceof MembershipAdded it) {
            write(to.number(MEMBERSHIP_ADDED), it.membership());
        } else if (change instanceof MembershipRemoved it) {
            write(to.number(MEMBERSHIP_REMOVED), it.membership());
        } else if (change instanceof UserSet it) {
            ModelCodec.write(to.number(USER_SET), it.user());
        } else if (change instanceof UserRemoved it) {
            to.number(USER_REMOVED).text(it.userId().value());
        } else if (change instanceof GroupSet it) {
            ModelCodec.write(to.number(GROUP_SET), it.group());
        } else if (change instanceof GroupRemoved it) {
            to.number(GROUP_REMOVED).text(it.groupId().value());
        } else {
            writeProducts(to, change);
        }
    }

    private static void writeProducts(PayloadWriter to, TenantChange change) {
        if (change instanceof SubscriptionSet it) {
            ModelCodec.write(to.number(SUBSCRIPTION_SET), it.subscription());
        } else if (change instanceof SubscriptionRemoved it) {
            to.number(SUBSCRIPTION_REMOVED).text(it.skuId().value());
        } else if (change instanceof SkuSet it) {
            ModelCodec.write(to.number(SKU_SET), it.sku());
        } else if (change instanceof SkuRemoved it) {
            to.number(SKU_REMOVED).text(it.skuId().value());
        } else if (change instanceof ServicePlanSet it) {
            ModelCodec.write(to.number(SERVICE_PLAN_SET), it.servicePlan());
        } else if (change instanceof ServicePlanRemoved it) {
            to.number(SERVICE_PLAN_REMOVED).text(it.servicePlanId().value());
        } else if (change instanceof PolicySet it) {
            ModelCodec.write(to.number(POLICY_SET), it.policy());
        } else if (change instanceof TenantSet it) {
            ModelCodec.write(to.number(TENANT_SET), it.tenant());
        } else {
            throw new IllegalStateException("no number for a change of type " + change.getClass());
        }
    }

    static TenantChange read(PayloadReader from) {
        int kind = from.smallNumber();
        return switch (kind) {
            case MEMBERSHIP_ADDED -> new MembershipAdded(membership(from));
            case MEMBERSHIP_REMOVED -> new MembershipRemoved(membership(from));
            case USER_SET -> new UserSet(ModelCodec.user(from));
            case USER_REMOVED -> new UserRemoved(UserId.of(from.text()));
            case GROUP_SET -> new GroupSet(ModelCodec.group(from));
            case GROUP_REMOVED -> new GroupRemoved(GroupId.of(from.text()));
            case SUBSCRIPTION_SET -> new SubscriptionSet(ModelCodec.subscription(from));
            case SUBSCRIPTION_REMOVED -> new SubscriptionRemoved(SkuId.of(from.text()));
            case SKU_SET -> new SkuSet(ModelCodec.sku(from));
            case SKU_REMOVED -> new SkuRemoved(SkuId.of(from.text()));
            case SERVICE_PLAN_SET -> new ServicePlanSet(ModelCodec.servicePlan(from));
            case SERVICE_PLAN_REMOVED -> new ServicePlanRemoved(ServicePlanId.of(from.text()));
            case POLICY_SET -> new PolicySet(ModelCodec.policy(from));
            case TENANT_SET -> new TenantSet(ModelCodec.tenant(from));
            default -> throw new UnreadablePayloadException("there is no kind of change " + kind);
        };
    }

    private static void write(PayloadWriter to, Membership membership) {
        to.text(membership.groupId().value());
        if (membership instanceof Membership.OfUser it) {
            to.flag(true).text(it.member().value());
        } else if (membership instanceof Membership.OfGroup it) {
            to.flag(false).text(it.member().value());
        }
    }

    private static Membership membership(PayloadReader from) {
        GroupId group = GroupId.of(from.text());
        return from.flag()
                ? Membership.of(group, UserId.of(from.text()))
                : Membership.of(group, GroupId.of(from.text()));
    }
}
