package dev.perseat.examples.tenantreport;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Lines of text in UTF-8, ended by a line feed on every platform; long ones are broken between words. */
final class Page {
    private static final int WIDTH = 100;

    private final Writer out;

    Page(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void heading(String text) {
        line("");
        line(text);
        line("-".repeat(text.codePointCount(0, text.length())));
    }

    void line(String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a paragraph: its first line after {@code indent}, the others further in. */
    void paragraph(String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        int empty = indent.length();
        for (String word : text.split(" ", -1)) {
            boolean full = line.length() > empty && line.length() + 1 + word.length() > WIDTH;
            if (full) {
                line(line.toString());
                line.setLength(0);
                line.append(" ".repeat(indent.length() + 2));
                empty = line.length();
            }
            line.append(line.length() > empty ? " " : "").append(word);
        }
        line(line.toString());
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
