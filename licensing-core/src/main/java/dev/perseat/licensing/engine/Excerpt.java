package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.BitSet;
import java.util.List;

/**
 * As much of a live tenant as shows whether changes leave it valid: its products, the members and groups of memberships
 * that are added, and whoever has a SKU that is taken away or has plans taken from it. All else is valid before and
 * after, since nothing goes without the memberships and licences that name it being looked at here: so the excerpt has
 * the same problems after the changes as the whole tenant would have.
 */
final class Excerpt {
    private final LiveTenant tenant;
    private final BitSet users = new BitSet();
    private final BitSet groups = new BitSet();

    private Excerpt(LiveTenant tenant) {
        this.tenant = tenant;
    }

    /**
     * Takes what some changes need of a tenant as it is now.
     *
     * @param log the changes since its snapshot
     */
    static TenantSnapshot of(LiveTenant tenant, ChangeLog log, List<TenantChange> changes) {
        Excerpt excerpt = new Excerpt(tenant);
        changes.forEach(excerpt::note);
        return excerpt.toSnapshot(log);
    }

    private void note(TenantChange change) {
        if (change instanceof TenantChange.MembershipAdded it) {
            note(it.membership());
        } else if (change instanceof TenantChange.SkuRemoved it) {
            noteHolders(it.skuId());
        } else if (change instanceof TenantChange.SkuSet it && !LiveStep.canMake(change, tenant)) {
            noteHolders(it.sku().id());
        }
    }

    private void note(Membership membership) {
        note(membership.groupId());
        if (membership instanceof Membership.OfUser it) {
            note(it.member());
        } else if (membership instanceof Membership.OfGroup it) {
            note(it.member());
        }
    }

    private void note(GroupId id) {
        int number = tenant.ledger.sources.groupNumber(id);
        if (number >= 0 && tenant.groups.group(number) != null) {
            groups.set(number);
        }
    }

    private void note(UserId id) {
        int number = tenant.roster.number(id);
        if (number >= 0 && tenant.roster.isPresent(number)) {
            users.set(number);
        }
    }

    private void noteHolders(SkuId id) {
        int sku = tenant.snapshot.skuIndex(id);
        if (sku >= 0) {
            tenant.groups.licensedWith(id).forEach(groups::set);
            for (int user : tenant.directUsers(sku)) {
                users.set(user);
            }
        }
    }

    private TenantSnapshot toSnapshot(ChangeLog log) {
        TenantSnapshot.Builder builder =
                TenantSnapshot.builder(tenant.snapshot.tenant()).policy(tenant.snapshot.policy());
        tenant.snapshot.servicePlans().forEach(builder::servicePlan);
        for (int index = 0; index < tenant.snapshot.skus().size(); index++) {
            Sku sku = tenant.sku(index);
            builder.sku(sku);
            tellSubscription(sku.id(), log, builder);
        }
        groups.stream().mapToObj(tenant.groups::group).forEach(builder::group);
        users.stream().mapToObj(tenant.roster::user).forEach(builder::user);
        return builder.build();
    }

    private void tellSubscription(SkuId sku, ChangeLog log, TenantSnapshot.Builder builder) {
        TenantChange last = log.ofSubscription(sku);
        if (last == null) {
            tenant.snapshot.subscription(sku).ifPresent(builder::subscription);
        } else if (last instanceof TenantChange.SubscriptionSet it) {
            builder.subscription(it.subscription());
        }
    }
}
