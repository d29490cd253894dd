package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What rows refer to instead of repeating it: a million members of a group hold the same, got it by the same change, and
 * from the same actor.
 *
 * @param number by which it is told from the other kinds
 * @param name what it is called in messages
 * @param writer writes it
 * @param reader reads it
 */
record ContentKind<T>(int number, String name, BiConsumer<PayloadWriter, T> writer, Function<PayloadReader, T> reader) {
    static final ContentKind<String> ACTOR =
            new ContentKind<>(1, "an actor id", PayloadWriter::text, PayloadReader::text);

    static final ContentKind<List<HeldLicense>> HELD = new ContentKind<>(
            2,
            "what a user holds",
            (to, held) -> to.all(held, TrailCodec::write),
            from -> List.copyOf(from.all(TrailCodec::held)));

    static final ContentKind<List<HoldingChange>> CHANGES = new ContentKind<>(
            3,
            "what changes for a user",
            (to, changes) -> to.all(changes, TrailCodec::write),
            from -> List.copyOf(from.all(TrailCodec::change)));

    static final ContentKind<List<ModifiedProperty>> PROPERTIES = new ContentKind<>(
            4,
            "the list of details of an entry of the audit trail",
            (to, properties) -> to.all(properties, TrailCodec::write),
            from -> List.copyOf(from.all(TrailCodec::property)));

    byte[] write(T thing) {
        PayloadWriter to = new PayloadWriter().number(number);
        writer.accept(to, thing);
        return Limits.payload(name, to.toBytes());
    }

    T read(byte[] body) {
        return PayloadReader.read(body, from -> {
            int found = from.smallNumber();
            if (found != number) {
                throw new UnreadablePayloadException("the content is of kind " + found + ", not " + name);
            }
            return reader.apply(from);
        });
    }
}
