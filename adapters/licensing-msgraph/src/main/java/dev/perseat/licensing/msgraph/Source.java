package dev.perseat.licensing.msgraph;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Things that are read from a file one by one, when they are asked for. */
interface Source<T> extends AutoCloseable {
    /** Reads the next one; empty at the end, and ever after. */
    Optional<T> next();

    /** Closes the file, wherever the reading has come to; again is harmless. */
    @Override
    void close();

    /** The one reading of this source as a stream, which closes the source when it is closed. */
    default Stream<T> stream() {
        return StreamSupport.stream(
                        new Spliterators.AbstractSpliterator<T>(
                                Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                            @Override
                            public boolean tryAdvance(Consumer<? super T> action) {
                                Optional<T> next = next();
                                next.ifPresent(action);
                                return next.isPresent();
                            }
                        },
                        false)
                .onClose(this::close);
    }
}
