package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
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
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the things of a tenant are written into a payload, and read from it. */
final class ModelCodec {
    private ModelCodec() {}

    static void write(PayloadWriter to, Tenant tenant) {
        to.text(tenant.id().value()).text(tenant.displayName());
        to.text(tenant.usageLocation().countryCode());
    }

    static Tenant tenant(PayloadReader from) {
        return new Tenant(TenantId.of(from.text()), from.text(), UsageLocation.of(from.text()));
    }

    static void write(PayloadWriter to, LicensingPolicy policy) {
        to.constant(Codes.NESTED_GROUPS, policy.nestedGroups());
        to.constant(Codes.GROUP_FAILURE, policy.groupFailure());
        to.constant(Codes.MISSING_DEPENDENCY, policy.missingDependency());
    }

    static LicensingPolicy policy(PayloadReader from) {
        return new LicensingPolicy(
                from.constant(Codes.NESTED_GROUPS),
                from.constant(Codes.GROUP_FAILURE),
                from.constant(Codes.MISSING_DEPENDENCY));
    }

    static void write(PayloadWriter to, User user) {
        to.text(user.id().value()).text(user.userPrincipalName()).text(user.displayName());
        UsageLocation location = user.usageLocation();
        to.textOrNull(location == null ? null : location.countryCode()).flag(user.accountEnabled());
        to.all(user.proxyAddresses(), PayloadWriter::text);
        to.all(
                user.attributes().entrySet(),
                (each, attribute) -> each.text(attribute.getKey()).text(attribute.getValue()));
        to.all(user.directLicenses(), ModelCodec::write);
    }

    static User user(PayloadReader from) {
        return new User(
                UserId.of(from.text()),
                from.text(),
                from.text(),
                location(from.textOrNull()),
                from.flag(),
                from.all(PayloadReader::text),
                attributes(from),
                from.all(ModelCodec::license));
    }

    private static @Nullable UsageLocation location(@Nullable String countryCode) {
        return countryCode == null ? null : UsageLocation.of(countryCode);
    }

    private static SortedMap<String, String> attributes(PayloadReader from) {
        SortedMap<String, String> attributes = new TreeMap<>();
        int count = from.smallNumber();
        for (int i = 0; i < count; i++) {
            attributes.put(from.text(), from.text());
        }
        return attributes;
    }

    static void write(PayloadWriter to, Group group) {
        to.text(group.id().value()).text(group.displayName());
        to.constant(Codes.GROUP_KIND, group.kind()).flag(group.securityEnabled());
        to.textOrNull(group.membershipRule()).all(group.licenses(), ModelCodec::write);
    }

    static Group group(PayloadReader from) {
        return new Group(
                GroupId.of(from.text()),
                from.text(),
                from.constant(Codes.GROUP_KIND),
                from.flag(),
                from.textOrNull(),
                from.all(ModelCodec::license));
    }

    static void write(PayloadWriter to, License license) {
        to.text(license.skuId().value());
        write(to, license.disabledPlans());
    }

    static License license(PayloadReader from) {
        return new License(SkuId.of(from.text()), plans(from));
    }

    static void write(PayloadWriter to, Collection<ServicePlanId> plans) {
        to.all(plans, (each, plan) -> each.text(plan.value()));
    }

    static SortedSet<ServicePlanId> plans(PayloadReader from) {
        return new TreeSet<>(from.all(each -> ServicePlanId.of(each.text())));
    }

    static void write(PayloadWriter to, Sku sku) {
        to.text(sku.id().value()).text(sku.partNumber()).constant(Codes.APPLIES_TO, sku.appliesTo());
        write(to, sku.servicePlans());
    }

    static Sku sku(PayloadReader from) {
        return new Sku(SkuId.of(from.text()), from.text(), from.constant(Codes.APPLIES_TO), plans(from));
    }

    static void write(PayloadWriter to, Subscription subscription) {
        PrepaidUnits units = subscription.prepaidUnits();
        to.text(subscription.skuId().value());
        to.number(units.enabled()).number(units.warning());
        to.number(units.suspended()).number(units.lockedOut());
        to.constant(Codes.CAPABILITY_STATUS, subscription.capabilityStatus());
    }

    static Subscription subscription(PayloadReader from) {
        return new Subscription(
                SkuId.of(from.text()),
                new PrepaidUnits(from.smallNumber(), from.smallNumber(), from.smallNumber(), from.smallNumber()),
                from.constant(Codes.CAPABILITY_STATUS));
    }

    static void write(PayloadWriter to, ServicePlan plan) {
        to.text(plan.id().value()).text(plan.name()).constant(Codes.APPLIES_TO, plan.appliesTo());
        to.all(plan.requires(), (each, clause) -> write(each, clause.anyOf()));
        write(to, plan.conflictsWith());
        to.all(plan.prohibitedLocations(), (each, location) -> each.text(location.countryCode()));
        to.flag(plan.requiresUniqueProxyAddresses());
    }

    static ServicePlan servicePlan(PayloadReader from) {
        return new ServicePlan(
                ServicePlanId.of(from.text()),
                from.text(),
                from.constant(Codes.APPLIES_TO),
                from.all(each -> new PlanRequirement(plans(each))),
                plans(from),
                locations(from),
                from.flag());
    }

    private static SortedSet<UsageLocation> locations(PayloadReader from) {
        List<UsageLocation> locations = from.all(each -> UsageLocation.of(each.text()));
        return new TreeSet<>(locations);
    }
}
