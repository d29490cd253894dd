package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes changes of commands about direct licences of users. */
final class UserCommands {
    private final TenantReplica replica;
    private final LiveCalculation live;

    UserCommands(TenantReplica replica) {
        this.replica = replica;
        live = replica.live;
    }

    Plan licenses(LicenseCommand.ChangeUserLicenses command) {
        User user = live.user(command.userId()).orElse(null);
        if (user == null) {
            return Plan.refused(command.target(), new Refusal.NotFound(command.target()));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (SkuId sku : LicenseSets.missing(command.change(), user.directLicenses())) {
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
                LicenseSets.property(user.directLicenses(), after));
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

    /** Returns which of the licences wanted would have a violation. */
    List<Refusal> violations(LicenseCommand.ChangeUserLicenses command, List<TenantChange> changes) {
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

    Plan redundant(LicenseCommand.RemoveRedundantLicenses command) {
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
    List<Refusal> losses(LicenseCommand.RemoveRedundantLicenses command, List<TenantChange> changes) {
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
}
