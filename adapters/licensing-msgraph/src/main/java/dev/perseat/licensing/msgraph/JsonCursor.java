package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.directory.DirectoryException;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * A walk through one JSON file, in constant memory: whatever is wrong with the text or with the type of a value becomes a
 * {@link GraphFormatException} that names the place. It stands on one token; the methods that read a value leave it on
 * the last token of that value.
 *
 * <p>What nobody asks for is skipped without recursion, to a depth of 500; that, a million characters of one string and
 * a thousand digits of one number are the limits. A file may have any length.
 */
final class JsonCursor implements AutoCloseable {
    static final int MAX_DEPTH = 500;
    private static final int MAX_STRING = 1_000_000;
    private static final int MAX_DIGITS = 1000;
    private static final int SHOWN = 40;
    private static final int LONGEST_PATH = 200;
    private static final String NOT_JSON = "this is not JSON";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .build();

    private final String file;
    private final JsonParser parser;

    /** The token that the cursor stands on; null before the first and after the last. */
    private @Nullable JsonToken token;

    private JsonCursor(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static JsonCursor open(Path path) {
        String file = path.getFileName().toString();
        try {
            return new JsonCursor(file, parser(file, new BufferedInputStream(Files.newInputStream(path))));
        } catch (NoSuchFileException missing) {
            throw new GraphFormatException(file + ": the file is missing");
        } catch (IOException broken) {
            throw unreadable(file, broken);
        }
    }

    private static JsonParser parser(String file, InputStream bytes) throws IOException {
        try {
            // The parser calls an encoding that it does not know a failure to read; this tells the two apart.
            bytes.mark(1);
            if (bytes.read() >= 0) {
                bytes.reset();
            }
            return JSON.createParser(ObjectReadContext.empty(), bytes);
        } catch (IOException broken) {
            bytes.close();
            throw broken;
        } catch (JacksonException broken) {
            bytes.close();
            throw new GraphFormatException(file + ":1:1: " + NOT_JSON);
        }
    }

    /** Goes to the next token, and returns whether there is one. */
    boolean advance() {
        token = parsed(parser::nextToken);
        return token != null;
    }

    boolean atNull() {
        return token == JsonToken.VALUE_NULL;
    }

    /**
     * In an object: goes to the value of the next property and returns the property's name, or stops at the end of the
     * object and returns null.
     */
    @Nullable
    String nextProperty() {
        advance();
        if (token == JsonToken.END_OBJECT) {
            return null;
        }
        String name = parsed(parser::currentName);
        advance();
        return name;
    }

    /** In an array: goes to the next element, or stops at the end of the array and returns false. */
    boolean nextElement() {
        advance();
        return token != JsonToken.END_ARRAY;
    }

    /** Passes over the value. */
    void skip() {
        parsed(parser::skipChildren);
        token = parser.currentToken();
    }

    void expect(JsonToken expected, String description) {
        if (token != expected) {
            throw unexpected(description);
        }
    }

    void expectObject() {
        expect(JsonToken.START_OBJECT, "an object");
    }

    /** Checks that the value is an array, or null, which is as good as empty; returns whether it is an array. */
    boolean isArray() {
        if (!atNull()) {
            expect(JsonToken.START_ARRAY, "an array");
        }
        return !atNull();
    }

    @Nullable
    String stringOrNull() {
        return atNull() ? null : string();
    }

    private String string() {
        expect(JsonToken.VALUE_STRING, "a string");
        return text();
    }

    /** The strings of an array; none if the value is null. */
    List<String> strings() {
        if (!isArray()) {
            return List.of();
        }
        List<String> strings = new ArrayList<>();
        while (nextElement()) {
            strings.add(string());
        }
        return strings;
    }

    /** One of a closed list of words, or null. */
    <E> @Nullable E wordOrNull(Map<String, E> words) {
        String word = stringOrNull();
        if (word == null) {
            return null;
        }
        E meaning = words.get(word);
        if (meaning == null) {
            throw fail("unknown value '" + shortened(word) + "'; known are " + String.join(", ", words.keySet()));
        }
        return meaning;
    }

    /** True, false, or null. */
    @Nullable
    Boolean booleanOrNull() {
        if (atNull()) {
            return null;
        }
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw unexpected("true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** A whole number, or null. */
    @Nullable
    Integer integerOrNull() {
        if (atNull()) {
            return null;
        }
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        String digits = text();
        try {
            return Integer.valueOf(digits);
        } catch (NumberFormatException tooLarge) {
            throw fail("the number " + shortened(digits) + " is beyond " + Integer.MAX_VALUE);
        }
    }

    /** Where the token begins; to be made into words by {@link #place(TokenStreamLocation, String)} if need be. */
    TokenStreamLocation mark() {
        return token == null ? parser.currentLocation() : parser.currentTokenLocation();
    }

    /** A place for people, of the value that the cursor stands on. */
    String place() {
        return place(mark(), "");
    }

    /** A place for people: a mark set earlier, and the path of the value that the cursor stands on with a part of it. */
    String place(TokenStreamLocation mark, String part) {
        String path = shortened(parser.streamReadContext().pathAsPointer() + part, LONGEST_PATH);
        return file + ":" + mark.getLineNr() + ":" + mark.getColumnNr() + (path.isEmpty() ? "" : " " + path);
    }

    GraphFormatException fail(String what) {
        return new GraphFormatException(place() + ": " + what);
    }

    private GraphFormatException unexpected(String description) {
        return fail("expected " + description + ", found " + found());
    }

    private String found() {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shortened(text());
            default -> token.asString();
        };
    }

    private String text() {
        return Optional.ofNullable(parsed(parser::getString)).orElseThrow();
    }

    static String shortened(String text) {
        return shortened(text, SHOWN);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "...";
    }

    private <T> @Nullable T parsed(Supplier<@Nullable T> step) {
        try {
            return step.get();
        } catch (JacksonException broken) {
            boolean isUnreadable =
                    broken instanceof JacksonIOException && !(broken.getCause() instanceof CharConversionException);
            throw isUnreadable ? unreadable(file, broken) : malformed(broken);
        }
    }

    /** Jackson's own exception is left behind: its message may quote the content. */
    private GraphFormatException malformed(JacksonException broken) {
        TokenStreamLocation location = Optional.ofNullable(broken.getLocation()).orElseGet(parser::currentLocation);
        return new GraphFormatException(place(location, "") + ": " + reason(broken));
    }

    private static String reason(JacksonException broken) {
        if (broken instanceof UnexpectedEndOfInputException) {
            return "the file ends in the middle of its JSON. Maybe it was cut off?";
        }
        if (broken instanceof StreamConstraintsException) {
            return "beyond the limits of this reader: nesting " + MAX_DEPTH + ", string " + MAX_STRING
                    + " characters, number " + MAX_DIGITS + " digits";
        }
        return NOT_JSON;
    }

    private static DirectoryException unreadable(String file, Exception broken) {
        return new DirectoryException(file + ": the file cannot be read", broken);
    }

    /** Closes the file; again is harmless. */
    @Override
    public void close() {
        try {
            parser.close();
        } catch (JacksonException broken) {
            throw unreadable(file, broken);
        }
    }
}
