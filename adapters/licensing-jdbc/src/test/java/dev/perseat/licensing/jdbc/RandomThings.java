package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Progress;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Things with odd texts and numbers, the same for the same seed. */
final class RandomThings {
    private static final String[] PIECES = {
        "a",
        "B",
        " ",
        "\u0000",
        "\u007F",
        "\u0080",
        "\u07FF",
        "\u0800",
        "\uD7FF",
        "\uE000",
        "\uFFFF",
        "\uD83D\uDE00",
        "\uDBFF\uDFFF",
        "'",
        "\"",
        "\\",
        ";--",
        "\n",
        "\u202E",
        "\u00E9",
        "0123456789abcdef"
    };

    private final Random random;

    RandomThings(long seed) {
        random = new Random(seed);
    }

    String id() {
        return "i" + pieces(random.nextInt(6));
    }

    /** Any text, with half surrogate pairs too. */
    String text() {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> "\uD83D" + pieces(2);
            case 2 -> pieces(2) + "\uDE00";
            default -> pieces(random.nextInt(random.nextInt(20) == 0 ? 4_000 : 10));
        };
    }

    private String pieces(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private <T> List<T> some(Supplier<T> each) {
        List<T> things = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            things.add(each.get());
        }
        return things;
    }

    private <E extends Enum<E>> E one(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    private UsageLocation location() {
        return UsageLocation.of(random.nextBoolean() ? "NO" : "SE");
    }

    private SortedSet<ServicePlanId> plans() {
        return new TreeSet<>(some(() -> ServicePlanId.of(id())));
    }

    private License license() {
        return new License(SkuId.of(id()), plans());
    }

    Instant time() {
        long second = random.nextInt(10) == 0 ? -random.nextLong(1L << 40) : random.nextLong(1L << 33);
        return Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1_000L);
    }

    User user() {
        SortedMap<String, String> attributes = new TreeMap<>();
        some(this::text).forEach(name -> attributes.put(name, text()));
        return new User(
                UserId.of(id()),
                text(),
                text(),
                random.nextBoolean() ? null : location(),
                random.nextBoolean(),
                some(this::text),
                attributes,
                some(this::license));
    }

    Group group() {
        String rule = random.nextBoolean() ? null : text();
        return new Group(
                GroupId.of(id()), text(), one(GroupKind.class), random.nextBoolean(), rule, some(this::license));
    }

    private Sku sku() {
        return new Sku(SkuId.of(id()), text(), one(AppliesTo.class), plans());
    }

    private ServicePlan servicePlan() {
        return new ServicePlan(
                ServicePlanId.of(id()),
                text(),
                one(AppliesTo.class),
                some(() -> PlanRequirement.anyOf(ServicePlanId.of(id()), ServicePlanId.of(id()))),
                plans(),
                new TreeSet<>(some(this::location)),
                random.nextBoolean());
    }

    private Subscription subscription() {
        return new Subscription(
                SkuId.of(id()),
                new PrepaidUnits(random.nextInt(Integer.MAX_VALUE), random.nextInt(9), 0, Integer.MAX_VALUE),
                one(CapabilityStatus.class));
    }

    private Membership membership() {
        GroupId group = GroupId.of(id());
        return random.nextBoolean() ? Membership.of(group, UserId.of(id())) : Membership.of(group, GroupId.of(id()));
    }

    TenantChange change() {
        return switch (random.nextInt(14)) {
            case 0 -> new TenantChange.MembershipAdded(membership());
            case 1 -> new TenantChange.MembershipRemoved(membership());
            case 2 -> new TenantChange.UserSet(user());
            case 3 -> new TenantChange.UserRemoved(UserId.of(id()));
            case 4 -> new TenantChange.GroupSet(group());
            case 5 -> new TenantChange.GroupRemoved(GroupId.of(id()));
            case 6 -> new TenantChange.SubscriptionSet(subscription());
            case 7 -> new TenantChange.SubscriptionRemoved(SkuId.of(id()));
            case 8 -> new TenantChange.SkuSet(sku());
            case 9 -> new TenantChange.SkuRemoved(SkuId.of(id()));
            case 10 -> new TenantChange.ServicePlanSet(servicePlan());
            case 11 -> new TenantChange.ServicePlanRemoved(ServicePlanId.of(id()));
            case 12 ->
                new TenantChange.PolicySet(new LicensingPolicy(
                        one(LicensingPolicy.NestedGroups.class),
                        one(LicensingPolicy.GroupFailure.class),
                        one(LicensingPolicy.MissingDependency.class)));
            default -> new TenantChange.TenantSet(new Tenant(TenantId.of(id()), text(), location()));
        };
    }

    private AssignmentSource source() {
        return random.nextBoolean() ? AssignmentSource.direct() : AssignmentSource.group(GroupId.of(id()));
    }

    HeldLicense held() {
        return new HeldLicense(source(), SkuId.of(id()), plans());
    }

    HoldingChange holdingChange() {
        SortedSet<ServicePlanId> before = random.nextBoolean() ? null : plans();
        SortedSet<ServicePlanId> after = before != null && random.nextBoolean() ? null : plans();
        return before != null && before.equals(after)
                ? holdingChange()
                : new HoldingChange(source(), SkuId.of(id()), before, after);
    }

    ModifiedProperty property() {
        return new ModifiedProperty(text(), text(), text());
    }

    Operation operation() {
        OperationStatus status = one(OperationStatus.class);
        long failed = random.nextInt(100);
        long licensed = random.nextLong(1L << 40);
        return new Operation(
                OperationId.of(1 + random.nextLong(Long.MAX_VALUE)),
                one(Activity.class),
                target(),
                text(),
                time(),
                status,
                random.nextBoolean() ? null : time(),
                status.isEnded() ? time() : null,
                new Progress(licensed + failed + random.nextInt(5), licensed + failed, licensed, failed));
    }

    Target target() {
        return switch (random.nextInt(5)) {
            case 0 -> Target.tenant();
            case 1 -> Target.of(GroupId.of(id()));
            case 2 -> Target.of(UserId.of(id()));
            case 3 -> Target.of(SkuId.of(id()));
            default -> Target.of(OperationId.of(1 + random.nextLong(1L << 50)));
        };
    }
}
