package dev.perseat.licensing.model;

/** The one check of every id: some text, of a bounded length, that survives UTF-8. */
final class Ids {
    static final int MAX_LENGTH = 1024;

    private Ids() {}

    static void check(String kind, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(kind + " id '" + value + "' is blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(kind + " id beginning with '" + value.substring(0, 32) + "' has "
                    + value.length() + " characters, more than " + MAX_LENGTH);
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                i = afterPair(kind, value, i);
            }
        }
    }

    private static int afterPair(String kind, String value, int high) {
        boolean paired = high + 1 < value.length()
                && Character.isHighSurrogate(value.charAt(high))
                && Character.isLowSurrogate(value.charAt(high + 1));
        if (!paired) {
            throw new IllegalArgumentException(
                    kind + " id has half a surrogate pair at index " + high + ", so it is not Unicode text");
        }
        return high + 1;
    }
}
