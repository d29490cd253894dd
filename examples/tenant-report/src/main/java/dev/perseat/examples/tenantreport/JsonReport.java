package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.io.OutputStream;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The result as one JSON document on one line, in Graph's words. Everything is sorted and written user by user, so that
 * the same result is the same bytes, and a large one needs no memory.
 */
final class JsonReport {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final AssignmentResult result;
    private final TenantSnapshot snapshot;
    private final JsonGenerator json;
    private final Progress progress;
    private final SortedMap<SkuId, SortedSet<ServicePlanId>> userPlans = new TreeMap<>();

    private JsonReport(AssignmentResult result, JsonGenerator json, Progress progress) {
        this.result = result;
        this.snapshot = result.snapshot();
        this.json = json;
        this.progress = progress;
        snapshot.skus().forEach(sku -> userPlans.put(sku.id(), plansForUsers(sku.servicePlans())));
    }

    /** Writes the document and a line feed; leaves the stream open. */
    static void write(AssignmentResult result, OutputStream out, Progress progress) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            new JsonReport(result, json, progress).document();
            json.writeRaw('\n');
        }
    }

    private SortedSet<ServicePlanId> plansForUsers(SortedSet<ServicePlanId> plans) {
        SortedSet<ServicePlanId> forUsers = new TreeSet<>(plans);
        forUsers.removeIf(plan -> snapshot.servicePlan(plan).appliesTo() == AppliesTo.COMPANY);
        return forUsers;
    }

    private void document() {
        json.writeStartObject();
        json.writeStringProperty("id", snapshot.tenant().id().value());
        json.writeStringProperty("displayName", snapshot.tenant().displayName());
        users();
        json.writeArrayPropertyStart("groups");
        result.groups().forEach(this::group);
        json.writeEndArray();
        json.writeArrayPropertyStart("subscribedSkus");
        result.usage().forEach(this::subscribedSku);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void users() {
        json.writeArrayPropertyStart("users");
        int all = snapshot.userCount();
        for (int i = 0; i < all; i++) {
            user(snapshot.userId(i));
            progress.reported(i + 1, all);
        }
        json.writeEndArray();
    }

    private void user(UserId user) {
        json.writeStartObject();
        json.writeStringProperty("id", user.value());
        json.writeArrayPropertyStart("licenseAssignmentStates");
        result.states(user).forEach(this::state);
        json.writeEndArray();
        json.writeArrayPropertyStart("assignedLicenses");
        result.effectiveLicenses(user).forEach(this::assignedLicense);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void state(LicenseAssignmentState state) {
        LicenseViolation violation = state.violation();
        json.writeStartObject();
        json.writeStringProperty("skuId", state.skuId().value());
        text("assignedByGroup", state.source().group().map(GroupId::value).orElse(null));
        json.writeStringProperty("state", state.status().graphName());
        text("error", violation == null ? null : violation.kind().graphName());
        disabledPlans(state.omittedPlans());
        json.writeEndObject();
    }

    private void assignedLicense(EffectiveLicense license) {
        SortedSet<ServicePlanId> disabled = new TreeSet<>(userPlans.getOrDefault(license.skuId(), new TreeSet<>()));
        disabled.removeAll(license.enabledPlans());
        json.writeStartObject();
        json.writeStringProperty("skuId", license.skuId().value());
        disabledPlans(disabled);
        json.writeEndObject();
    }

    private void group(GroupSummary group) {
        SortedMap<String, Long> errors = new TreeMap<>();
        group.errors().forEach((kind, members) -> errors.put(kind.graphName(), members));
        json.writeStartObject();
        json.writeStringProperty("id", group.groupId().value());
        json.writeStringProperty("displayName", snapshot.group(group.groupId()).displayName());
        json.writeNumberProperty("members", group.members());
        json.writeNumberProperty("licensed", group.licensed());
        json.writeObjectPropertyStart("errors");
        errors.forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void subscribedSku(SkuUsage usage) {
        json.writeStartObject();
        json.writeStringProperty("skuId", usage.skuId().value());
        json.writeStringProperty("skuPartNumber", snapshot.sku(usage.skuId()).partNumber());
        json.writeNumberProperty("consumedUnits", usage.consumed());
        json.writeNumberProperty("availableUnits", usage.available());
        json.writeNumberProperty("waitingUsers", usage.waiting());
        json.writeNumberProperty("overAllocatedUnits", usage.overAllocated());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private void disabledPlans(Collection<ServicePlanId> sorted) {
        json.writeArrayPropertyStart("disabledPlans");
        sorted.forEach(plan -> json.writeString(plan.value()));
        json.writeEndArray();
    }
}
