package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the entry of organization.json. */
final class OrganizationReader {
    // What stands in, after a problem, for what could not be read, so that the other files are looked through as well.
    private static final TenantId UNREADABLE_ID = TenantId.of("unreadable");
    private static final UsageLocation UNREADABLE_LOCATION = UsageLocation.of("US");

    private OrganizationReader() {}

    static Tenant read(JsonCursor json, Problems problems) {
        Entry entry = Entry.begin(json, problems);
        String id = null;
        String displayName = null;
        String defaultUsageLocation = null;
        String country = null;
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "id" -> id = json.stringOrNull();
                case "displayName" -> displayName = json.stringOrNull();
                case "defaultUsageLocation" -> defaultUsageLocation = json.stringOrNull();
                case "countryLetterCode" -> country = json.stringOrNull();
                default -> json.skip();
            }
        }
        String text = displayName == null ? "" : displayName;
        Optional<TenantId> tenantId = entry.id("tenant", id, TenantId::of);
        Optional<UsageLocation> location = location(
                entry,
                defaultUsageLocation,
                country,
                tenantId.map(TenantId::value).stream().toArray(String[]::new));
        return new Tenant(tenantId.orElse(UNREADABLE_ID), text, location.orElse(UNREADABLE_LOCATION));
    }

    /** The first of the two that says anything; a wrong one is not made good by the other. */
    private static Optional<UsageLocation> location(
            Entry entry, @Nullable String defaultUsageLocation, @Nullable String country, String... ids) {
        if (defaultUsageLocation != null && !defaultUsageLocation.isEmpty()) {
            return entry.location("defaultUsageLocation", defaultUsageLocation, ids);
        }
        if (country != null && !country.isEmpty()) {
            return entry.location("countryLetterCode", country, ids);
        }
        entry.report(
                TenantProblem.Kind.INVALID_COUNTRY,
                "",
                "the organization has neither defaultUsageLocation nor countryLetterCode",
                ids);
        return Optional.empty();
    }
}
