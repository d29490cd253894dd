package dev.perseat.examples.adminconsole;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Where answers are written: UTF-8, each line at once, ended by a line feed on every platform, with whatever could repaint a
 * terminal escaped.
 */
final class Screen {
    private static final int WIDTH = 100;
    private static final String ERASE_REST = "\u001b[K";

    private final Writer out;
    private final boolean terminal;

    Screen(OutputStream out, boolean terminal) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.terminal = terminal;
    }

    /** Whether a line can be written over. */
    boolean isTerminal() {
        return terminal;
    }

    void heading(String text) {
        line("");
        line(text);
        line("-".repeat(Text.width(text)));
    }

    void line(String text) {
        write(Text.escaped(text).stripTrailing() + "\n");
    }

    /** Writes a line in place of the one that was written so before; only on a terminal. */
    void over(String text) {
        write("\r" + Text.escaped(text) + ERASE_REST);
    }

    /** Leaves the line that was written over. */
    void leave() {
        write("\n");
    }

    /** Writes a question that is answered on the same line. */
    void ask(String prompt) {
        write(Text.escaped(prompt));
    }

    /** Writes a paragraph: its first line after {@code indent}, the others further in. */
    void paragraph(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        int empty = indent.length();
        for (String word : text.split(" ", -1)) {
            if (line.length() > empty && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line.setLength(0);
                line.append(" ".repeat(indent.length() + 2));
                empty = line.length();
            }
            line.append(line.length() > empty ? " " : "").append(word);
        }
        line(line.toString());
    }

    private void write(String text) {
        try {
            out.write(text);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
