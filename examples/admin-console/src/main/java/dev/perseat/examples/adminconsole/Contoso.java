package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** An organisation of any size, always the same for the same number of users. */
final class Contoso {
    static final TenantId ID = TenantId.of("contoso");
    static final int FEWEST = 100;

    private static final long SEED = 20261125;
    private static final GroupId ALL = GroupId.of("g-all-staff");
    private static final GroupId BOARD = GroupId.of("g-board");
    private static final GroupId ENGINEERING = GroupId.of("g-engineering");
    private static final GroupId FRONTLINE = GroupId.of("g-frontline");
    private static final GroupId NEWS = GroupId.of("g-news");
    private static final GroupId PARTNERS = GroupId.of("g-partners");
    private static final GroupId SALES = GroupId.of("g-sales");

    private static final List<String> GIVEN = List.of(
            "Adele", "Åse", "Björn", "Chidi", "Fatima", "Łukasz", "Megan", "Nestor", "Priya", "Zoë", "明", "Юрий");
    private static final List<String> FAMILY = List.of(
            "Vance", "Ødegård", "Okafor", "Haddad", "Nowak", "Bowen", "Wilke", "Raman", "Müller", "王", "Иванов");
    private static final List<UsageLocation> LOCATIONS =
            List.of(UsageLocation.of("NO"), UsageLocation.of("US"), UsageLocation.of("DE"), UsageLocation.of("IN"));

    private final Random random = new Random(SEED);
    private final Catalogue catalogue;
    private final int users;
    private final TenantSnapshot.Builder tenant =
            TenantSnapshot.builder(new Tenant(ID, "Contoso", UsageLocation.of("NO")));

    private Contoso(Catalogue catalogue, int users) {
        this.catalogue = catalogue;
        this.users = users;
    }

    /** The organisation with at least {@link #FEWEST} users. */
    static TenantSnapshot of(Catalogue catalogue, int users) {
        return new Contoso(catalogue, users).build();
    }

    private TenantSnapshot build() {
        catalogue.addTo(tenant);
        seats("ENTERPRISEPACK", share(970));
        seats("STANDARDPACK", share(30));
        seats("EMS", share(300));
        seats("VISIOCLIENT", share(60));
        seats("MCOMEETADV", share(20));
        group(ALL, "Contoso All Staff");
        group(BOARD, "Contoso Board");
        group(ENGINEERING, "Contoso Engineering", "EMS");
        group(FRONTLINE, "Contoso Frontline", "STANDARDPACK");
        group(PARTNERS, "Fabrikam Partners");
        group(SALES, "Contoso Sales", "VISIOCLIENT");
        tenant.group(new Group(NEWS, "Contoso News", GroupKind.DISTRIBUTION, false, null, List.of()));
        for (int number = 1; number <= users; number++) {
            add(number);
        }
        return tenant.build();
    }

    /** So many of a thousand users. */
    private int share(int perThousand) {
        return (int) ((long) users * perThousand / 1000);
    }

    private SkuId sku(String partNumber) {
        return catalogue.products().stream()
                .map(product -> product.sku())
                .filter(sku -> sku.partNumber().equals(partNumber))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void seats(String partNumber, int seats) {
        tenant.subscription(Subscription.of(sku(partNumber), seats));
    }

    private void group(GroupId id, String name, String... partNumbers) {
        List<License> licenses =
                List.of(partNumbers).stream().map(it -> License.of(sku(it))).toList();
        tenant.group(new Group(id, name, GroupKind.SECURITY, true, null, licenses));
    }

    /** One in fifty works in the front line, one in twenty in sales, a quarter in engineering. */
    private void add(int number) {
        UserId id = UserId.of(String.format(Locale.ROOT, "u%07d", number));
        tenant.user(user(id, number));
        tenant.member(ALL, id);
        if (number <= 12) {
            tenant.member(BOARD, id);
        }
        if (number % 50 == 25) {
            tenant.member(FRONTLINE, id);
        } else if (number % 20 == 0) {
            tenant.member(SALES, id);
        } else if (number % 4 == 3) {
            tenant.member(ENGINEERING, id);
        } else if (number % 100 == 1) {
            tenant.member(PARTNERS, id);
        }
    }

    private User user(UserId id, int number) {
        String name = pick(GIVEN) + " " + pick(FAMILY);
        // Every 5,000th shares a mail box with the one before, which a mail plan does not allow.
        int mailbox = number % 5_000 == 0 ? number - 1 : number;
        return User.builder(id)
                .displayName(name)
                .userPrincipalName(id.value() + "@contoso.com")
                .usageLocation(pick(LOCATIONS))
                .proxyAddresses(List.of("smtp:mailbox" + mailbox + "@contoso.com"))
                .build();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
