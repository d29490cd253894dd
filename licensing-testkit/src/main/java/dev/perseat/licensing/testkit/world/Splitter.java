package dev.perseat.licensing.testkit.world;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words: bare ones, those in quotes with escapes, and no comment. */
final class Splitter {
    private final Line line;
    private final String text;
    private int at;

    Splitter(Line line, String text) {
        this.line = line;
        this.text = text;
    }

    List<Line.Word> words() {
        List<Line.Word> words = new ArrayList<>();
        skipBlanks();
        while (at < text.length() && text.charAt(at) != '#') {
            words.add(text.charAt(at) == '"' ? quoted() : bare());
            skipBlanks();
        }
        return words;
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private Line.Word bare() {
        int start = at;
        while (at < text.length() && !isBlank(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (!Words.isBare(word)) {
            throw line.error("word " + Words.quoted(word) + " has a character that must be in quotes");
        }
        return new Line.Word(word, false);
    }

    private Line.Word quoted() {
        int start = at++;
        StringBuilder word = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            word.append(text.charAt(at) == '\\' ? escape() : text.charAt(at++));
        }
        if (at == text.length()) {
            throw line.error("the quotes that begin " + text.substring(start) + " do not end");
        }
        at++;
        if (at < text.length() && !isBlank(text.charAt(at))) {
            throw line.error("'" + text.charAt(at) + "' follows the quotes " + text.substring(start, at)
                    + " where a blank should be");
        }
        return new Line.Word(word.toString(), true);
    }

    private char escape() {
        int start = at;
        at += 2;
        char kind = start + 1 < text.length() ? text.charAt(start + 1) : '\\';
        if (kind == 'u') {
            at += 4;
        }
        if (at <= text.length()) {
            switch (kind) {
                case '"', '\\' -> {
                    return kind;
                }
                case 'n' -> {
                    return '\n';
                }
                case 'r' -> {
                    return '\r';
                }
                case 't' -> {
                    return '\t';
                }
                case 'u' -> {
                    return unit(start + 2);
                }
                default -> {}
            }
        }
        throw line.error("unknown escape " + text.substring(start, Math.min(at, text.length()))
                + "; known are \\\" \\\\ \\n \\r \\t and \\u with four hexadecimal digits");
    }

    private char unit(int start) {
        int unit = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw line.error("'" + text.substring(start, start + 4) + "' is not four hexadecimal digits");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }
}
