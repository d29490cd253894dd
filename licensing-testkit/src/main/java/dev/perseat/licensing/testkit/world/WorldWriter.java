package dev.perseat.licensing.testkit.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes worlds, each in exactly one way: {@link World#of} and this make a file of any tenant and its answer, such as a
 * generated one that shows a fault.
 *
 * @since 0.1
 */
public final class WorldWriter {
    private WorldWriter() {}

    /**
     * Writes a world as text.
     *
     * @param world the world
     * @return its text, with lines that end in a line feed
     * @throws IllegalArgumentException if it is bad input that the model itself does not let in (a bad country, negative
     *     units), so that there is nothing of it to be written
     */
    public static String write(World world) {
        if (!world.input().problems().isEmpty()) {
            throw new IllegalArgumentException("world '" + world.name() + "' cannot be written: "
                    + world.input().problems().get(0).message());
        }
        List<String> lines = new ArrayList<>();
        lines.add(new Sentence("title").quote(world.title()).toString());
        world.head()
                .notes()
                .forEach(note -> lines.add(new Sentence("note").quote(note).toString()));
        if (!world.law().isEmpty()) {
            lines.add(new Sentence("law").ids(world.law()).toString());
        }
        lines.add("");
        lines.addAll(world.input().lines());
        lines.add("");
        lines.addAll(world.expectation().lines());
        return String.join("\n", lines) + "\n";
    }

    /**
     * Writes a world into a folder, over a file of its name that may be there.
     *
     * @param world the world
     * @param folder an existing folder
     * @return the file, {@code NAME.world} in UTF-8
     * @throws IllegalArgumentException as {@link #write}
     * @throws IOException if it cannot be written
     */
    public static Path save(World world, Path folder) throws IOException {
        return Files.writeString(folder.resolve(world.name() + WorldReader.SUFFIX), write(world));
    }
}
