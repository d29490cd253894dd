package dev.perseat.licensing.store;

import org.jspecify.annotations.Nullable;

/**
 * How far the log of a tenant goes.
 *
 * @param version the number of the last step
 * @param closedVersion the number of the last step of which everything has been applied, together with all before it
 * @param directoryToken the change token of the directory up to which its changes are in the log, or null if there is none
 * @since 0.1
 */
public record Head(
        long version, long closedVersion, @Nullable String directoryToken) {
    /**
     * Checks the numbers.
     *
     * @param version the number of the last step
     * @param closedVersion the number of the last closed step
     * @param directoryToken the change token, or null
     * @throws IllegalArgumentException if they are negative, or a step is closed that is not there
     */
    public Head {
        if (closedVersion < 0 || closedVersion > version) {
            throw new IllegalArgumentException("step " + closedVersion + " of " + version + " cannot be closed");
        }
    }

    /**
     * Returns whether some step is not closed yet.
     *
     * @return true if there is something left to apply
     */
    public boolean isOpen() {
        return closedVersion < version;
    }
}
