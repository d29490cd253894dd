package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What may happen to a tenant from one day to the next. */
final class Mutation {
    private final Dice dice;
    private final CatalogueGenerator catalogue;
    private final DirectoryGenerator directory;

    Mutation(Dice dice, CatalogueGenerator catalogue, DirectoryGenerator directory) {
        this.dice = dice;
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /** Changes one thing at random, or nothing if there is no such thing. */
    void apply(TenantDraft draft) {
        List<Runnable> changes = List.of(
                () -> remove(draft.memberships), // twice, since those who leave are what retaining is about
                () -> remove(draft.memberships),
                () -> join(draft),
                () -> changeGroupLicenses(draft),
                () -> changeDirectLicenses(draft),
                () -> changeUser(draft),
                () -> changePlans(draft),
                () -> addConflict(draft),
                () -> changeSubscription(draft),
                () -> remove(draft.groups),
                () -> addGroup(draft),
                () -> remove(draft.users),
                () -> addUser(draft),
                () -> remove(draft.skus),
                () -> draft.policy = policy());
        dice.pick(changes).run();
    }

    LicensingPolicy policy() {
        return new LicensingPolicy(
                dice.pick(List.of(LicensingPolicy.NestedGroups.values())),
                dice.pick(List.of(LicensingPolicy.GroupFailure.values())),
                dice.pick(List.of(LicensingPolicy.MissingDependency.values())));
    }

    private void remove(List<?> things) {
        any(things).ifPresent(things::remove);
    }

    private <T> Optional<T> any(List<T> things) {
        return things.isEmpty() ? Optional.empty() : Optional.of(dice.pick(things));
    }

    private void join(TenantDraft draft) {
        any(draft.groups).ifPresent(group -> {
            any(draft.users).ifPresent(user -> draft.memberships.add(new Membership.OfUser(group.id(), user.id())));
            if (dice.chance(0.2)) {
                draft.memberships.add(new Membership.OfGroup(
                        group.id(), dice.pick(draft.groups).id()));
            }
        });
    }

    private void changeGroupLicenses(TenantDraft draft) {
        any(draft.groups).ifPresent(group -> {
            draft.groups.remove(group);
            draft.groups.add(group.withLicenses(directory.licenses(draft, dice.between(0, 3))));
        });
    }

    private void changeDirectLicenses(TenantDraft draft) {
        any(draft.users).ifPresent(user -> {
            draft.users.remove(user);
            draft.users.add(TenantDraft.withLicenses(user, directory.licenses(draft, dice.between(0, 2))));
        });
    }

    /** Another location, other addresses, other licences. */
    private void changeUser(TenantDraft draft) {
        any(draft.users).ifPresent(user -> {
            draft.users.remove(user);
            draft.users.add(directory.user(user.id(), draft));
        });
    }

    private void changePlans(TenantDraft draft) {
        any(draft.skus).ifPresent(sku -> {
            TreeSet<ServicePlanId> plans = new TreeSet<>(sku.servicePlans());
            ServicePlanId plan = dice.pick(draft.plans).id();
            if (!plans.add(plan)) {
                plans.remove(plan);
            }
            draft.skus.remove(sku);
            draft.skus.add(new Sku(sku.id(), sku.partNumber(), sku.appliesTo(), plans));
        });
    }

    private void addConflict(TenantDraft draft) {
        ServicePlan plan = dice.pick(draft.plans);
        ServicePlan other = dice.pick(draft.plans);
        if (!plan.id().equals(other.id())) {
            draft.plans.remove(plan);
            draft.plans.add(plan.toBuilder().conflictsWith(List.of(other.id())).build());
        }
    }

    /** More seats, fewer seats, another status, or no subscription at all. */
    private void changeSubscription(TenantDraft draft) {
        any(draft.skus).ifPresent(sku -> {
            SkuId id = sku.id();
            draft.subscriptions.removeIf(
                    (Subscription subscription) -> subscription.skuId().equals(id));
            if (dice.chance(0.9)) {
                draft.subscriptions.add(catalogue.subscription(id));
            }
        });
    }

    private void addGroup(TenantDraft draft) {
        GroupId id = dice.pick(DirectoryGenerator.GROUP_IDS);
        if (draft.groups.stream().map(Group::id).noneMatch(id::equals)) {
            draft.groups.add(directory.group(id, draft));
        }
    }

    private void addUser(TenantDraft draft) {
        UserId id = dice.pick(DirectoryGenerator.USER_IDS);
        if (draft.users.stream().map(User::id).noneMatch(id::equals)) {
            draft.users.add(directory.user(id, draft));
        }
    }
}
