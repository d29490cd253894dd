package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What may happen to users, groups, members, and the licences of both. */
final class DirectoryMutation {
    private final Dice dice;
    private final DirectoryGenerator directory;

    DirectoryMutation(Dice dice, DirectoryGenerator directory) {
        this.dice = dice;
        this.directory = directory;
    }

    void addTo(Chances<Consumer<TenantDraft>> kinds) {
        kinds.add(12, this::join)
                .add(12, draft -> leave(draft, Membership.OfUser.class))
                .add(4, this::nest)
                .add(3, draft -> leave(draft, Membership.OfGroup.class))
                .add(6, this::changeGroupLicenses)
                .add(1, this::changeKind)
                .add(6, this::changeDirectLicenses)
                .add(2, this::moveUser)
                .add(1, this::changeAddresses)
                .add(1, this::changeUser)
                .add(4, this::addUser)
                .add(3, draft -> dice.any(draft.users).ifPresent(draft.users::remove))
                .add(2, this::addGroup)
                .add(1, draft -> dice.any(draft.groups).ifPresent(draft.groups::remove));
    }

    private void join(TenantDraft draft) {
        List<Group> licensed =
                draft.groups.stream().filter(DirectoryMutation::matters).toList();
        dice.any(mostly(licensed, draft.groups)).ifPresent(group -> {
            List<Membership> possible = draft.users.stream()
                    .map(user -> Membership.of(group.id(), user.id()))
                    .filter(membership -> !draft.memberships.contains(membership))
                    .toList();
            dice.any(possible).ifPresent(draft.memberships::add);
        });
    }

    private void leave(TenantDraft draft, Class<? extends Membership> kind) {
        List<Membership> memberships =
                draft.memberships.stream().filter(kind::isInstance).toList();
        Set<GroupId> licensed = draft.groups.stream()
                .filter(DirectoryMutation::matters)
                .map(Group::id)
                .collect(Collectors.toSet());
        List<Membership> ofLicensed = memberships.stream()
                .filter(membership -> licensed.contains(membership.groupId()))
                .toList();
        dice.any(mostly(ofLicensed, memberships)).ifPresent(draft.memberships::remove);
    }

    private static boolean matters(Group group) {
        return group.isEligible() && !group.licenses().isEmpty();
    }

    private <T> List<T> mostly(List<T> preferred, List<T> all) {
        return preferred.isEmpty() || dice.chance(0.2) ? all : preferred;
    }

    /** A group in a group, and often the one that closes a cycle. */
    private void nest(TenantDraft draft) {
        List<Membership.OfGroup> edges = new ArrayList<>();
        for (Membership membership : draft.memberships) {
            if (membership instanceof Membership.OfGroup edge) {
                edges.add(edge);
            }
        }
        Optional<Membership.OfGroup> back = dice.chance(0.5) ? dice.any(edges) : Optional.empty();
        if (back.isPresent()) {
            draft.memberships.add(Membership.of(back.get().member(), back.get().groupId()));
        } else if (!draft.groups.isEmpty()) {
            draft.memberships.add(Membership.of(
                    dice.pick(draft.groups).id(), dice.pick(draft.groups).id()));
        }
    }

    /** All licences are other ones, or one of them is gone, or there is one more. */
    private void changeGroupLicenses(TenantDraft draft) {
        changeGroup(draft, group -> group.withLicenses(otherLicenses(draft, group.licenses(), 3)));
    }

    private void changeDirectLicenses(TenantDraft draft) {
        changeUser(draft, user -> TenantDraft.withLicenses(user, otherLicenses(draft, user.directLicenses(), 2)));
    }

    private List<License> otherLicenses(TenantDraft draft, List<License> before, int most) {
        if (before.isEmpty() || dice.chance(0.4)) {
            return directory.licenses(draft, dice.between(0, most));
        }
        List<License> licenses = new ArrayList<>(before);
        License one = dice.pick(before);
        licenses.remove(one);
        if (dice.chance(0.6)) {
            licenses.removeIf(license -> license.skuId().equals(one.skuId()));
            directory.licenses(draft, 1).stream()
                    .filter(more -> licenses.stream()
                            .noneMatch(license -> license.skuId().equals(more.skuId())))
                    .forEach(licenses::add);
        }
        return licenses;
    }

    private void changeKind(TenantDraft draft) {
        changeGroup(draft, group -> group.withKind(dice.pick(List.of(GroupKind.values())), dice.chance(0.7)));
    }

    private void moveUser(TenantDraft draft) {
        changeUser(
                draft,
                user -> user.toBuilder().usageLocation(directory.location()).build());
    }

    private void changeAddresses(TenantDraft draft) {
        changeUser(
                draft,
                user -> new User(
                        user.id(),
                        user.userPrincipalName(),
                        user.displayName(),
                        user.usageLocation(),
                        user.accountEnabled(),
                        directory.addresses(),
                        user.attributes(),
                        user.directLicenses()));
    }

    /** Another location, other addresses, other licences. */
    private void changeUser(TenantDraft draft) {
        changeUser(draft, user -> directory.user(user.id(), draft));
    }

    private void changeUser(TenantDraft draft, UnaryOperator<User> change) {
        dice.any(draft.users).ifPresent(user -> {
            draft.users.remove(user);
            draft.users.add(change.apply(user));
        });
    }

    private void changeGroup(TenantDraft draft, UnaryOperator<Group> change) {
        dice.any(draft.groups).ifPresent(group -> {
            draft.groups.remove(group);
            draft.groups.add(change.apply(group));
        });
    }

    /** One of few who are not there, so that those who left come back. */
    private void addUser(TenantDraft draft) {
        List<UserId> absent = new ArrayList<>(DirectoryGenerator.userIds(draft.users.size() + 3));
        draft.users.forEach(user -> absent.remove(user.id()));
        UserId id = dice.pick(absent);
        draft.users.add(directory.user(id, draft));
        dice.some(draft.groups, 0.3).forEach(group -> draft.memberships.add(Membership.of(group.id(), id)));
    }

    private void addGroup(TenantDraft draft) {
        List<GroupId> absent = new ArrayList<>(DirectoryGenerator.groupIds(draft.groups.size() + 2));
        draft.groups.forEach(group -> absent.remove(group.id()));
        dice.any(absent).ifPresent(id -> {
            draft.groups.add(directory.group(id, draft));
            dice.some(draft.users, 0.3).forEach(user -> draft.memberships.add(Membership.of(id, user.id())));
        });
    }
}
