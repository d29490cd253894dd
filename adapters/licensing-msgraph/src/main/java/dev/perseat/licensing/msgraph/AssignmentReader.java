package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code licenseAssignmentStates}. */
final class AssignmentReader implements EntryReader<AssignmentEntry> {
    /** Whether the licence is held; ActiveWithError is a licence that is kept because another one needs it. */
    private static final Map<String, Boolean> HELD_BY_STATE = Collections.unmodifiableMap(
            new TreeMap<>(Map.of("Active", true, "ActiveWithError", true, "Disabled", true, "Error", false)));

    @Override
    public Optional<AssignmentEntry> read(JsonCursor json, Problems problems) {
        Entry entry = Entry.begin(json, problems);
        String skuId = null;
        List<String> disabledPlans = List.of();
        String group = null;
        Boolean heldByState = null;
        String error = null;
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "skuId" -> skuId = json.stringOrNull();
                case "disabledPlans" -> disabledPlans = json.strings();
                case "assignedByGroup" -> group = json.stringOrNull();
                case "state" -> heldByState = json.wordOrNull(HELD_BY_STATE);
                case "error" -> error = json.stringOrNull();
                default -> json.skip();
            }
        }
        boolean held = heldByState != null ? heldByState : isNoError(error);
        Optional<License> license = entry.license(skuId, disabledPlans);
        Optional<AssignmentSource> source = source(entry, group);
        return source.flatMap(from -> license.map(what -> new AssignmentEntry(from, what, held)));
    }

    /** The documentation of the resource says null, Microsoft's examples of responses say None. */
    private static boolean isNoError(@Nullable String error) {
        return error == null || error.equals("None");
    }

    private static Optional<AssignmentSource> source(Entry entry, @Nullable String group) {
        return group == null
                ? Optional.of(AssignmentSource.direct())
                : entry.id("group", group, GroupId::of).map(AssignmentSource::group);
    }
}
