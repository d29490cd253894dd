package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Makes changes of commands, or finds why they cannot be done: every reason, not only the first. */
final class CommandPlanner {
    private final TenantReplica replica;
    private final Things things;
    private final LiveCalculation live;
    private final AssignmentCalculator calculator;
    private final Function<OperationId, Operation> operations;
    private final Instant now;

    CommandPlanner(
            TenantReplica replica,
            AssignmentCalculator calculator,
            Function<OperationId, Operation> operations,
            Instant now) {
        this.replica = replica;
        this.calculator = calculator;
        this.operations = operations;
        this.now = now;
        things = replica.things;
        live = replica.live;
    }

    Plan plan(LicenseCommand command) {
        Plan plan = draft(command);
        if (plan.isRefused() || plan.changes().isEmpty()) {
            return plan;
        }
        try {
            live.check(plan.changes());
        } catch (InvalidTenantException e) {
            return Plan.refused(
                    plan.target(),
                    e.problems().stream().<Refusal>map(Refusal.Invalid::new).toList());
        }
        List<Refusal> refusals = new ArrayList<>(newlyMissing(plan));
        if (command instanceof LicenseCommand.ChangeUserLicenses it) {
            refusals.addAll(violations(it, plan.changes()));
        } else if (command instanceof LicenseCommand.RemoveRedundantLicenses it) {
            refusals.addAll(losses(it, plan.changes()));
        }
        return refusals.isEmpty() ? plan : Plan.refused(plan.target(), refusals);
    }

    private Plan draft(LicenseCommand command) {
        if (command instanceof LicenseCommand.ChangeGroupLicenses it) {
            return groupLicenses(it);
        } else if (command instanceof LicenseCommand.ChangeUserLicenses it) {
            return userLicenses(it);
        } else if (command instanceof LicenseCommand.RemoveRedundantLicenses it) {
            return redundant(it);
        } else if (command instanceof LicenseCommand.SetSubscription it) {
            return subscription(it);
        } else if (command instanceof LicenseCommand.RemoveSubscription it) {
            return noSubscription(it);
        } else if (command instanceof LicenseCommand.ChangeCatalogue it) {
            return Plan.of(it.target(), it.changes(), groupsReached(it.changes()));
        } else if (command instanceof LicenseCommand.SetPolicy it) {
            ModifiedProperty property = new ModifiedProperty("policy", text(things.policy), text(it.policy()));
            return Plan.of(it.target(), List.of(new TenantChange.PolicySet(it.policy())), property);
        } else if (command instanceof LicenseCommand.ChangeDirectory it) {
            return directory(it);
        } else if (command instanceof LicenseCommand.RemoveGroup it) {
            return removeGroup(it);
        } else if (command instanceof LicenseCommand.CancelOperation it) {
            return cancel(it);
        }
        return reprocess(command);
    }

    private Plan groupLicenses(LicenseCommand.ChangeGroupLicenses command) {
        Group group = things.groups.get(command.groupId());
        if (group == null) {
            return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
        }
        List<Refusal> refusals = new ArrayList<>();
        if (!command.change().set().isEmpty() && !group.isEligible()) {
            refusals.add(new Refusal.NotEligible(group.id()));
        }
        for (SkuId sku : missing(command.change(), group.licenses())) {
            refusals.add(new Refusal.NotAssigned(command.target(), sku));
        }
        if (!refusals.isEmpty()) {
            return Plan.refused(command.target(), refusals);
        }
        List<License> after = command.change().applyTo(group.licenses());
        return Plan.of(
                command.target(),
                List.of(new TenantChange.GroupSet(group.withLicenses(after))),
                licenses(group.licenses(), after));
    }

    /** Returns the SKUs that a change removes and that are not there. */
    private static List<SkuId> missing(LicenseChange change, List<License> licenses) {
        NavigableSet<SkuId> missing = new TreeSet<>((Collection<SkuId>) change.removed());
        licenses.forEach(license -> missing.remove(license.skuId()));
        return List.copyOf(missing);
    }

    private static ModifiedProperty licenses(List<License> before, List<License> after) {
        return new ModifiedProperty("licenses", LicenseText.of(before), LicenseText.of(after));
    }

