package dev.perseat.licensing.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One line of a world, read word by word from the left. Every complaint names the file, the line and the value. */
final class Line {
    private final String file;
    private final int number;
    private final List<Word> words;
    private int next;

    /** A word; in quotes it is never a keyword. */
    record Word(String text, boolean quoted) {
        boolean isKeyword() {
            return !quoted && Words.isKeyword(text);
        }
    }

    Line(String file, int number, String text) {
        this.file = file;
        this.number = number;
        this.words = new Splitter(this, text).words();
    }

    boolean atEnd() {
        return next == words.size();
    }

    /** Tells whether an id or another text is next. */
    boolean startsValue() {
        return !atEnd() && !words.get(next).isKeyword();
    }

    /** Consumes the next word if it is this keyword. */
    boolean accept(String keyword) {
        if (atEnd() || !words.get(next).isKeyword() || !words.get(next).text().equals(keyword)) {
            return false;
        }
        next++;
        return true;
    }

    void expect(String keyword) {
        if (!accept(keyword)) {
            throw error(shown() + " where '" + keyword + "' should be");
        }
    }

    /** Consumes any bare word: a keyword, a number, or a word of some enum. */
    String word(String what) {
        if (atEnd() || words.get(next).quoted()) {
            throw error(shown() + " where " + what + " should be");
        }
        return words.get(next++).text();
    }

    /** Consumes an id or another text: anything but a bare keyword. */
    String text(String what) {
        if (atEnd()) {
            throw error(shown() + " where " + what + " should be");
        }
        if (words.get(next).isKeyword()) {
            throw error(shown() + " where " + what + " should be. Maybe it should be in quotes?");
        }
        return words.get(next++).text();
    }

    /** Consumes a text and makes a value of it, which may refuse it. */
    <T> T value(String what, Function<String, T> factory) {
        String text = text(what);
        try {
            return factory.apply(text);
        } catch (IllegalArgumentException e) {
            throw error(e);
        }
    }

    /** Consumes values up to the next keyword or the end of the line; perhaps none. */
    <T> List<T> values(String what, Function<String, T> factory) {
        List<T> values = new ArrayList<>();
        while (startsValue()) {
            values.add(value(what, factory));
        }
        return values;
    }

    /** Consumes values up to the next keyword or the end of the line; at least one. */
    <T> List<T> someValues(String what, Function<String, T> factory) {
        List<T> values = values(what, factory);
        if (values.isEmpty()) {
            throw error(shown() + " where " + what + " should be");
        }
        return values;
    }

    int number(String what) {
        String text = word(what);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw error("'" + text + "' where " + what + " should be, a whole number below 2^31");
        }
    }

    <E extends Enum<E>> E constant(String what, E[] constants) {
        String text = word(what);
        for (E constant : constants) {
            if (Words.of(constant).equals(text)) {
                return constant;
            }
        }
        List<String> known = new ArrayList<>();
        for (E constant : constants) {
            known.add(Words.of(constant));
        }
        throw error("'" + text + "' is not " + what + ". Maybe one of " + String.join(", ", known) + "?");
    }

    void end() {
        if (!atEnd()) {
            throw error(shown() + " where the line should end");
        }
    }

    /** Places what a value says against itself. */
    WorldFormatException error(IllegalArgumentException refusal) {
        return error(String.valueOf(refusal.getMessage()));
    }

    WorldFormatException error(String problem) {
        return new WorldFormatException(file, number, problem);
    }

    private String shown() {
        return atEnd() ? "the line ends" : "'" + words.get(next).text() + "'";
    }
}
