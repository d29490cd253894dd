package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.LicensingPolicy.MissingDependency;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the statements that say what a calculator is given. */
final class InputReader {
    private @Nullable Tenant tenant;
    private @Nullable LicensingPolicy policy;
    private final List<ServicePlan> plans = new ArrayList<>();
    private final List<Sku> skus = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<User> users = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final Holdings.Builder holdings = Holdings.builder();
    private final List<TenantProblem> problems = new ArrayList<>();

    Map<String, Consumer<Line>> statements() {
        return Map.of(
                "tenant", this::tenant,
                "policy", this::policy,
                "plan", this::plan,
                "sku", this::sku,
                "subscription", this::subscription,
                "user", this::user,
                "group", this::group,
                "members", this::members,
                "member-groups", this::memberGroups,
                "holds", this::holds);
    }

    WorldInput input(Line last) {
        if (tenant == null) {
            throw last.error("the world has no tenant");
        }
        return new WorldInput(
                tenant,
                policy == null ? LicensingPolicy.entra() : policy,
                plans,
                skus,
                subscriptions,
                users,
                groups,
                memberships,
                holdings(last),
                problems);
    }

    private Holdings holdings(Line last) {
        try {
            return holdings.build();
        } catch (IllegalArgumentException e) {
            throw last.error(e);
        }
    }

    private void tenant(Line line) {
        if (tenant != null) {
            throw line.error("the tenant is said twice");
        }
        TenantId id = line.value("a tenant id", TenantId::of);
        line.expect("in");
        // The stand-in for a bad country is never seen: the snapshot is refused.
        UsageLocation location = country(line, "tenant", id.value()).orElse(UsageLocation.of("AQ"));
        String name = line.accept("name") ? line.text("a name") : id.value();
        tenant = new Tenant(id, name, location);
    }

    private void policy(Line line) {
        if (policy != null) {
            throw line.error("the policy is said twice");
        }
        policy = new LicensingPolicy(
                line.constant("a choice of members", NestedGroups.values()),
                line.constant("a choice of what fails together", GroupFailure.values()),
                line.constant("a choice about missing dependencies", MissingDependency.values()));
    }

    private void plan(Line line) {
        ServicePlanId id = Phrases.plan(line);
        ServicePlan.Builder plan = ServicePlan.builder(id);
        while (!line.atEnd()) {
            if (line.accept("name")) {
                plan.name(line.text("a name"));
            } else if (line.accept("company")) {
                plan.appliesTo(AppliesTo.COMPANY);
            } else if (line.accept("requires")) {
                plan.requires(Phrases.clause(line));
            } else if (line.accept("conflicts")) {
                plan.conflictsWith(line.someValues("a plan id", ServicePlanId::of));
            } else if (line.accept("unique-addresses")) {
                plan.requiresUniqueProxyAddresses(true);
            } else {
                line.expect("prohibited");
                do {
                    country(line, "plan", id.value()).ifPresent(plan::prohibitedIn);
                } while (line.startsValue());
            }
        }
        plans.add(plan.build());
    }

    private void sku(Line line) {
        SkuId id = Phrases.sku(line);
        String part = line.accept("part") ? line.text("a part number") : id.value();
        AppliesTo appliesTo = line.accept("company") ? AppliesTo.COMPANY : AppliesTo.USER;
        SortedSet<ServicePlanId> planIds = line.accept("plans") ? Phrases.plans(line) : new TreeSet<>();
        skus.add(new Sku(id, part, appliesTo, planIds));
    }

    private void subscription(Line line) {
        SkuId sku = Phrases.sku(line);
        int enabled = line.accept("enabled") ? units(line, sku) : 0;
        int warning = line.accept("warning") ? units(line, sku) : 0;
        int suspended = line.accept("suspended") ? units(line, sku) : 0;
        int lockedOut = line.accept("locked-out") ? units(line, sku) : 0;
        CapabilityStatus status = line.accept("status")
                ? line.constant("a capability status", CapabilityStatus.values())
                : CapabilityStatus.ENABLED;
        PrepaidUnits units = new PrepaidUnits(enabled, warning, suspended, lockedOut);
        subscriptions.add(new Subscription(sku, units, status));
    }

    private int units(Line line, SkuId sku) {
        int units = line.number("a number of units");
        if (units < 0) {
            problems.add(new TenantProblem(
                    TenantProblem.Kind.NEGATIVE_UNITS,
                    "the subscription of SKU '" + sku + "' has " + units + " units",
                    List.of(sku.value())));
        }
        return Math.max(units, 0);
    }

    private void user(Line line) {
        UserId id = Phrases.user(line);
        User.Builder user = User.builder(id);
        while (!line.atEnd()) {
            if (line.accept("in")) {
                country(line, "user", id.value()).ifPresent(user::usageLocation);
            } else if (line.accept("disabled-account")) {
                user.accountEnabled(false);
            } else if (line.accept("principal")) {
                user.userPrincipalName(line.text("a sign-in name"));
            } else if (line.accept("name")) {
                user.displayName(line.text("a name"));
            } else if (line.accept("addresses")) {
                user.proxyAddresses(line.someValues("an address", address -> address));
            } else if (line.accept("attribute")) {
                user.attribute(line.text("the name of an attribute"), line.text("its value"));
            } else {
                user.directLicense(license(line));
            }
        }
        users.add(user.build());
    }

    private void group(Line line) {
        GroupId id = Phrases.group(line);
        String name = line.accept("name") ? line.text("a name") : id.value();
        GroupKind kind =
                line.accept("kind") ? line.constant("a kind of group", GroupKind.values()) : GroupKind.SECURITY;
        boolean securityEnabled = !line.accept("not-security-enabled");
        String rule = line.accept("rule") ? line.text("a membership rule") : null;
        List<License> licenses = new ArrayList<>();
        while (!line.atEnd()) {
            licenses.add(license(line));
        }
        groups.add(new Group(id, name, kind, securityEnabled, rule, licenses));
    }

    private static License license(Line line) {
        line.expect("license");
        SkuId sku = Phrases.sku(line);
        return new License(sku, line.accept("without") ? Phrases.plans(line) : new TreeSet<>());
    }

    private void members(Line line) {
        GroupId group = Phrases.group(line);
        line.someValues("a user id", UserId::of).forEach(member -> memberships.add(Membership.of(group, member)));
    }

    private void memberGroups(Line line) {
        GroupId group = Phrases.group(line);
        line.someValues("a group id", GroupId::of).forEach(member -> memberships.add(Membership.of(group, member)));
    }

    private void holds(Line line) {
        UserId user = Phrases.user(line);
        AssignmentSource source = Phrases.source(line);
        SkuId sku = Phrases.sku(line);
        holdings.add(user, new HeldLicense(source, sku, line.accept("with") ? Phrases.plans(line) : new TreeSet<>()));
    }

    /** Reads a country that an adapter might find to be none; that is a problem of the tenant, not of the file. */
    private Optional<UsageLocation> country(Line line, String what, String id) {
        String code = line.text("a country code");
        Optional<UsageLocation> country = UsageLocation.find(code);
        if (country.isEmpty()) {
            problems.add(new TenantProblem(
                    TenantProblem.Kind.INVALID_COUNTRY,
                    what + " '" + id + "' names country '" + code + "', which is not in ISO 3166-1 alpha-2",
                    List.of(id, code)));
        }
        return country;
    }
}
