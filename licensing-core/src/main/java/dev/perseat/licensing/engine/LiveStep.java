package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one step, made in a {@link LiveTenant}. Every change notes whom it touches and how to take it back; what
 * follows from all of them together is the matter of {@link LiveSettlement}.
 */
final class LiveStep {
    private final LiveTenant tenant;
    private final Journal journal;

    /** Whom the changes touch. */
    final Reach reach;

    /** SKUs that the tenant does not have, and has a subscription of. */
    private final Set<SkuId> unknownSkus = new HashSet<>();

    private final List<Check> checks = new ArrayList<>();

    /** Something that has to hold in the end. */
    private interface Check {
        boolean holds();
    }

    LiveStep(LiveTenant tenant, Journal journal) {
        this.tenant = tenant;
        this.journal = journal;
        reach = new Reach(tenant);
    }

    /**
     * Returns whether a change can be made here. Others give plans, SKUs or locations other numbers, or reach everybody:
     * after those, the tenant is compiled anew.
     */
    static boolean canMake(TenantChange change, LiveTenant tenant) {
        if (change instanceof TenantChange.SkuSet it) {
            int index = tenant.snapshot.skuIndex(it.sku().id());
            if (index < 0) {
                return false;
            }
            Sku before = tenant.sku(index);
            return it.sku().appliesTo() == before.appliesTo()
                    && it.sku().servicePlans().containsAll(before.servicePlans())
                    && it.sku().servicePlans().stream().allMatch(plan -> tenant.snapshot.servicePlanIndex(plan) >= 0);
        }
        return !(change instanceof TenantChange.SkuRemoved
                || change instanceof TenantChange.ServicePlanSet
                || change instanceof TenantChange.ServicePlanRemoved
                || change instanceof TenantChange.PolicySet
                || change instanceof TenantChange.TenantSet);
    }

    void make(TenantChange change) {
        if (change instanceof TenantChange.MembershipAdded it) {
            set(it.membership(), true);
        } else if (change instanceof TenantChange.MembershipRemoved it) {
            set(it.membership(), false);
        } else if (change instanceof TenantChange.UserSet it) {
            set(it.user());
        } else if (change instanceof TenantChange.UserRemoved it) {
            remove(it.userId());
        } else if (change instanceof TenantChange.GroupSet it) {
            set(it.group());
        } else if (change instanceof TenantChange.GroupRemoved it) {
            remove(it.groupId());
        } else if (change instanceof TenantChange.SubscriptionSet it) {
            set(it.subscription().skuId(), it.subscription());
        } else if (change instanceof TenantChange.SubscriptionRemoved it) {
            set(it.skuId(), null);
        } else if (change instanceof TenantChange.SkuSet it) {
            set(it.sku());
        } else {
            throw new IllegalArgumentException("a change of this kind needs the tenant compiled anew");
        }
    }

    private void set(Membership membership, boolean present) {
        GroupId id = membership.groupId();
        int group = present ? groupNumber(id) : tenant.ledger.sources.groupNumber(id);
        if (membership instanceof Membership.OfUser it) {
            int user = present ? userNumber(it.member()) : tenant.roster.number(it.member());
            if (group >= 0 && user >= 0) {
                setMember(group, user, present);
            }
        } else if (membership instanceof Membership.OfGroup it) {
            int member = present ? groupNumber(it.member()) : tenant.ledger.sources.groupNumber(it.member());
            if (group >= 0 && member >= 0) {
                setEdge(group, member, present);
            }
        }
    }

    private int groupNumber(GroupId id) {
        tenant.ledger.sources.addGroups(new TreeSet<>(List.of(id)));
        tenant.groups.widen();
        return tenant.ledger.sources.groupNumber(id);
    }

    private int userNumber(UserId id) {
        int number = tenant.roster.numberOrNew(id);
        tenant.widen();
        return number;
    }

    private void setMember(int group, int user, boolean present) {
        if (tenant.members.set(group, user, present, journal)) {
            reach.users.add(user);
            if (present) {
                checks.add(() -> !isMember(group, user) || (exists(group) && tenant.roster.isPresent(user)));
            }
        }
    }

