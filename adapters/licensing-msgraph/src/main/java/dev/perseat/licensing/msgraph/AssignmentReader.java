package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the entries of {@code licenseAssignmentStates}. */
final class AssignmentReader implements EntryReader<AssignmentEntry> {
    /** Whether the licence is held; ActiveWithError is a licence that is kept because another one needs it. */
    private static final Map<String, Boolean> HELD_BY_STATE = Collections.unmodifiableMap(
            new TreeMap<>(Map.of("Active", true, "ActiveWithError", true, "Disabled", true, "Error", false)));

    /**
     * Whether a word stands for no error. The documentation of the resource has null for that, Microsoft's examples of
     * responses have None.
     */
    private static final Map<String, Boolean> IS_NO_ERROR = isNoError();

    private static Map<String, Boolean> isNoError() {
        SortedMap<String, Boolean> words = new TreeMap<>(Map.of("None", true));
        for (LicenseViolation.Kind kind : LicenseViolation.Kind.values()) {
            words.put(kind.graphName(), false);
        }
        return Collections.unmodifiableMap(words);
    }

    @Override
    public Optional<AssignmentEntry> read(JsonCursor json, Problems problems) {
        Entry entry = Entry.begin(json, problems);
        String skuId = null;
        List<String> disabledPlans = List.of();
        String group = null;
        Boolean heldByState = null;
        Boolean isNoError = null;
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "skuId" -> skuId = json.stringOrNull();
                case "disabledPlans" -> disabledPlans = json.strings();
                case "assignedByGroup" -> group = json.stringOrNull();
                case "state" -> heldByState = json.wordOrNull(HELD_BY_STATE);
                case "error" -> isNoError = json.wordOrNull(IS_NO_ERROR);
                default -> json.skip();
            }
        }
        boolean held = heldByState != null ? heldByState : isNoError == null || isNoError;
        Optional<License> license = entry.license(skuId, disabledPlans);
        Optional<AssignmentSource> source = source(entry, group);
        return source.flatMap(from -> license.map(what -> new AssignmentEntry(from, what, held)));
    }

    private static Optional<AssignmentSource> source(Entry entry, @Nullable String group) {
        return group == null
                ? Optional.of(AssignmentSource.direct())
                : entry.id("group", group, GroupId::of).map(AssignmentSource::group);
    }
}
