package dev.perseat.licensing.directory;

import org.jspecify.annotations.Nullable;

/**
 * The directory could not be read. The message names what was being read, by ids, and why it failed.
 *
 * @since 0.1
 */
public class DirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception without a cause.
     *
     * @param message what was being read, and why it failed
     */
    public DirectoryException(String message) {
        super(message);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message what was being read, and why it failed
     * @param cause what the directory's own library threw, or null
     */
    public DirectoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
