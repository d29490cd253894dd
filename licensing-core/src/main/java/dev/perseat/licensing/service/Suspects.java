package dev.perseat.licensing.service;

import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The users whose errors changes may bring about or turn into others. An error may become another one while the user holds
 * what they held before: as when a seat that they wait for is free at last, and then a conflict shows. Most changes reach only
 * those whom they name, the members of the groups that they name, and those who wait for a seat of a product whose seats they
 * free; after all others, such as a group in a group or another policy, everybody is looked at.
 */
final class Suspects {
    private final TenantReplica replica;
    private final LiveCalculation live;
    private final boolean local;
    private final NavigableSet<SkuId> scarce = new TreeSet<>();
    private final NavigableSet<UserId> users = new TreeSet<>();

    /**
     * Notes everything that has to be looked up before the changes.
     *
     * @param named the users whom the changes name
     */
    Suspects(TenantReplica replica, List<TenantChange> changes, ChangeEffect effect, NavigableSet<UserId> named) {
        this.replica = replica;
        live = replica.live;
        users.addAll(named);
        effect.changes().forEach(change -> users.add(change.userId()));
        local = changes.stream().allMatch(this::isLocal);
        if (local) {
            addScarce(changes, effect);
            replica.directUsers.stream()
                    .filter(user ->
                            isScarce(live.user(user).map(User::directLicenses).orElse(List.of())))
                    .forEach(users::add);
        } else {
            TenantSnapshot now = live.result().snapshot();
            IntStream.range(0, now.userCount()).forEach(user -> users.add(now.userId(user)));
        }
    }

    private boolean isLocal(TenantChange change) {
        if (change instanceof TenantChange.UserSet it) {
            return addresses(it.user().id()).equals(it.user().proxyAddresses());
        } else if (change instanceof TenantChange.UserRemoved it) {
            return addresses(it.userId()).isEmpty();
        } else if (change instanceof TenantChange.MembershipAdded it) {
            return it.membership() instanceof Membership.OfUser;
        } else if (change instanceof TenantChange.MembershipRemoved it) {
            return it.membership() instanceof Membership.OfUser;
        }
        return change instanceof TenantChange.GroupSet
                || change instanceof TenantChange.SubscriptionSet
                || change instanceof TenantChange.SubscriptionRemoved;
    }

    private List<String> addresses(UserId user) {
        return live.user(user).map(User::proxyAddresses).orElse(List.of());
    }

    private void addScarce(List<TenantChange> changes, ChangeEffect effect) {
        effect.seats().forEach(seats -> scarce.add(seats.skuId()));
        for (TenantChange change : changes) {
            if (change instanceof TenantChange.SubscriptionSet it) {
                scarce.add(it.subscription().skuId());
            } else if (change instanceof TenantChange.SubscriptionRemoved it) {
                scarce.add(it.skuId());
            }
        }
    }

    private boolean isScarce(List<License> licenses) {
        return licenses.stream().anyMatch(license -> scarce.contains(license.skuId()));
    }

    /**
     * Returns those who are there after the changes.
     *
     * @param groups the groups that the changes reach
     * @param after the tenant after the changes
     * @return the users, by id
     */
    NavigableSet<UserId> after(List<GroupId> groups, LiveCalculation after) {
        if (local) {
            groups.forEach(group -> after.members(group).forEach(member -> users.add(member.userId())));
            for (Group group : replica.things.groups.values()) {
                if (isScarce(group.licenses())) {
                    after.members(group.id()).stream()
                            .filter(member -> !member.errors().isEmpty())
                            .forEach(member -> users.add(member.userId()));
                }
            }
        }
        users.removeIf(user -> after.user(user).isEmpty());
        return users;
    }
}
