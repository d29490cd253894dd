package dev.perseat.examples.adminconsole;

import java.util.ArrayList;
import java.util.List;

/** The words of one line, taken one after the other. Quotes keep words together: {@code groups "Contoso Sales"}. */
final class Words {
    private final List<String> words;
    private int next;

    private Words(List<String> words) {
        this.words = words;
    }

    static Words of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                word = word == null ? new StringBuilder() : word;
            } else if (quoted || !Character.isWhitespace(c)) {
                word = (word == null ? new StringBuilder() : word).append(c);
            } else if (word != null) {
                words.add(word.toString());
                word = null;
            }
        }
        if (quoted) {
            throw new BadInputException("a quote is not closed");
        }
        if (word != null) {
            words.add(word.toString());
        }
        return new Words(words);
    }

    static Words of(List<String> words) {
        return new Words(new ArrayList<>(words));
    }

    boolean isEmpty() {
        return next == words.size();
    }

    /** Takes the next word, which is there for something. */
    String take(String what) {
        if (isEmpty()) {
            throw new BadInputException(what + " is missing");
        }
        return words.get(next++);
    }

    /** Takes the last word if it is this one. */
    boolean takeLast(String word) {
        int last = words.size() - 1;
        return last >= next && words.get(last).equals(word) && word.equals(words.remove(last));
    }

    /** Takes a word that joins two others, such as {@code to}. */
    void skip(String word) {
        String found = take("'" + word + "'");
        if (!found.equals(word)) {
            throw new BadInputException("'" + word + "' is expected in place of '" + found + "'");
        }
    }

    /** Takes all that is left, as it would be said in one piece. */
    String rest() {
        String rest = String.join(" ", words.subList(next, words.size()));
        next = words.size();
        return rest;
    }

    void end() {
        if (!isEmpty()) {
            throw new BadInputException(
                    "'" + words.get(next) + "' is too much; several words of one name stand in quotes");
        }
    }
}
