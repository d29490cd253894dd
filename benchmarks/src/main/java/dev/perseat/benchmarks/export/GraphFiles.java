package dev.perseat.benchmarks.export;

import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The five files of an export, with what a generated tenant has: neither names nor addresses. */
final class GraphFiles {
    private final Path folder;

    private GraphFiles(Path folder) {
        this.folder = folder;
    }

    static void write(GeneratedTenant tenant, Stream<Subscription> subscriptions, Path folder) {
        GraphFiles files = new GraphFiles(folder);
        Map<SkuId, Sku> skus = tenant.skus().collect(Collectors.toMap(Sku::id, Function.identity()));
        files.list("organization.json", Stream.of(tenant.tenant()), GraphFiles::organization);
        files.list(
                "subscribedSkus.json",
                subscriptions,
                (json, subscription) -> subscribedSku(json, skus.get(subscription.skuId()), subscription));
        files.list("groups.json", tenant.groups(), GraphFiles::group);
        files.list("users.json", tenant.users(), GraphFiles::user);
        files.list(
                "members.json",
                tenant.groups().map(Group::id),
                (json, group) -> members(json, group, tenant.memberships(group)));
    }

    private <T> void list(String file, Stream<T> entries, BiConsumer<JsonGenerator, T> properties) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(
                        ObjectWriteContext.empty(), folder.resolve(file).toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("value");
            entries.forEachOrdered(entry -> {
                json.writeStartObject();
                properties.accept(json, entry);
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void organization(JsonGenerator json, Tenant tenant) {
        json.writeStringProperty("id", tenant.id().value());
        json.writeStringProperty("displayName", tenant.displayName());
        json.writeStringProperty("defaultUsageLocation", tenant.usageLocation().countryCode());
    }

    private static void subscribedSku(JsonGenerator json, Sku sku, Subscription subscription) {
        json.writeStringProperty("skuId", sku.id().value());
        json.writeStringProperty("skuPartNumber", sku.partNumber());
        json.writeStringProperty("appliesTo", "User");
        json.writeStringProperty("capabilityStatus", "Enabled");
        json.writeObjectPropertyStart("prepaidUnits");
        json.writeNumberProperty("enabled", subscription.prepaidUnits().enabled());
        json.writeEndObject();
        json.writeArrayPropertyStart("servicePlans");
        for (ServicePlanId plan : sku.servicePlans()) {
            json.writeStartObject();
            json.writeStringProperty("servicePlanId", plan.value());
            json.writeStringProperty("servicePlanName", plan.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void group(JsonGenerator json, Group group) {
        json.writeStringProperty("id", group.id().value());
        json.writeStringProperty("displayName", group.displayName());
        json.writeBooleanProperty("securityEnabled", true);
        licenses(json, "assignedLicenses", group.licenses());
    }

    private static void user(JsonGenerator json, User user) {
        json.writeStringProperty("id", user.id().value());
        if (user.usageLocation() != null) {
            json.writeStringProperty("usageLocation", user.usageLocation().countryCode());
        }
        licenses(json, "licenseAssignmentStates", user.directLicenses());
    }

    private static void licenses(JsonGenerator json, String property, List<License> licenses) {
        json.writeArrayPropertyStart(property);
        for (License license : licenses) {
            json.writeStartObject();
            json.writeStringProperty("skuId", license.skuId().value());
            json.writeArrayPropertyStart("disabledPlans");
            license.disabledPlans().stream().map(ServicePlanId::value).forEachOrdered(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void members(JsonGenerator json, GroupId group, Stream<Membership> memberships) {
        json.writeStringProperty("id", group.value());
        json.writeArrayPropertyStart("members");
        memberships.forEachOrdered(membership -> {
            if (membership instanceof Membership.OfUser user) {
                member(json, "user", user.member().value());
            } else if (membership instanceof Membership.OfGroup nested) {
                member(json, "group", nested.member().value());
            }
        });
        json.writeEndArray();
    }

    private static void member(JsonGenerator json, String type, String id) {
        json.writeStartObject();
        json.writeStringProperty("@odata.type", "#microsoft.graph." + type);
        json.writeStringProperty("id", id);
        json.writeEndObject();
    }
}
