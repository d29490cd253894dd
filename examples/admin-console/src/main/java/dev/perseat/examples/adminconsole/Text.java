package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.assignment.LicenseViolation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Wording that several answers share, and text made safe for a terminal. */
final class Text {
    private static final int SHOWN = 5;

    private Text() {}

    /** {@code 1 user}, {@code 2,000 users}. */
    static String count(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code LICENSE_ADMINISTRATOR} is {@code License Administrator}. */
    static String title(Enum<?> constant) {
        StringBuilder title = new StringBuilder();
        for (String word : constant.name().split("_", -1)) {
            title.append(title.isEmpty() ? "" : " ")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return title.toString();
    }

    static String meaning(LicenseViolation.Kind kind) {
        return switch (kind) {
            case PROHIBITED_IN_USAGE_LOCATION -> "may not use a plan where they are";
            case MUTUALLY_EXCLUSIVE -> "have a plan that conflicts";
            case UNIQUENESS -> "share an address with somebody";
            case COUNT -> "lack a seat";
            case DEPENDENCY -> "lack a plan that another one requires";
            case OTHER -> "fail together with another product";
        };
    }

    /** The first few of some names, and how many more there are. */
    static String some(Collection<String> names) {
        List<String> first = names.stream().limit(SHOWN).toList();
        int more = names.size() - first.size();
        return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * Writes what would move the cursor, break the line, turn the direction of the text or not be seen as an escape such as
     * {@code \\u{1b}}: a name must not be able to repaint the screen.
     */
    static String escaped(String text) {
        if (text.codePoints().noneMatch(Text::isUnsafe)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(it ->
                        safe.append(isUnsafe(it) ? "\\u{" + Integer.toHexString(it) + "}" : Character.toString(it)));
        return safe.toString();
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** How many columns of a terminal a text takes, once it is escaped. */
    static int width(String text) {
        return escaped(text).codePoints().map(Text::width).sum();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
            default -> 1;
        };
    }
}
