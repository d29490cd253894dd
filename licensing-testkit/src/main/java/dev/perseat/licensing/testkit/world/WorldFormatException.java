package dev.perseat.licensing.testkit.world;

/**
 * A text is not a world. The message names the file, the line and the value.
 *
 * @since 0.1
 */
public final class WorldFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The name of the file. */
    private final String file;

    /** The number of the line, from 1. */
    private final int line;

    WorldFormatException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
        this.file = file;
        this.line = line;
    }

    /**
     * Returns the file.
     *
     * @return its name as it was given to the reader
     */
    public String file() {
        return file;
    }

    /**
     * Returns the line.
     *
     * @return its number, from 1
     */
    public int line() {
        return line;
    }
}
