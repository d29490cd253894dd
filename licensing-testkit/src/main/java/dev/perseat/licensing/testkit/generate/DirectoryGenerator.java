package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/** Makes users, groups, members, and the licences of both. */
final class DirectoryGenerator {
    static final List<UserId> USER_IDS = List.of(
                    "alice", "Bob", "u2", "u10", "Zo\u00EB", "\uFB01n", "\uD83D\uDC31", "carol", "dave", "eve", "a-b")
            .stream()
            .map(UserId::of)
            .toList();

    static final List<GroupId> GROUP_IDS =
            List.of("sales", "Staff", "g2", "g10", "\uFF21ll", "\uD83D\uDC65", "ops", "direct").stream()
                    .map(GroupId::of)
                    .toList();

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

    void fill(TenantDraft draft) {
        for (UserId id : dice.several(USER_IDS, dice.between(0, 9))) {
            draft.users.add(user(id, draft));
        }
        for (GroupId id : dice.several(GROUP_IDS, dice.between(0, 6))) {
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
                .usageLocation(dice.chance(missingLocationRate) ? null : dice.pick(CatalogueGenerator.LOCATIONS))
                .accountEnabled(dice.chance(0.9))
                .proxyAddresses(dice.several(ADDRESSES, dice.chance(0.5) ? dice.between(1, 2) : 0));
        licenses(draft, dice.chance(directRate) ? dice.between(1, 2) : 0).forEach(user::directLicense);
        return user.build();
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
