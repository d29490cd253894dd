package dev.perseat.licensing.jdbc;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a payload: a version, then numbers in as few bytes as they need, and texts, each of them once: the second time only
 * its place is written, since the same ids come again and again. {@link PayloadReader} reads it. Equal things written in the
 * same order give equal bytes.
 */
final class PayloadWriter {
    /** The version of the format. A reader knows this one and all before it. */
    static final int VERSION = 1;

    private static final int SEVEN_BITS = 0x7F;

    private byte[] bytes = new byte[256];
    private int size;
    private final Map<String, Integer> places = new HashMap<>();

    PayloadWriter() {
        put(VERSION);
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    PayloadWriter number(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            put((int) (rest & SEVEN_BITS) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
        return this;
    }

    PayloadWriter flag(boolean value) {
        put(value ? 1 : 0);
        return this;
    }

    <E extends Enum<E>> PayloadWriter constant(Codes<E> codes, E constant) {
        return number(codes.of(constant));
    }

    PayloadWriter text(String text) {
        Integer place = places.putIfAbsent(text, places.size());
        if (place != null) {
            return number(((long) place << 1) | 1);
        }
        byte[] encoded = CodeUnits.bytes(text);
        number((long) encoded.length << 1);
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    PayloadWriter textOrNull(@Nullable String text) {
        return text == null ? flag(false) : flag(true).text(text);
    }

    /** Writes a time, to the microsecond. */
    PayloadWriter time(Instant time) {
        return number(Micros.of(time));
    }

    PayloadWriter timeOrNull(@Nullable Instant time) {
        return time == null ? flag(false) : flag(true).time(time);
    }

    <T> PayloadWriter all(Collection<T> things, BiConsumer<PayloadWriter, T> each) {
        number(things.size());
        things.forEach(thing -> each.accept(this, thing));
        return this;
    }

    private void put(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
