package dev.perseat.licensing.testkit.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads worlds. The format is described in the {@code README.md} beside the worlds; what is not in it is an error that
 * names the file, the line and the value.
 *
 * @since 0.1
 */
public final class WorldReader {
    static final String SUFFIX = ".world";

    private final String name;
    private @Nullable String title;
    private final List<String> notes = new ArrayList<>();
    private final List<String> law = new ArrayList<>();
    private final InputReader input = new InputReader();
    private final AnswerReader answer = new AnswerReader();
    private final Map<String, Consumer<Line>> statements = new TreeMap<>();

    private WorldReader(String name) {
        this.name = name;
        statements.put("title", this::title);
        statements.put("note", line -> notes.add(line.text("a note")));
        statements.put("law", line -> law.addAll(line.someValues("a section", section -> section)));
        statements.putAll(input.statements());
        statements.putAll(answer.statements());
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param file a file with a name that ends in {@code .world}; the rest of the name is that of the world
     * @return the world
     * @throws WorldFormatException if the file is not a world in UTF-8
     * @throws IOException if the file cannot be read
     */
    public static World read(Path file) throws IOException {
        Path fileName = file.getFileName();
        if (fileName == null || !fileName.toString().endsWith(SUFFIX)) {
            throw new IOException("'" + file + "' is no file of a world. Maybe its name should end in " + SUFFIX + "?");
        }
        return decode(fileName.toString(), Files.readAllBytes(file));
    }

    static World decode(String file, byte[] bytes) {
        String name = file.substring(0, file.length() - SUFFIX.length());
        try {
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new WorldFormatException(file, 1, "the file is not in UTF-8");
        }
    }

    /**
     * Reads a text.
     *
     * @param name the name of the world
     * @param text the text
     * @return the world; {@code parse(name, WorldWriter.write(world))} is the same world again
     * @throws WorldFormatException if the text is not a world
     */
    public static World parse(String name, String text) {
        return new WorldReader(name).world(text);
    }

    private World world(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            statement(new Line(name + SUFFIX, number, line));
        }
        Line last = new Line(name + SUFFIX, Math.max(number, 1), "");
        if (title == null) {
            throw last.error("the world has no title");
        }
        return new World(new World.Head(name, title, notes, law), input.input(last), answer.expectation(last));
    }

    private void statement(Line line) {
        if (line.atEnd()) {
            return;
        }
        String word = line.word("a statement");
        Consumer<Line> statement = statements.get(word);
        if (statement == null) {
            throw line.error(
                    "'" + word + "' is not a statement. Maybe one of " + String.join(", ", statements.keySet()) + "?");
        }
        statement.accept(line);
        line.end();
    }

    private void title(Line line) {
        if (title != null) {
            throw line.error("the title is said twice");
        }
        title = line.text("a title");
    }
}
