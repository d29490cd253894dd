package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;

/** Changes of which each leaves a tenant with a problem. */
final class Mistake {
    private static final UserId UNKNOWN_USER = UserId.of("unknown user");
    private static final GroupId UNKNOWN_GROUP = GroupId.of("unknown group");
    private static final SkuId UNKNOWN_SKU = SkuId.of("unknown SKU");
    private static final ServicePlanId UNKNOWN_PLAN = ServicePlanId.of("unknown plan");

    private final Dice dice;

    Mistake(Dice dice) {
        this.dice = dice;
    }

    /** One mistake, of which the tenant is not valid. */
    List<TenantChange> about(TenantSnapshot snapshot) {
        TenantDraft draft = TenantDraft.from(snapshot);
        List<TenantChange> all = new ArrayList<>();
        memberships(draft, all);
        licenses(draft, all);
        products(draft, all);
        removals(draft, all);
        return List.of(dice.pick(all));
    }

    private void memberships(TenantDraft draft, List<TenantChange> all) {
        GroupId group = dice.any(draft.groups).map(Group::id).orElse(UNKNOWN_GROUP);
        UserId user = dice.any(draft.users).map(User::id).orElse(UNKNOWN_USER);
        all.add(new TenantChange.MembershipAdded(Membership.of(group, UNKNOWN_USER)));
        all.add(new TenantChange.MembershipAdded(Membership.of(group, UNKNOWN_GROUP)));
        all.add(new TenantChange.MembershipAdded(Membership.of(UNKNOWN_GROUP, user)));
        all.add(new TenantChange.MembershipAdded(Membership.of(UNKNOWN_GROUP, group)));
    }

    private void licenses(TenantDraft draft, List<TenantChange> all) {
        List<License> bad = new ArrayList<>(List.of(License.of(UNKNOWN_SKU)));
        for (Sku sku : draft.skus) {
            bad.add(sku.appliesTo() == AppliesTo.COMPANY ? License.of(sku.id()) : License.of(sku.id(), UNKNOWN_PLAN));
        }
        dice.any(draft.groups)
                .ifPresent(group -> all.add(new TenantChange.GroupSet(group.withLicenses(List.of(dice.pick(bad))))));
        dice.any(draft.users)
                .ifPresent(user ->
                        all.add(new TenantChange.UserSet(TenantDraft.withLicenses(user, List.of(dice.pick(bad))))));
        License twice = License.of(UNKNOWN_SKU);
        all.add(new TenantChange.GroupSet(Group.of(UNKNOWN_GROUP).withLicenses(List.of(twice, twice))));
        all.add(new TenantChange.UserSet(
                User.builder(UNKNOWN_USER).directLicense(dice.pick(bad)).build()));
    }

    private void products(TenantDraft draft, List<TenantChange> all) {
        all.add(new TenantChange.SubscriptionSet(Subscription.of(UNKNOWN_SKU, 1)));
        all.add(new TenantChange.SkuSet(Sku.of(UNKNOWN_SKU, "PART", List.of(UNKNOWN_PLAN))));
        ServicePlan plan = dice.pick(draft.plans);
        ServicePlanId id = plan.id();
        all.add(new TenantChange.ServicePlanSet(
                plan.toBuilder().requires(PlanRequirement.anyOf(id)).build()));
        all.add(new TenantChange.ServicePlanSet(
                plan.toBuilder().conflictsWith(List.of(id)).build()));
        all.add(new TenantChange.ServicePlanSet(plan.toBuilder()
                .requires(PlanRequirement.anyOf(id, UNKNOWN_PLAN))
                .build()));
        for (ServicePlan other : draft.plans) {
            other.requires()
                    .forEach(clause -> clause.anyOf().forEach(needed -> all.add(cycle(draft, needed, other.id()))));
        }
    }

    private static TenantChange cycle(TenantDraft draft, ServicePlanId needed, ServicePlanId needing) {
        ServicePlan plan = draft.plans.stream()
                .filter(it -> it.id().equals(needed))
                .findFirst()
                .orElseThrow();
        return new TenantChange.ServicePlanSet(
                plan.toBuilder().requires(PlanRequirement.anyOf(needing)).build());
    }

    /** What something else still names cannot go. */
    private static void removals(TenantDraft draft, List<TenantChange> all) {
        draft.subscriptions.forEach(it -> all.add(new TenantChange.SkuRemoved(it.skuId())));
        for (Group group : draft.groups) {
            group.licenses().forEach(it -> all.add(new TenantChange.SkuRemoved(it.skuId())));
        }
        for (Sku sku : draft.skus) {
            sku.servicePlans().forEach(it -> all.add(new TenantChange.ServicePlanRemoved(it)));
        }
    }
}
