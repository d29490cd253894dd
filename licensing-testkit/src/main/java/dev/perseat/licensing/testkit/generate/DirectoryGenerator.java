package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes users, groups, members, and the licences of both. */
final class DirectoryGenerator {
    private static final List<String> USER_IDS =
            List.of("alice", "Bob", "u2", "u10", "Zo\u00EB", "\uFB01n", "\uD83D\uDC31", "carol", "dave", "eve", "a-b");

    private static final List<String> GROUP_IDS = List.of(
            "sales", "Staff", "g2", "g10", "\uFF21ll", "\uD83D\uDC65", "ops", "direct", "HR", "it", "g1", "\u00C4");

    /** The same few addresses in small and capital letters, and an empty one, which nobody shares. */
    private static final List<String> ADDRESSES =
            List.of("info@x.test", "INFO@X.TEST", "stra\u00DFe@x.test", "\u0130@x.test", "i@x.test", "own@x.test", "");

    private final Dice dice;
    private final double directRate;
    private final double missingLocationRate;
    private final double nestRate;
    private final double memberRate;

    DirectoryGenerator(Dice dice) {
        this.dice = dice;
        this.directRate = dice.pick(List.of(0.0, 0.4, 0.9));
        this.missingLocationRate = dice.pick(List.of(0.0, 0.0, 0.3));
        this.nestRate = dice.pick(List.of(0.0, 0.1, 0.3));
        this.memberRate = dice.pick(List.of(0.2, 0.5, 0.8));
    }

    /** The first so many ids of users: as long as there are names, and numbers after that. */
    static List<UserId> userIds(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> UserId.of(i < USER_IDS.size() ? USER_IDS.get(i) : "u" + 7 * i))
                .toList();
    }

    /** The first so many ids of groups. */
    static List<GroupId> groupIds(int count) {
        return GROUP_IDS.stream().limit(count).map(GroupId::of).toList();
    }

    void fill(TenantDraft draft, TenantSize size) {
        for (UserId id : dice.several(size.userIds(), dice.between(size.leastUsers(), size.mostUsers()))) {
            draft.users.add(user(id, draft));
        }
        for (GroupId id : dice.several(size.groupIds(), dice.between(size.leastGroups(), size.mostGroups()))) {
            draft.groups.add(group(id, draft));
        }
        for (Group group : draft.groups) {
            dice.some(draft.users, memberRate)
                    .forEach(user -> draft.memberships.add(new Membership.OfUser(group.id(), user.id())));
            dice.some(draft.groups, nestRate)
                    .forEach(member -> draft.memberships.add(new Membership.OfGroup(group.id(), member.id())));
        }
    }

    User user(UserId id, TenantDraft draft) {
        User.Builder user = User.builder(id)
                .userPrincipalName(id + "@contoso.test")
                .usageLocation(location())
                .accountEnabled(dice.chance(0.9))
                .proxyAddresses(addresses());
        licenses(draft, dice.chance(directRate) ? dice.between(1, 2) : 0).forEach(user::directLicense);
        return user.build();
    }

    @Nullable
    UsageLocation location() {
        return dice.chance(missingLocationRate) ? null : dice.pick(CatalogueGenerator.LOCATIONS);
    }

    List<String> addresses() {
        return dice.several(ADDRESSES, dice.chance(0.5) ? dice.between(1, 2) : 0);
    }

    Group group(GroupId id, TenantDraft draft) {
        boolean perhapsNotEligible = dice.chance(0.25);
        GroupKind kind = perhapsNotEligible ? dice.pick(List.of(GroupKind.values())) : GroupKind.SECURITY;
        boolean securityEnabled = !perhapsNotEligible || dice.chance(0.5);
        String rule = dice.chance(0.1) ? "user.department -eq \"Sales\"" : null;
        return new Group(id, "Group " + id, kind, securityEnabled, rule, licenses(draft, dice.between(0, 3)));
    }

    List<License> licenses(TenantDraft draft, int count) {
        return dice.several(draft.assignableSkus(), count).stream()
                .map(this::license)
                .toList();
    }

    private License license(Sku sku) {
        double disableRate = dice.pick(List.of(0.0, 0.0, 0.4));
        return License.of(sku.id(), dice.some(sku.servicePlans(), disableRate));
    }
}
