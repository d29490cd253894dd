package dev.perseat.licensing.jdbc;

import java.nio.charset.StandardCharsets;

/**
 * Text as bytes that compare as its UTF-16 code units do, one unit in one to three bytes (the encoding is known as CESU-8).
 * UTF-8 would not do: it puts a supplementary character after U+FFFF, where {@link String#compareTo} puts it before U+E000.
 * Every text has its bytes, one with NUL or half a surrogate pair too, and ASCII is as it is everywhere.
 */
final class CodeUnits {
    private static final int BITS = 6;
    private static final int LOW = 0x3F;

    private CodeUnits() {}

    static byte[] bytes(String text) {
        int length = text.length();
        int size = size(text);
        if (size == length) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
        byte[] bytes = new byte[size];
        int at = 0;
        for (int i = 0; i < length; i++) {
            at = put(bytes, at, text.charAt(i));
        }
        return bytes;
    }

    /** The number of bytes of a text. */
    static int size(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            size += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        }
        return size;
    }

    private static int put(byte[] bytes, int start, char unit) {
        int at = start;
        if (unit < 0x80) {
            bytes[at++] = (byte) unit;
        } else if (unit < 0x800) {
            bytes[at++] = (byte) (0xC0 | (unit >> BITS));
            bytes[at++] = (byte) (0x80 | (unit & LOW));
        } else {
            bytes[at++] = (byte) (0xE0 | (unit >> (2 * BITS)));
            bytes[at++] = (byte) (0x80 | ((unit >> BITS) & LOW));
            bytes[at++] = (byte) (0x80 | (unit & LOW));
        }
        return at;
    }

    static String text(byte[] bytes) {
        return text(bytes, 0, bytes.length);
    }

    static String text(byte[] bytes, int from, int to) {
        if (isAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            int lead = bytes[at] & 0xFF;
            int width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
            text.append(unit(bytes, at, width));
            at += width;
        }
        return text.toString();
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private static char unit(byte[] bytes, int at, int width) {
        return switch (width) {
            case 1 -> (char) bytes[at];
            case 2 -> (char) (((bytes[at] & 0x1F) << BITS) | (bytes[at + 1] & LOW));
            default ->
                (char) (((bytes[at] & 0x0F) << (2 * BITS)) | ((bytes[at + 1] & LOW) << BITS) | (bytes[at + 2] & LOW));
        };
    }
}
