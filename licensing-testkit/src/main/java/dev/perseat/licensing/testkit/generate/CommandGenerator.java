package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes commands of every kind at random: what a {@link ChangeGenerator} lets happen, told as an administrator, a shop and a
 * directory would tell it; and now and then something that has to be refused. The same seed and the same tenants always make
 * the same sequence. Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class CommandGenerator {
    private static final GroupId UNKNOWN_GROUP = GroupId.of("unknown group");
    private static final UserId UNKNOWN_USER = UserId.of("unknown user");
    private static final SkuId UNKNOWN_SKU = SkuId.of("unknown SKU");

    private final Dice dice;
    private final ChangeGenerator changes;

    private CommandGenerator(long seed) {
        dice = new Dice(seed);
        changes = ChangeGenerator.of(seed);
    }

    /**
     * Returns a generator.
     *
     * @param seed what everything depends on
     * @return a generator at its beginning
     */
    public static CommandGenerator of(long seed) {
        return new CommandGenerator(seed);
    }

    /**
     * Makes commands, to be submitted one after the other.
     *
     * @param snapshot the tenant, or what it was a while ago: then more of them are refused
     * @param operations how many operations there have been, about
     * @return the next commands; unmodifiable, never empty
     */
    public List<LicenseCommand> nextCommands(TenantSnapshot snapshot, long operations) {
        List<LicenseCommand> commands = new ArrayList<>();
        if (dice.chance(0.75)) {
            addAll(snapshot, changes.nextChanges(snapshot), commands);
        } else if (!snapshot.servicePlans().isEmpty() && dice.chance(0.3)) {
            addAll(snapshot, changes.nextInvalidChanges(snapshot), commands);
        }
        if (commands.isEmpty() || dice.chance(0.2)) {
            commands.add(other(snapshot, operations));
        }
        return Collections.unmodifiableList(commands);
    }

    private LicenseCommand other(TenantSnapshot snapshot, long operations) {
        GroupId group = dice.any(snapshot.groups()).map(Group::id).orElse(UNKNOWN_GROUP);
        UserId user = dice.any(snapshot.users()).map(User::id).orElse(UNKNOWN_USER);
        return switch (dice.between(0, 5)) {
            case 0 -> new LicenseCommand.RemoveGroup(dice.chance(0.9) ? group : UNKNOWN_GROUP);
            case 1 -> new LicenseCommand.ReprocessGroup(dice.chance(0.9) ? group : UNKNOWN_GROUP);
            case 2 -> new LicenseCommand.ReprocessUser(dice.chance(0.9) ? user : UNKNOWN_USER);
            case 3 -> new LicenseCommand.CancelOperation(OperationId.of(Math.max(1, operations + dice.between(-3, 1))));
            case 4 -> new LicenseCommand.ChangeGroupLicenses(group, LicenseChange.remove(sku(snapshot)));
            default -> redundant(snapshot, user);
        };
    }

    private SkuId sku(TenantSnapshot snapshot) {
        return dice.any(snapshot.skus()).map(Sku::id).orElse(UNKNOWN_SKU);
    }

    /** Claims that licences are redundant, which they seldom are. */
    private LicenseCommand redundant(TenantSnapshot snapshot, UserId fallback) {
        List<RedundantLicense> claims = new ArrayList<>();
        for (User user : snapshot.users()) {
            for (License license : dice.some(user.directLicenses(), 0.5)) {
                claims.add(claim(user.id(), license.skuId()));
            }
        }
        if (claims.isEmpty()) {
            claims.add(claim(fallback, sku(snapshot)));
        }
        return new LicenseCommand.RemoveRedundantLicenses(dice.several(claims, 2));
    }

    private static RedundantLicense claim(UserId user, SkuId sku) {
        return new RedundantLicense(
                user, sku, Collections.emptySortedSet(), List.of(UNKNOWN_GROUP), Collections.emptySortedSet());
    }

    private void addAll(TenantSnapshot snapshot, List<TenantChange> all, List<LicenseCommand> commands) {
        List<TenantChange> catalogue = new ArrayList<>();
        List<TenantChange> directory = new ArrayList<>();
        List<LicenseCommand> others = new ArrayList<>();
        for (TenantChange change : all) {
            if (change instanceof TenantChange.SkuSet
                    || change instanceof TenantChange.SkuRemoved
                    || change instanceof TenantChange.ServicePlanSet
                    || change instanceof TenantChange.ServicePlanRemoved) {
                catalogue.add(change);
            } else if (change instanceof TenantChange.PolicySet it) {
                others.add(new LicenseCommand.SetPolicy(it.policy()));
            } else if (change instanceof TenantChange.SubscriptionSet it) {
                others.add(new LicenseCommand.SetSubscription(it.subscription()));
            } else if (change instanceof TenantChange.SubscriptionRemoved it) {
                others.add(new LicenseCommand.RemoveSubscription(it.skuId()));
            } else {
                addDirectory(snapshot, change, directory, others);
            }
        }
        boolean catalogueFirst = dice.chance(0.5);
        if (!catalogue.isEmpty() && catalogueFirst) {
            commands.add(new LicenseCommand.ChangeCatalogue(catalogue));
        }
        if (!directory.isEmpty()) {
            commands.add(new LicenseCommand.ChangeDirectory(directory));
        }
        commands.addAll(others);
        if (!catalogue.isEmpty() && !catalogueFirst) {
            commands.add(new LicenseCommand.ChangeCatalogue(catalogue));
        }
    }

    /** What a directory does not know of users and groups is told as commands about them. */
    private static void addDirectory(
            TenantSnapshot snapshot, TenantChange change, List<TenantChange> directory, List<LicenseCommand> others) {
        if (change instanceof TenantChange.GroupSet it) {
            Group group = it.group();
            Group was = snapshot.groupIndex(group.id()) < 0 ? Group.of(group.id()) : snapshot.group(group.id());
            if (!was.withLicenses(group.licenses()).equals(group) || snapshot.groupIndex(group.id()) < 0) {
                directory.add(change);
            }
            difference(was.licenses(), group.licenses())
                    .forEach(it2 -> others.add(new LicenseCommand.ChangeGroupLicenses(group.id(), it2)));
        } else if (change instanceof TenantChange.UserSet it) {
            User user = it.user();
            List<License> was = snapshot.userIndex(user.id()) < 0
                    ? List.of()
                    : snapshot.user(user.id()).directLicenses();
            directory.add(change);
            difference(was, user.directLicenses())
                    .forEach(it2 -> others.add(new LicenseCommand.ChangeUserLicenses(user.id(), it2)));
        } else {
            directory.add(change);
        }
    }

    /** The change from some licences to others, or none if they are the same. */
    private static List<LicenseChange> difference(List<License> before, List<License> after) {
        Map<SkuId, License> set = new TreeMap<>();
        after.stream().filter(license -> !before.contains(license)).forEach(it -> set.put(it.skuId(), it));
        NavigableSet<SkuId> removed = new TreeSet<>();
        before.forEach(license -> removed.add(license.skuId()));
        after.forEach(license -> removed.remove(license.skuId()));
        return set.isEmpty() && removed.isEmpty()
                ? List.of()
                : List.of(new LicenseChange(List.copyOf(set.values()), removed));
    }
}
