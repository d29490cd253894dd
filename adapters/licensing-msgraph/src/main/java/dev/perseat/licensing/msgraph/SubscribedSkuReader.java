package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the entries of subscribedSkus.json. */
final class SubscribedSkuReader implements EntryReader<SubscribedSku> {
    private static final Map<String, AppliesTo> APPLIES_TO =
            words(Map.of("User", AppliesTo.USER, "Company", AppliesTo.COMPANY));

    private static final Map<String, CapabilityStatus> STATUSES = words(Map.of(
            "Enabled", CapabilityStatus.ENABLED,
            "Warning", CapabilityStatus.WARNING,
            "Suspended", CapabilityStatus.SUSPENDED,
            "Deleted", CapabilityStatus.DELETED,
            "LockedOut", CapabilityStatus.LOCKED_OUT));

    private static final PrepaidUnits NO_UNITS = PrepaidUnits.of(0);

    private static <E> Map<String, E> words(Map<String, E> words) {
        return Collections.unmodifiableMap(new TreeMap<>(words));
    }

    @Override
    public Optional<SubscribedSku> read(JsonCursor json, Problems problems) {
        Entry entry = Entry.begin(json, problems);
        String id = null;
        String partNumber = null;
        AppliesTo appliesTo = null;
        CapabilityStatus status = null;
        PrepaidUnits units = null;
        List<ServicePlan> plans = List.of();
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "skuId" -> id = json.stringOrNull();
                case "skuPartNumber" -> partNumber = json.stringOrNull();
                case "appliesTo" -> appliesTo = json.wordOrNull(APPLIES_TO);
                case "capabilityStatus" -> status = json.wordOrNull(STATUSES);
                case "prepaidUnits" -> units = json.atNull() ? null : units(json, problems);
                case "servicePlans" -> plans = plans(json, problems);
                default -> json.skip();
            }
        }
        String skuPartNumber = partNumber == null ? "" : partNumber;
        AppliesTo whom = appliesTo == null ? AppliesTo.USER : appliesTo;
        CapabilityStatus capability = status == null ? CapabilityStatus.ENABLED : status;
        PrepaidUnits prepaid = units;
        List<ServicePlan> servicePlans = plans;
        return entry.id("SKU", id, SkuId::of)
                .map(sku -> new SubscribedSku(
                        new Sku(sku, skuPartNumber, whom, ids(servicePlans)),
                        servicePlans,
                        new Subscription(sku, orReported(entry, sku, prepaid), capability)));
    }

    private static SortedSet<ServicePlanId> ids(List<ServicePlan> plans) {
        SortedSet<ServicePlanId> ids = new TreeSet<>();
        plans.forEach(plan -> ids.add(plan.id()));
        return ids;
    }

    /** No units at all would take every licence of the SKU away; so they must be there, if only as zeros. */
    private static PrepaidUnits orReported(Entry entry, SkuId sku, @Nullable PrepaidUnits units) {
        if (units != null) {
            return units;
        }
        entry.report(
                TenantProblem.Kind.MALFORMED_VALUE,
                "prepaidUnits",
                "SKU '" + sku + "' has no prepaidUnits. Maybe $select them?",
                sku.value());
        return NO_UNITS;
    }

    private static PrepaidUnits units(JsonCursor json, Problems problems) {
        Entry entry = Entry.begin(json, problems);
        int enabled = 0;
        int warning = 0;
        int suspended = 0;
        int lockedOut = 0;
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "enabled" -> enabled = unitCount(json);
                case "warning" -> warning = unitCount(json);
                case "suspended" -> suspended = unitCount(json);
                case "lockedOut" -> lockedOut = unitCount(json);
                default -> json.skip();
            }
        }
        try {
            return new PrepaidUnits(enabled, warning, suspended, lockedOut);
        } catch (IllegalArgumentException negative) {
            entry.report(TenantProblem.Kind.NEGATIVE_UNITS, "", String.valueOf(negative.getMessage()));
            return NO_UNITS;
        }
    }

    private static int unitCount(JsonCursor json) {
        Integer count = json.integerOrNull();
        return count == null ? 0 : count;
    }

    private static List<ServicePlan> plans(JsonCursor json, Problems problems) {
        List<ServicePlan> plans = new ArrayList<>();
        if (json.isArray()) {
            while (json.nextElement()) {
                plan(json, problems).ifPresent(plans::add);
            }
        }
        return plans;
    }

    private static Optional<ServicePlan> plan(JsonCursor json, Problems problems) {
        Entry entry = Entry.begin(json, problems);
        String id = null;
        String planName = null;
        AppliesTo appliesTo = null;
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "servicePlanId" -> id = json.stringOrNull();
                case "servicePlanName" -> planName = json.stringOrNull();
                case "appliesTo" -> appliesTo = json.wordOrNull(APPLIES_TO);
                default -> json.skip();
            }
        }
        String text = planName == null ? "" : planName;
        AppliesTo whom = appliesTo == null ? AppliesTo.USER : appliesTo;
        return entry.id("service plan", id, ServicePlanId::of)
                .map(plan ->
                        ServicePlan.builder(plan).name(text).appliesTo(whom).build());
    }
}
