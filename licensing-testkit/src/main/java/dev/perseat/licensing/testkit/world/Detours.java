package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every way to leave a tenant by a single change: somebody goes, a licence is gone, there are other units. */
final class Detours {
    private final TenantSnapshot snapshot;
    private final List<TenantChange> changes = new ArrayList<>();

    private Detours(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The changes after which the tenant is still valid, always in the same order. */
    static List<TenantChange> from(TenantSnapshot snapshot) {
        Detours detours = new Detours(snapshot);
        snapshot.users().forEach(detours::addUser);
        snapshot.groups().forEach(detours::addGroup);
        detours.addMemberships();
        snapshot.skus().forEach(detours::addSku);
        snapshot.servicePlans().forEach(detours::addServicePlan);
        detours.addTenant();
        return detours.changes.stream().filter(detours::isValid).toList();
    }

    private boolean isValid(TenantChange change) {
        try {
            snapshot.with(List.of(change));
            return true;
        } catch (InvalidTenantException e) {
            return false;
        }
    }

    private void addUser(User user) {
        changes.add(new TenantChange.UserRemoved(user.id()));
        changes.add(new TenantChange.UserSet(changed(user, null, user.proxyAddresses(), user.directLicenses())));
        changes.add(new TenantChange.UserSet(changed(user, user.usageLocation(), List.of(), List.of())));
    }

    private static User changed(
            User user, @Nullable UsageLocation location, List<String> addresses, List<License> licenses) {
        return new User(
                user.id(),
                user.userPrincipalName(),
                user.displayName(),
                location,
                user.accountEnabled(),
                addresses,
                user.attributes(),
                licenses);
    }

    private void addGroup(Group group) {
        changes.add(new TenantChange.GroupRemoved(group.id()));
        changes.add(new TenantChange.GroupSet(group.withKind(GroupKind.DISTRIBUTION, false)));
        for (License license : group.licenses()) {
            List<License> others = new ArrayList<>(group.licenses());
            others.remove(license);
            changes.add(new TenantChange.GroupSet(group.withLicenses(others)));
        }
    }

    /** Without each membership that there is, and with each that there might be. */
    private void addMemberships() {
        Set<Membership> present = Set.copyOf(WorldInput.memberships(snapshot).toList());
        for (Group group : snapshot.groups()) {
            snapshot.users().forEach(user -> toggle(Membership.of(group.id(), user.id()), present));
            snapshot.groups().forEach(member -> toggle(Membership.of(group.id(), member.id()), present));
        }
    }

    private void toggle(Membership membership, Set<Membership> present) {
        changes.add(
                present.contains(membership)
                        ? new TenantChange.MembershipRemoved(membership)
                        : new TenantChange.MembershipAdded(membership));
    }

    private void addSku(Sku sku) {
        SkuId id = sku.id();
        snapshot.subscription(id).ifPresentOrElse(this::addSubscription, () -> addUnits(id, 1));
        for (ServicePlanId plan : sku.servicePlans()) {
            SortedSet<ServicePlanId> others = new TreeSet<>(sku.servicePlans());
            others.remove(plan);
            changes.add(new TenantChange.SkuSet(new Sku(id, sku.partNumber(), sku.appliesTo(), others)));
        }
    }

    private void addSubscription(Subscription subscription) {
        PrepaidUnits units = subscription.prepaidUnits();
        changes.add(new TenantChange.SubscriptionRemoved(subscription.skuId()));
        addUnits(subscription.skuId(), Math.max(0, units.enabled() - 1));
        addUnits(subscription.skuId(), units.enabled() + 1);
        changes.add(new TenantChange.SubscriptionSet(
                new Subscription(subscription.skuId(), units, CapabilityStatus.SUSPENDED)));
    }

    private void addUnits(SkuId sku, int units) {
        changes.add(new TenantChange.SubscriptionSet(Subscription.of(sku, units)));
    }

    private void addServicePlan(ServicePlan plan) {
        changes.add(
                new TenantChange.ServicePlanSet(ServicePlan.builder(plan.id()).build()));
    }

    private void addTenant() {
        Tenant tenant = snapshot.tenant();
        for (String country : List.of("NO", "US")) {
            changes.add(new TenantChange.TenantSet(
                    new Tenant(tenant.id(), tenant.displayName(), UsageLocation.of(country))));
        }
        LicensingPolicy policy = snapshot.policy();
        for (LicensingPolicy.NestedGroups choice : LicensingPolicy.NestedGroups.values()) {
            changes.add(new TenantChange.PolicySet(policy.with(choice)));
        }
        for (LicensingPolicy.GroupFailure choice : LicensingPolicy.GroupFailure.values()) {
            changes.add(new TenantChange.PolicySet(policy.with(choice)));
        }
    }
}
