package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a tenant as Graph would return it, though only of SKUs without units, and without attributes. */
final class ExportWriter {
    private final Path folder;

    private ExportWriter(Path folder) {
        this.folder = folder;
    }

    static GraphExport write(Path folder, TenantSnapshot tenant) {
        ExportWriter writer = new ExportWriter(folder);
        writer.list("organization.json", List.of(tenant.tenant()), ExportWriter::organization);
        writer.list("subscribedSkus.json", tenant.skus(), ExportWriter::sku);
        writer.list("users.json", tenant.users(), ExportWriter::user);
        writer.list("groups.json", tenant.groups(), ExportWriter::group);
        writer.list("members.json", tenant.groups(), (json, group) -> members(json, group, tenant));
        return GraphExport.open(folder);
    }

    private <T> void list(String file, List<T> entries, BiConsumer<JsonGenerator, T> entryWriter) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(
                        ObjectWriteContext.empty(), folder.resolve(file).toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("value");
            for (T entry : entries) {
                json.writeStartObject();
                entryWriter.accept(json, entry);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void organization(JsonGenerator json, Tenant tenant) {
        json.writeStringProperty("id", tenant.id().value());
        json.writeStringProperty("displayName", tenant.displayName());
        json.writeStringProperty("defaultUsageLocation", tenant.usageLocation().countryCode());
    }

    private static void sku(JsonGenerator json, Sku sku) {
        json.writeStringProperty("skuId", sku.id().value());
        json.writeStringProperty("skuPartNumber", sku.partNumber());
        json.writeObjectPropertyStart("prepaidUnits");
        json.writeEndObject();
        json.writeArrayPropertyStart("servicePlans");
        for (ServicePlanId plan : sku.servicePlans()) {
            json.writeStartObject();
            json.writeStringProperty("servicePlanId", plan.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void user(JsonGenerator json, User user) {
        json.writeStringProperty("id", user.id().value());
        json.writeStringProperty("userPrincipalName", user.userPrincipalName());
        json.writeStringProperty("displayName", user.displayName());
        json.writeStringProperty(
                "usageLocation",
                user.usageLocation() == null ? null : user.usageLocation().countryCode());
        json.writeBooleanProperty("accountEnabled", user.accountEnabled());
        json.writeArrayPropertyStart("proxyAddresses");
        user.proxyAddresses().forEach(address -> json.writeString("smtp:" + address));
        json.writeEndArray();
        licenses(json, "licenseAssignmentStates", user.directLicenses());
    }

    private static void group(JsonGenerator json, Group group) {
        json.writeStringProperty("id", group.id().value());
        json.writeStringProperty("displayName", group.displayName());
        json.writeBooleanProperty("securityEnabled", group.securityEnabled());
        json.writeBooleanProperty(
                "mailEnabled",
                group.kind() == GroupKind.DISTRIBUTION || group.kind() == GroupKind.MAIL_ENABLED_SECURITY);
        json.writeArrayPropertyStart("groupTypes");
        if (group.kind() == GroupKind.MICROSOFT_365) {
            json.writeString("Unified");
        }
        if (group.membershipRule() != null) {
            json.writeString("DynamicMembership");
        }
        json.writeEndArray();
        json.writeStringProperty("membershipRule", group.membershipRule());
        licenses(json, "assignedLicenses", group.licenses());
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

    private static void members(JsonGenerator json, Group group, TenantSnapshot tenant) {
        json.writeStringProperty("id", group.id().value());
        json.writeArrayPropertyStart("members");
        tenant.memberUsers(group.id()).forEach(user -> member(json, "user", user.value()));
        tenant.memberGroups(group.id()).forEach(member -> member(json, "group", member.value()));
        json.writeEndArray();
    }

    private static void member(JsonGenerator json, String type, String id) {
        json.writeStartObject();
        json.writeStringProperty("@odata.type", "#microsoft.graph." + type);
        json.writeStringProperty("id", id);
        json.writeEndObject();
    }
}
