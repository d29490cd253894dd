package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes one snapshot out of another: what the changes say of a thing counts, the rest is taken over. */
final class SnapshotChange {
    private final TenantSnapshot before;
    private Tenant tenant;
    private LicensingPolicy policy;
    private final Replacement<ServicePlanId, ServicePlan> servicePlans = new Replacement<>();
    private final Replacement<SkuId, Sku> skus = new Replacement<>();
    private final Replacement<SkuId, Subscription> subscriptions = new Replacement<>();
    private final Replacement<GroupId, Group> groups = new Replacement<>();
    private final Replacement<UserId, User> users = new Replacement<>();
    private final MembershipChanges memberships;

    /** Begins with what a snapshot has. */
    SnapshotChange(TenantSnapshot before) {
        this.before = before;
        tenant = before.tenant();
        policy = before.policy();
        memberships = new MembershipChanges(before);
    }

    /**
     * Notes changes, to be made after those that were noted before.
     *
     * @throws IllegalArgumentException if the tenant gets another id
     */
    SnapshotChange note(List<TenantChange> changes) {
        List.copyOf(changes).forEach(this::note);
        return this;
    }

    /** Returns a builder that has been told everything of the changed tenant. */
    TenantSnapshot.Builder toBuilder() {
        SnapshotBuilder builder = new SnapshotBuilder(tenant);
        builder.policy(policy);
        servicePlans.tell(before.servicePlans(), ServicePlan::id, builder::servicePlan);
        skus.tell(before.skus(), Sku::id, builder::sku);
        List<Subscription> bought = before.skus().stream()
                .map(sku -> before.subscription(sku.id()))
                .flatMap(Optional::stream)
                .toList();
        subscriptions.tell(bought, Subscription::skuId, builder::subscription);
        groups.tell(before.groups(), Group::id, builder::group);
        users.tell(before.users(), User::id, builder::user);
        memberships.tell(builder);
        return builder;
    }

    private void note(TenantChange change) {
        if (change instanceof TenantChange.MembershipAdded it) {
            memberships.set(it.membership(), true);
        } else if (change instanceof TenantChange.MembershipRemoved it) {
            memberships.set(it.membership(), false);
        } else if (change instanceof TenantChange.UserSet it) {
            users.set(it.user().id(), it.user());
        } else if (change instanceof TenantChange.UserRemoved it) {
            users.remove(it.userId());
            memberships.remove(it.userId());
        } else if (change instanceof TenantChange.GroupSet it) {
            groups.set(it.group().id(), it.group());
        } else if (change instanceof TenantChange.GroupRemoved it) {
            groups.remove(it.groupId());
            memberships.remove(it.groupId());
        } else {
            noteProducts(change);
        }
    }

    private void noteProducts(TenantChange change) {
        if (change instanceof TenantChange.SubscriptionSet it) {
            subscriptions.set(it.subscription().skuId(), it.subscription());
        } else if (change instanceof TenantChange.SubscriptionRemoved it) {
            subscriptions.remove(it.skuId());
        } else if (change instanceof TenantChange.SkuSet it) {
            skus.set(it.sku().id(), it.sku());
        } else if (change instanceof TenantChange.SkuRemoved it) {
            skus.remove(it.skuId());
        } else if (change instanceof TenantChange.ServicePlanSet it) {
            servicePlans.set(it.servicePlan().id(), it.servicePlan());
        } else if (change instanceof TenantChange.ServicePlanRemoved it) {
            servicePlans.remove(it.servicePlanId());
        } else if (change instanceof TenantChange.PolicySet it) {
            policy = it.policy();
        } else if (change instanceof TenantChange.TenantSet it) {
            setTenant(it.tenant());
        }
    }

    private void setTenant(Tenant changed) {
        if (!changed.id().equals(tenant.id())) {
            throw new IllegalArgumentException(
                    "tenant '" + tenant.id() + "' cannot become tenant '" + changed.id() + "'");
        }
        tenant = changed;
    }

    /** What takes the place of things of one kind. */
    private static final class Replacement<K, T> {
        private final Map<K, Optional<T>> byId = new LinkedHashMap<>();

        void set(K id, T thing) {
            byId.put(id, Optional.of(thing));
        }

        void remove(K id) {
            byId.put(id, Optional.empty());
        }

        void tell(List<T> before, Function<T, K> id, Consumer<T> builder) {
            for (T thing : before) {
                if (byId.isEmpty() || !byId.containsKey(id.apply(thing))) {
                    builder.accept(thing);
                }
            }
            byId.values().stream().flatMap(Optional::stream).forEach(builder);
        }
    }
}
