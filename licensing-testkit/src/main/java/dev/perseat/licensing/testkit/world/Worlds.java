package dev.perseat.licensing.testkit.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The worlds that ship with the testkit.
 *
 * @since 0.1
 */
public final class Worlds {
    /** Names the worlds, one in each line: what is in a jar cannot be listed portably. */
    static final String INDEX = "index.txt";

    private Worlds() {}

    /**
     * Reads all of them.
     *
     * @return the worlds by name; unmodifiable
     */
    public static List<World> all() {
        return names().stream().map(Worlds::named).toList();
    }

    /**
     * Reads one of them.
     *
     * @param name its name, such as {@code last-seat}
     * @return the world
     * @throws IllegalArgumentException if there is none with this name
     */
    public static World named(String name) {
        String file = name + WorldReader.SUFFIX;
        return WorldReader.decode(file, bytes(file));
    }

    static List<String> names() {
        return new String(bytes(INDEX), StandardCharsets.UTF_8).lines().sorted().toList();
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = Worlds.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no world ships in '" + resource + "'");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read '" + resource + "'", e);
        }
    }
}
