package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the entries of users.json. */
final class UserReader implements EntryReader<UserEntry> {
    /** What dynamic groups are made from; not what only identifies a person, such as names and telephone numbers. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "city",
            "companyName",
            "country",
            "department",
            "employeeId",
            "employeeType",
            "jobTitle",
            "officeLocation",
            "preferredLanguage",
            "state",
            "userType");

    private static final String MAIL_PREFIX = "smtp:";

    private final AssignmentReader assignmentReader = new AssignmentReader();

    @Override
    public Optional<UserEntry> read(JsonCursor json, Problems problems) {
        Properties read = new Properties();
        Entry entry = Entry.begin(json, problems);
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "id" -> read.id = json.stringOrNull();
                case "userPrincipalName" -> read.userPrincipalName = json.stringOrNull();
                case "displayName" -> read.displayName = json.stringOrNull();
                case "usageLocation" -> read.usageLocation = json.stringOrNull();
                case "accountEnabled" -> read.accountEnabled = json.booleanOrNull();
                case "proxyAddresses" -> read.proxyAddresses = json.strings();
                case "assignedLicenses" -> read.isLicensed = hasElements(json);
                case "licenseAssignmentStates" -> read.assignments = assignments(json, problems);
                default -> readAttribute(json, name, read.attributes);
            }
        }
        return entry.id("user", read.id, UserId::of).map(id -> userEntry(entry, id, read));
    }

    /** Null if the property is null, which is as good as absent. */
    private @Nullable List<AssignmentEntry> assignments(JsonCursor json, Problems problems) {
        if (!json.isArray()) {
            return null;
        }
        List<AssignmentEntry> assignments = new ArrayList<>();
        while (json.nextElement()) {
            assignmentReader.read(json, problems).ifPresent(assignments::add);
        }
        return assignments;
    }

    private static boolean hasElements(JsonCursor json) {
        boolean any = false;
        if (json.isArray()) {
            while (json.nextElement()) {
                any = true;
                json.skip();
            }
        }
        return any;
    }

    private static void readAttribute(JsonCursor json, String name, SortedMap<String, String> attributes) {
        if (!ATTRIBUTES.contains(name)) {
            json.skip();
            return;
        }
        String value = json.stringOrNull();
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static UserEntry userEntry(Entry entry, UserId id, Properties read) {
        List<AssignmentEntry> assignments = withoutDuplicates(entry, id, assignments(entry, id, read));
        User.Builder user = User.builder(id)
                .userPrincipalName(textOf(read.userPrincipalName))
                .displayName(textOf(read.displayName))
                .accountEnabled(read.accountEnabled == null || read.accountEnabled)
                .proxyAddresses(addresses(entry, id, read.proxyAddresses));
        String country = textOf(read.usageLocation);
        if (!country.isEmpty()) {
            entry.location("usageLocation", country, id.value()).ifPresent(user::usageLocation);
        }
        read.attributes.forEach(user::attribute);
        assignments.stream()
                .filter(assignment -> assignment.source().isDirect())
                .map(AssignmentEntry::license)
                .forEachOrdered(user::directLicense);
        return new UserEntry(user.build(), assignments);
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<AssignmentEntry> assignments(Entry entry, UserId id, Properties read) {
        if (read.assignments != null) {
            return read.assignments;
        }
        if (read.isLicensed) {
            entry.report(
                    TenantProblem.Kind.MALFORMED_VALUE,
                    "assignedLicenses",
                    "user '" + id + "' has licences but no licenseAssignmentStates, so that nobody can tell direct"
                            + " licences from inherited ones. Maybe $select them?",
                    id.value());
        }
        return List.of();
    }

    private static List<AssignmentEntry> withoutDuplicates(Entry entry, UserId user, List<AssignmentEntry> all) {
        record Key(AssignmentSource source, SkuId skuId) {}
        Set<Key> seen = new HashSet<>();
        List<AssignmentEntry> once = new ArrayList<>(all.size());
        for (AssignmentEntry assignment : all) {
            License license = assignment.license();
            if (seen.add(new Key(assignment.source(), license.skuId()))) {
                once.add(assignment);
            } else {
                entry.report(
                        TenantProblem.Kind.DUPLICATE_ID,
                        "licenseAssignmentStates",
                        "user '" + user + "' has SKU '" + license.skuId() + "' more than once from the same source, "
                                + assignment.source(),
                        user.value(),
                        license.skuId().value());
            }
        }
        return once;
    }

    private static List<String> addresses(Entry entry, UserId user, List<String> proxyAddresses) {
        List<String> addresses = new ArrayList<>(proxyAddresses.size());
        for (String proxyAddress : proxyAddresses) {
            String address = withoutPrefix(proxyAddress);
            if (address.isBlank()) {
                entry.report(
                        TenantProblem.Kind.MALFORMED_VALUE,
                        "proxyAddresses",
                        "user '" + user + "' has a blank proxy address",
                        user.value());
            } else {
                addresses.add(address);
            }
        }
        return addresses;
    }

    /** Without the prefix of mail addresses in either case (in capitals it marks the primary one); others stay. */
    private static String withoutPrefix(String proxyAddress) {
        return proxyAddress.regionMatches(true, 0, MAIL_PREFIX, 0, MAIL_PREFIX.length())
                ? proxyAddress.substring(MAIL_PREFIX.length())
                : proxyAddress;
    }

    /** The properties of one user as they come. */
    private static final class Properties {
        private @Nullable String id;
        private @Nullable String userPrincipalName;
        private @Nullable String displayName;
        private @Nullable String usageLocation;
        private @Nullable Boolean accountEnabled;
        private List<String> proxyAddresses = List.of();
        private boolean isLicensed;
        private @Nullable List<AssignmentEntry> assignments;
        private final SortedMap<String, String> attributes = new TreeMap<>();
    }
}
