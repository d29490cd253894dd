package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes changes of commands, or finds why they cannot be done: every reason, not only the first. */
final class CommandPlanner {
    private final Things things;
    private final LiveCalculation live;
    private final AssignmentCalculator calculator;
    private final GroupCommands groups;
    private final UserCommands users;

    CommandPlanner(
            TenantReplica replica,
            AssignmentCalculator calculator,
            Function<OperationId, Operation> operations,
            Instant now) {
        this.calculator = calculator;
        things = replica.things;
        live = replica.live;
        groups = new GroupCommands(replica, operations, now);
        users = new UserCommands(replica);
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
        List<Refusal> refusals = new ArrayList<>(newlyMissing(command, plan));
        if (command instanceof LicenseCommand.ChangeUserLicenses it) {
            refusals.addAll(users.violations(it, plan.changes()));
        } else if (command instanceof LicenseCommand.RemoveRedundantLicenses it) {
            refusals.addAll(users.losses(it, plan.changes()));
        }
        return refusals.isEmpty() ? plan : Plan.refused(plan.target(), refusals);
    }

    private Plan draft(LicenseCommand command) {
        if (command instanceof LicenseCommand.ChangeGroupLicenses it) {
            return groups.licenses(it);
        } else if (command instanceof LicenseCommand.ChangeUserLicenses it) {
            return users.licenses(it);
        } else if (command instanceof LicenseCommand.RemoveRedundantLicenses it) {
            return users.redundant(it);
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
            return groups.remove(it);
        } else if (command instanceof LicenseCommand.CancelOperation it) {
            return groups.cancel(it);
        }
        return reprocess(command);
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
                changes.add(new TenantChange.UserSet(UserCommands.withDirectLicenses(it.user(), direct)));
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

    private Plan reprocess(LicenseCommand command) {
        boolean there = command.target() instanceof Target.OfUser user
                ? live.user(user.userId()).isPresent()
                : command.target() instanceof Target.OfGroup group && things.groups.containsKey(group.groupId());
        return there
                ? Plan.of(command.target(), List.of())
                : Plan.refused(command.target(), new Refusal.NotFound(command.target()));
    }

    /**
     * Under REJECT: the plans that lack another one with the changes, and did not before. What has happened in the directory
     * cannot be refused.
     */
    private List<Refusal> newlyMissing(LicenseCommand command, Plan plan) {
        if (things.policy.missingDependency() != LicensingPolicy.MissingDependency.REJECT
                || command instanceof LicenseCommand.ChangeDirectory
                || plan.changes().stream().noneMatch(CommandPlanner::canLack)) {
            return List.of();
        }
        List<GroupId> reached = GroupsReached.by(plan.changes(), things);
        List<MissingDependency> before = things.missingDependencies(calculator, licensed(things, reached));
        Things after = things.with(plan.changes());
        return after.missingDependencies(calculator, licensed(after, reached)).stream()
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