    private boolean isMember(int group, int user) {
        return Arrays.binarySearch(tenant.members.groupsOf(user), group) >= 0;
    }

    private boolean exists(int group) {
        return tenant.groups.group(group) != null;
    }

    private void setEdge(int group, int member, boolean present) {
        if (tenant.groups.setEdge(group, member, present, journal)) {
            reach.moved.add(member);
            if (present) {
                checks.add(() -> !isEdge(group, member) || (exists(group) && exists(member)));
            }
        }
    }

    private boolean isEdge(int group, int member) {
        return Arrays.binarySearch(tenant.groups.children(group), member) >= 0;
    }

    private void set(User user) {
        int number = userNumber(user.id());
        List<License> direct = List.of();
        if (tenant.roster.isPresent(number)) {
            direct = tenant.roster.directLicenses(number);
            tenant.addresses.set(number, tenant.roster.proxyAddresses(number), false, reach.users::add, journal);
        }
        tenant.setDirect(number, direct, user.directLicenses(), journal);
        tenant.roster.set(number, user, journal);
        tenant.addresses.set(number, user.proxyAddresses(), true, reach.users::add, journal);
        reach.users.add(number);
        checks.add(() -> !tenant.roster.isPresent(number) || tenant.isValid(tenant.roster.directLicenses(number)));
    }

    private void remove(UserId id) {
        int number = tenant.roster.number(id);
        if (number < 0) {
            return;
        }
        for (int group : tenant.members.groupsOf(number)) {
            tenant.members.set(group, number, false, journal);
        }
        if (tenant.roster.isPresent(number)) {
            tenant.addresses.set(number, tenant.roster.proxyAddresses(number), false, reach.users::add, journal);
            tenant.setDirect(number, tenant.roster.directLicenses(number), List.of(), journal);
            tenant.roster.remove(number, journal);
        }
        reach.users.add(number);
    }

    private void set(Group group) {
        int number = groupNumber(group.id());
        Group before = tenant.groups.group(number);
        tenant.groups.set(number, group, journal);
        if (before == null
                || before.isEligible() != group.isEligible()
                || !before.licenses().equals(group.licenses())) {
            reach.licensed.add(number);
            checks.add(() -> {
                Group now = tenant.groups.group(number);
                return now == null || tenant.isValid(now.licenses());
            });
        }
    }

    private void remove(GroupId id) {
        int number = tenant.ledger.sources.groupNumber(id);
        if (number < 0) {
            return;
        }
        IntBuffer members = new IntBuffer();
        tenant.members.forEachUser(number, members::add);
        for (int i = 0; i < members.size; i++) {
            setMember(number, members.values[i], false);
        }
        for (int child : tenant.groups.children(number).clone()) {
            setEdge(number, child, false);
        }
        for (int parent : tenant.groups.parents(number).clone()) {
            setEdge(parent, number, false);
        }
        if (exists(number)) {
            tenant.groups.set(number, null, journal);
            reach.licensed.add(number);
        }
    }

    private void set(SkuId id, @Nullable Subscription subscription) {
        int sku = tenant.snapshot.skuIndex(id);
        if (sku >= 0) {
            tenant.seats.set(sku, subscription); // taken back with all seats
            reach.skus.add(sku);
        } else if (subscription != null) {
            unknownSkus.add(id);
        } else {
            unknownSkus.remove(id);
        }
    }

    private void set(Sku sku) {
        int index = tenant.snapshot.skuIndex(sku.id());
        boolean samePlans = tenant.sku(index).servicePlans().equals(sku.servicePlans());
        tenant.setSku(index, sku, journal);
        if (!samePlans) {
            tenant.ledger.catalog.setPlans(index, tenant.ledger.catalog.userPlans(sku), journal);
            tenant.groups.licensedWith(sku.id()).forEach(reach.licensed::add);
            for (int user : tenant.directUsers(index)) {
                reach.users.add(user);
            }
        }
    }

    /** Returns whether the tenant is valid after all changes. */
    boolean isValid() {
        return unknownSkus.isEmpty() && checks.stream().allMatch(Check::holds);
    }
}
