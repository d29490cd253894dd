package dev.perseat.examples.adminconsole;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a run of the console left behind. */
record ConsoleRun(int status, String out, String err) {
    /** A run that is not on a terminal. */
    static ConsoleRun of(String... args) {
        return of("", false, args);
    }

    /** A run of a script over a small organisation, in a folder of its own. */
    static ConsoleRun ofScript(Path folder, String... lines) throws IOException {
        Path script = Files.write(folder.resolve("script.txt"), List.of(lines), StandardCharsets.UTF_8);
        return of("--store", "memory", "--users", "100", "--no-times", "--script", script.toString());
    }

    /** A conversation on a terminal, about a small organisation that is forgotten afterwards. */
    static ConsoleRun ofTyping(String... lines) {
        return ofTypingAt("memory", 100, lines);
    }

    /** A conversation on a terminal, about an organisation that is kept somewhere. */
    static ConsoleRun ofTypingAt(String store, int users, String... lines) {
        return of(String.join("\n", lines), true, "--store", store, "--users", Integer.toString(users), "--no-times");
    }

    private static ConsoleRun of(String typed, boolean terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status;
        try (PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            status = AdminConsole.run(new BufferedReader(new StringReader(typed)), out, errors, terminal, args);
        }
        return new ConsoleRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Stream<String> lines() {
        return out.lines();
    }
}