    private Plan userLicenses(LicenseCommand.ChangeUserLicenses command) {
        User user = live.user(command.userId()).orElse(null);
        if (user == null) {
            return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (SkuId sku : missing(command.change(), user.directLicenses())) {
            List<GroupId> groups = inheritedFrom(user.id(), sku);
            refusals.add(
                    groups.isEmpty()
                            ? new Refusal.NotAssigned(command.target(), sku)
                            : new Refusal.Inherited(user.id(), sku, groups));
        }
        if (!refusals.isEmpty()) {
            return Plan.refused(command.target(), refusals);
        }
        List<License> after = command.change().applyTo(user.directLicenses());
        return Plan.of(
                command.target(),
                List.of(new TenantChange.UserSet(withDirectLicenses(user, after))),
                licenses(user.directLicenses(), after));
    }

    private List<GroupId> inheritedFrom(UserId user, SkuId sku) {
        return live.states(user).stream()
                .filter(state -> state.skuId().equals(sku))
                .flatMap(state -> state.source().group().stream())
                .toList();
    }

    static User withDirectLicenses(User user, List<License> licenses) {
        return new User(
                user.id(),
                user.userPrincipalName(),
                user.displayName(),
                user.usageLocation(),
                user.accountEnabled(),
                user.proxyAddresses(),
                user.attributes(),
                licenses);
    }

    private List<Refusal> violations(LicenseCommand.ChangeUserLicenses command, List<TenantChange> changes) {
        NavigableSet<SkuId> wanted = new TreeSet<>();
        command.change().set().forEach(license -> wanted.add(license.skuId()));
        List<LicenseAssignmentState> violated = live.preview(
                changes,
                (effect, after) -> after.states(command.userId()).stream()
                        .filter(state -> state.source().isDirect()
                                && state.violation() != null
                                && wanted.contains(state.skuId()))
                        .toList());
        Sentences sentences = replica.sentences();
        return violated.stream()
                .<Refusal>map(state -> new Refusal.Violated(
                        command.userId(),
                        state,
                        sentences.explain(command.userId(), state).sentence()))
                .toList();
    }

    private Plan redundant(LicenseCommand.RemoveRedundantLicenses command) {
        Map<UserId, NavigableSet<SkuId>> byUser = new TreeMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (RedundantLicense license : command.licenses()) {
            Optional<User> user = live.user(license.userId());
            if (user.isEmpty()) {
                refusals.add(new Refusal.NotFound(Target.of(license.userId())));
            } else if (Redundancy.of(license.userId(), live).stream()
                    .noneMatch(it -> it.skuId().equals(license.skuId()))) {
                refusals.add(new Refusal.NotRedundant(license.userId(), license.skuId()));
            } else {
                byUser.computeIfAbsent(license.userId(), any -> new TreeSet<>()).add(license.skuId());
            }
        }
        if (!refusals.isEmpty()) {
            return Plan.refused(command.target(), refusals);
        }
        List<TenantChange> changes = new ArrayList<>();
        byUser.forEach((id, skus) -> live.user(id).ifPresent(user -> {
            List<License> after = user.directLicenses().stream()
                    .filter(license -> !skus.contains(license.skuId()))
                    .toList();
            changes.add(new TenantChange.UserSet(withDirectLicenses(user, after)));
        }));
        return Plan.of(
                command.target(),
                changes,
                new ModifiedProperty("users", "", LicenseText.quoted(List.copyOf(byUser.keySet()))));
    }

    /** Returns those of whom somebody would lose a plan after all, such as by a conflict that the licence had kept away. */
    private List<Refusal> losses(LicenseCommand.RemoveRedundantLicenses command, List<TenantChange> changes) {
        Map<UserId, NavigableSet<ServicePlanId>> before = new TreeMap<>();
        command.licenses().forEach(it -> before.put(it.userId(), Redundancy.plans(it.userId(), live)));
        List<UserId> losers = live.preview(
                changes,
                (effect, after) -> before.entrySet().stream()
                        .filter(it -> !Redundancy.plans(it.getKey(), after).containsAll(it.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
        return command.licenses().stream()
                .filter(it -> losers.contains(it.userId()))
                .<Refusal>map(it -> new Refusal.NotRedundant(it.userId(), it.skuId()))
                .toList();
    }

    private Plan subscription(LicenseCommand.SetSubscription command) {
        if (!things.skus.containsKey(command.subscription().skuId())) {
            return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
        }
        Subscription before = things.subscriptions.get(command.subscription().skuId());
        return Plan.of(
                command.target(),
                List.of(new TenantChange.SubscriptionSet(command.subscription())),
                new ModifiedProperty("subscription", before == null ? "" : text(before), text(command.subscription())));
    }

    private Plan noSubscription(LicenseCommand.RemoveSubscription command) {
        Subscription before = things.subscriptions.get(command.skuId());
        if (before == null) {
            return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
        }
        return Plan.of(
                command.target(),
                List.of(new TenantChange.SubscriptionRemoved(command.skuId())),
                new ModifiedProperty("subscription", text(before), ""));
    }

    private static String text(Subscription subscription) {
        return "enabled " + subscription.prepaidUnits().enabled() + ", warning "
                + subscription.prepaidUnits().warning() + ", suspended "
                + subscription.prepaidUnits().suspended() + ", locked out "
                + subscription.prepaidUnits().lockedOut() + ", " + subscription.capabilityStatus();
    }

    private static String text(LicensingPolicy policy) {
        return policy.nestedGroups() + ", " + policy.groupFailure() + ", " + policy.missingDependency();
    }

    private ModifiedProperty groupsReached(List<TenantChange> changes) {
        return new ModifiedProperty("groups", "", LicenseText.quoted(GroupsReached.by(changes, things)));
    }

    /** A directory knows no licences: those that users and groups have stay, and those that it tells do not count. */
    private Plan directory(LicenseCommand.ChangeDirectory command) {
        List<TenantChange> changes = new ArrayList<>();
        for (TenantChange change : command.changes()) {
            if (change instanceof TenantChange.UserSet it) {
                List<License> direct =
                        live.user(it.user().id()).map(User::directLicenses).orElse(List.of());
                changes.add(new TenantChange.UserSet(withDirectLicenses(it.user(), direct)));
            } else if (change instanceof TenantChange.GroupSet it) {
                Group known = things.groups.get(it.group().id());
                List<License> licenses = known == null ? List.of() : known.licenses();
                changes.add(new TenantChange.GroupSet(it.group().withLicenses(licenses)));
            } else if (change instanceof TenantChange.TenantSet it
                    && !it.tenant().id().equals(things.tenant.id())) {
                return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
            } else {
                changes.add(change);
            }
        }
        return Plan.of(
                command.target(), changes, new ModifiedProperty("changes", "", Integer.toString(changes.size())));
    }

    private Plan removeGroup(LicenseCommand.RemoveGroup command) {
        Group group = things.groups.get(command.groupId());
        if (group == null) {
            return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
        }
        if (!group.licenses().isEmpty()) {
            List<SkuId> skus =
                    group.licenses().stream().map(License::skuId).sorted().toList();
            return Plan.refused(command.target(), new Refusal.HasLicenses(group.id(), skus));
        }
        return Plan.of(command.target(), List.of(new TenantChange.GroupRemoved(group.id())));
    }

    private Plan reprocess(LicenseCommand command) {
        boolean there = command.target() instanceof Target.OfUser user
                ? live.user(user.userId()).isPresent()
                : command.target() instanceof Target.OfGroup group && things.groups.containsKey(group.groupId());
        return there
                ? Plan.of(command.target(), List.of())
                : Plan.refused(command.target(), new Refusal.NotFound(command.target()));
    }

    private Plan cancel(LicenseCommand.CancelOperation command) {
        OperationId id = command.operationId();
        OpenStep step = replica.open.get(id.number());
        // Somebody else may process the tenant, so that only the store knows how far the operation has come.
        Operation operation = step == null ? null : operations.apply(id);
        if (step == null || operation == null || operation.status().isEnded()) {
            boolean known = id.number() <= replica.knownVersion();
            return Plan.refused(
                    command.target(),
                    known ? new Refusal.NotCancellable(id, "it has ended") : new Refusal.NotFound(command.target()));
        }
        if (operation.activity() != Activity.SET_GROUP_LICENSE
                || !(operation.target() instanceof Target.OfGroup target)) {
            return Plan.refused(
                    command.target(),
                    new Refusal.NotCancellable(id, "only a change of a group's licences can be cancelled"));
        }
        Group group = things.groups.get(target.groupId());
        if (group == null || !group.licenses().equals(step.licensesAfter)) {
            return Plan.refused(
                    command.target(),
                    new Refusal.NotCancellable(id, "the licences of the group have been changed again since"));
        }
        Operation cancelled = operation.ended(OperationStatus.CANCELLED, now);
        return Plan.of(
                        command.target(),
                        List.of(new TenantChange.GroupSet(group.withLicenses(step.licensesBefore))),
                        licenses(group.licenses(), step.licensesBefore))
                .cancelling(cancelled);
    }

    /** Under REJECT: the plans that lack another one with the changes, and did not before. */
    private List<Refusal> newlyMissing(Plan plan) {
        if (things.policy.missingDependency() != LicensingPolicy.MissingDependency.REJECT
                || plan.changes().stream().noneMatch(CommandPlanner::canLack)) {
            return List.of();
        }
        List<GroupId> groups = GroupsReached.by(plan.changes(), things);
        List<MissingDependency> before = things.missingDependencies(calculator, licensed(things, groups));
        Things after = things.with(plan.changes());
        return after.missingDependencies(calculator, licensed(after, groups)).stream()
                .filter(missing -> !before.contains(missing))
                .<Refusal>map(Refusal.LacksPlan::new)
                .toList();
    }

    private static boolean canLack(TenantChange change) {
        return change instanceof TenantChange.GroupSet
                || change instanceof TenantChange.SkuSet
                || change instanceof TenantChange.ServicePlanSet;
    }

    private static List<Group> licensed(Things things, List<GroupId> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(things.groups.get(id)).stream())
                .toList();
    }
}
