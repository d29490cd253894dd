package dev.perseat.licensing.msgraph;

/**
 * Is told how far the reading of an export has come.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ReadProgress {
    /**
     * Takes note. Called on the thread that reads, for every file but organization.json: when it is begun (with 0),
     * after every 10,000 entries, and at its end. What it throws ends the reading and reaches the caller; no file stays open.
     *
     * @param file the name of the file, such as {@code users.json}
     * @param entries how many entries of it have been read so far; of members.json, how many memberships
     */
    void read(String file, long entries);

    /**
     * Returns a progress that nobody looks at.
     *
     * @return a listener that does nothing
     */
    static ReadProgress silent() {
        return (file, entries) -> {};
    }
}
