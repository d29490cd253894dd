package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.store.LicenseStoreException;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a long result in pages, each of them a query that goes on by key where the one before it ended. So no more than a page
 * is in memory, whether or not a database or its driver can send a result piece by piece.
 */
final class Pages<T> implements Iterator<T> {
    private final Source<T> source;
    private final Function<Exception, LicenseStoreException> failure;
    private Iterator<T> page = List.<T>of().iterator();
    private @Nullable T last;
    private boolean isAtEnd;

    /** Where pages come from. */
    interface Source<T> {
        /** Returns what follows, and nothing only at the end. */
        List<T> after(@Nullable T last) throws SQLException;
    }

    private Pages(Source<T> source, Function<Exception, LicenseStoreException> failure) {
        this.source = source;
        this.failure = failure;
    }

    /** Returns a stream of all pages; what goes wrong under way becomes what the function makes of it. */
    static <T> Stream<T> stream(Source<T> source, Function<Exception, LicenseStoreException> failure) {
        int kind = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Pages<>(source, failure), kind), false);
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !isAtEnd) {
            turn();
        }
        return page.hasNext();
    }

    private void turn() {
        try {
            page = source.after(last).iterator();
            isAtEnd = !page.hasNext();
        } catch (SQLException | UnreadablePayloadException e) {
            throw failure.apply(e);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all pages have been read");
        }
        T next = page.next();
        last = next;
        return next;
    }
}
