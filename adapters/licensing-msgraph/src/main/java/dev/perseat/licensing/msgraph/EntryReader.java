package dev.perseat.licensing.msgraph;

import java.util.Optional;

/** Reads one sort of entry. */
@FunctionalInterface
interface EntryReader<T> {
    /**
     * Reads the object at whose first token the cursor stands, to its end. Returns empty if the entry cannot be used; then
     * at least one problem was reported.
     */
    Optional<T> read(JsonCursor json, Problems problems);
}
