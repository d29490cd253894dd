package dev.perseat.licensing.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link PayloadWriter} wrote. Every method throws {@link UnreadablePayloadException} if something else is there.
 */
final class PayloadReader {
    private static final int LONGEST_NUMBER = 63;

    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();

    private PayloadReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads one thing, which is all that the payload holds. */
    static <T> T read(byte[] payload, Function<PayloadReader, T> thing) {
        PayloadReader reader = new PayloadReader(payload);
        int version = reader.next();
        if (version != PayloadWriter.VERSION) {
            throw new UnreadablePayloadException("the payload has version " + version + ", this library reads up to "
                    + PayloadWriter.VERSION + ". Maybe a later one wrote it?");
        }
        T read;
        try {
            read = thing.apply(reader);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadablePayloadException("the payload holds what cannot be", e);
        }
        if (reader.at != payload.length) {
            throw new UnreadablePayloadException("the payload goes on after its end at " + reader.at);
        }
        return read;
    }

    /** Whether something is left to read. */
    boolean hasMore() {
        return at < bytes.length;
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift <= LONGEST_NUMBER; shift += 7) {
            int part = next();
            value |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new UnreadablePayloadException("the number before " + at + " does not end");
    }

    int smallNumber() {
        long value = number();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new UnreadablePayloadException("the number " + value + " before " + at + " is too large");
        }
        return (int) value;
    }

    boolean flag() {
        int value = next();
        if (value > 1) {
            throw new UnreadablePayloadException("the flag before " + at + " is " + value);
        }
        return value == 1;
    }

    <E extends Enum<E>> E constant(Codes<E> codes) {
        return codes.constant(smallNumber());
    }

    String text() {
        int head = smallNumber();
        int value = head >>> 1;
        if ((head & 1) == 1) {
            return known(value);
        }
        if (value > bytes.length - at) {
            throw new UnreadablePayloadException("the text at " + at + " goes beyond the end");
        }
        String text = CodeUnits.text(bytes, at, at + value);
        at += value;
        texts.add(text);
        return text;
    }

    private String known(int place) {
        if (place >= texts.size()) {
            throw new UnreadablePayloadException(
                    "the text before " + at + " is the " + place + "th of " + texts.size());
        }
        return texts.get(place);
    }

    @Nullable
    String textOrNull() {
        return flag() ? text() : null;
    }

    Instant time() {
        return Micros.time(number());
    }

    @Nullable
    Instant timeOrNull() {
        return flag() ? time() : null;
    }

    <T> List<T> all(Function<PayloadReader, T> each) {
        int count = smallNumber();
        List<T> things = new ArrayList<>(Math.min(count, bytes.length - at));
        for (int i = 0; i < count; i++) {
            things.add(each.apply(this));
        }
        return things;
    }

    private int next() {
        if (at >= bytes.length) {
            throw new UnreadablePayloadException("the payload ends early, at " + at);
        }
        return bytes[at++] & 0xFF;
    }
}
