package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the entries of groups.json. */
final class GroupReader implements EntryReader<Group> {
    private final LicenseReader licenseReader = new LicenseReader();

    @Override
    public Optional<Group> read(JsonCursor json, Problems problems) {
        Properties read = new Properties();
        Entry entry = Entry.begin(json, problems);
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "id" -> read.id = json.stringOrNull();
                case "displayName" -> read.displayName = json.stringOrNull();
                case "mailEnabled" -> read.mailEnabled = json.booleanOrNull();
                case "securityEnabled" -> read.securityEnabled = json.booleanOrNull();
                case "groupTypes" -> read.types = json.strings();
                case "membershipRule" -> read.membershipRule = json.stringOrNull();
                case "assignedLicenses" -> read.licenses = licenses(json, problems);
                default -> json.skip();
            }
        }
        return entry.id("group", read.id, GroupId::of).map(id -> group(entry, id, read));
    }

    private List<License> licenses(JsonCursor json, Problems problems) {
        List<License> licenses = new ArrayList<>();
        if (json.isArray()) {
            while (json.nextElement()) {
                licenseReader.read(json, problems).ifPresent(licenses::add);
            }
        }
        return licenses;
    }

    private static Group group(Entry entry, GroupId id, Properties read) {
        if (read.securityEnabled == null && !read.licenses.isEmpty()) {
            entry.report(
                    TenantProblem.Kind.MALFORMED_VALUE,
                    "securityEnabled",
                    "group '" + id
                            + "' has licences but no securityEnabled, so that nobody can tell whether its members"
                            + " inherit them. Maybe $select it?",
                    id.value());
        }
        boolean securityEnabled = Boolean.TRUE.equals(read.securityEnabled);
        return new Group(
                id,
                read.displayName == null ? "" : read.displayName,
                kind(read.types, Boolean.TRUE.equals(read.mailEnabled), securityEnabled),
                securityEnabled,
                // A group that was dynamic once may keep its old rule, which nobody follows.
                read.types.contains("DynamicMembership") ? read.membershipRule : null,
                read.licenses);
    }

    private static GroupKind kind(List<String> types, boolean mailEnabled, boolean securityEnabled) {
        if (types.contains("Unified")) {
            return GroupKind.MICROSOFT_365;
        }
        if (!mailEnabled) {
            return GroupKind.SECURITY;
        }
        return securityEnabled ? GroupKind.MAIL_ENABLED_SECURITY : GroupKind.DISTRIBUTION;
    }

    /** The properties of one group as they come. */
    private static final class Properties {
        private @Nullable String id;
        private @Nullable String displayName;
        private @Nullable Boolean mailEnabled;
        private @Nullable Boolean securityEnabled;
        private List<String> types = List.of();
        private @Nullable String membershipRule;
        private List<License> licenses = List.of();
    }
}
