package dev.perseat.licensing.testkit.world;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of the format, and how any other text is written among them: bare if it is plain and no keyword, otherwise in
 * quotes.
 */
final class Words {
    /** No id can be written bare if it is one of these, so that a list of ids ends where the next clause begins. */
    private static final Set<String> KEYWORDS = Set.of(
            "title",
            "note",
            "law",
            "tenant",
            "policy",
            "plan",
            "sku",
            "subscription",
            "user",
            "group",
            "members",
            "member-groups",
            "holds",
            "state",
            "effective",
            "usage",
            "summary",
            "missing",
            "change",
            "no-change",
            "problem",
            "in",
            "name",
            "company",
            "requires",
            "or",
            "conflicts",
            "prohibited",
            "unique-addresses",
            "part",
            "plans",
            "enabled",
            "warning",
            "suspended",
            "locked-out",
            "status",
            "disabled-account",
            "principal",
            "addresses",
            "attribute",
            "license",
            "without",
            "kind",
            "not-security-enabled",
            "rule",
            "direct",
            "with",
            "none",
            "location-missing",
            "of-tenant",
            "retained",
            "exclusive",
            "uniqueness",
            "count",
            "dependency",
            "other",
            "of",
            "by-administrator",
            "by-dependency",
            "not-assigned",
            "seats",
            "consumed",
            "available",
            "over-allocated",
            "waiting",
            "not-eligible",
            "licensed",
            "errors",
            "before",
            "after");

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_@+:/.*-]+");

    private Words() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    static boolean isBare(String word) {
        return BARE.matcher(word).matches();
    }

    /** Writes a constant of an enum as a word: {@code ACTIVE_WITH_ERROR} as {@code active-with-error}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes an id or a name so that it is read as the same text again. */
    static String of(String text) {
        return isBare(text) && !isKeyword(text) ? text : quoted(text);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(quoted, text.codePointAt(i));
        }
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int codePoint) {
        switch (codePoint) {
            case '"', '\\' -> quoted.append('\\').appendCodePoint(codePoint);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (isVisible(codePoint)) {
                    quoted.appendCodePoint(codePoint);
                } else {
                    escape(quoted, codePoint);
                }
            }
        }
    }

    /** What a reader of the file could not see, or would see as something else, is escaped. */
    private static boolean isVisible(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint >= ' ';
        }
        return codePoint < Character.MIN_SURROGATE && Character.isLetterOrDigit(codePoint);
    }

    private static void escape(StringBuilder quoted, int codePoint) {
        for (char unit : Character.toChars(codePoint)) {
            quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
        }
    }
}
