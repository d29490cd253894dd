package dev.perseat.examples.adminconsole;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation on a terminal: a number of the menu, which asks for the rest, or a line as in a script. */
final class Menu {
    private final Interpreter interpreter;
    private final BufferedReader in;
    private final Screen screen;

    Menu(Interpreter interpreter, BufferedReader in, Screen screen) {
        this.interpreter = interpreter;
        this.in = in;
        this.screen = screen;
    }

    /** Goes on until somebody says {@code quit}, or nothing more. */
    void run() throws IOException, InterruptedException {
        show();
        for (String line = ask("> "); line != null && !line.equals("quit"); line = ask("> ")) {
            try {
                answer(line.strip());
            } catch (BadInputException e) {
                screen.line("error: " + e.getMessage());
            }
        }
    }

    private void show() {
        screen.heading("Menu");
        Table table = new Table(0, 1, "No.", "To see or do", "or say");
        for (int i = 0; i < Vocabulary.PHRASES.size(); i++) {
            Vocabulary.Phrase phrase = Vocabulary.PHRASES.get(i);
            table.row(Integer.toString(i + 1), phrase.says(), phrase.pattern());
        }
        table.print(screen);
        screen.line("'menu' shows this again, 'quit' ends.");
    }

    private void answer(String line) throws IOException, InterruptedException {
        if (line.equals("menu")) {
            show();
        } else if (!line.isEmpty() && line.chars().allMatch(c -> c >= '0' && c <= '9')) {
            interpreter.run(Words.of(fill(phrase(line).pattern())));
        } else {
            interpreter.run(line);
        }
    }

    private static Vocabulary.Phrase phrase(String number) {
        int count = Vocabulary.PHRASES.size();
        int place = number.length() > 2 ? 0 : Integer.parseInt(number);
        if (place < 1 || place > count) {
            throw new BadInputException("'" + number + "' is not a number from 1 to " + count);
        }
        return Vocabulary.PHRASES.get(place - 1);
    }

    /** Asks for the words of a pattern that are in capitals; those in brackets may be left out. */
    private List<String> fill(String pattern) throws IOException {
        List<String> words = new ArrayList<>();
        String[] parts = pattern.split(" ", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (!part.startsWith("[")) {
                words.addAll(isBlank(part) ? answers(part) : List.of(part));
                continue;
            }
            boolean joined = !part.endsWith("]");
            String blank = joined ? parts[++i] : part;
            List<String> answers = answers(blank.replaceAll("[\\[\\]]", "") + " (may be empty)");
            if (joined && !answers.isEmpty()) {
                words.add(part.substring(1));
            }
            words.addAll(answers);
        }
        return words;
    }

    private static boolean isBlank(String part) {
        return Character.isUpperCase(part.charAt(0));
    }

    /** Of a name the answer is one word, blanks or not; of what ends in dots it is many. */
    private List<String> answers(String what) throws IOException {
        boolean many = what.endsWith("...");
        String answer = ask("  " + what.replace("...", "") + ": ");
        if (answer == null || answer.isBlank()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        if (many) {
            for (Words said = Words.of(answer); !said.isEmpty(); ) {
                words.add(said.take(what));
            }
        } else {
            words.add(answer.strip());
        }
        return words;
    }

    private @Nullable String ask(String prompt) throws IOException {
        screen.ask(prompt);
        return in.readLine();
    }
}
