package dev.perseat.licensing.admin;

import java.util.Objects;

/**
 * A detail of an entry of the audit trail: something that was one thing before and is another now.
 *
 * @param name what it is, a word that does not change between versions
 * @param oldValue what it was, empty if there was none
 * @param newValue what it is from now on, empty if there is none
 * @since 0.1
 */
public record ModifiedProperty(String name, String oldValue, String newValue) {
    /**
     * Checks that nothing is missing.
     *
     * @param name what it is
     * @param oldValue what it was
     * @param newValue what it is
     */
    public ModifiedProperty {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(oldValue, "oldValue");
        Objects.requireNonNull(newValue, "newValue");
    }
}
