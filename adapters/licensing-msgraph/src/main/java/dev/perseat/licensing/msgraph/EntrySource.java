package dev.perseat.licensing.msgraph;

import java.nio.file.Path;
import java.util.Optional;

/** The entries of a list response, without those that cannot be used. */
final class EntrySource<T> implements Source<T> {
    private final ListResponse response;
    private final EntryReader<T> reader;
    private final Problems problems;

    private EntrySource(ListResponse response, EntryReader<T> reader, Problems problems) {
        this.response = response;
        this.reader = reader;
        this.problems = problems;
    }

    static <T> EntrySource<T> open(Path file, EntryReader<T> reader, Problems problems) {
        return new EntrySource<>(ListResponse.open(file), reader, problems);
    }

    @Override
    public Optional<T> next() {
        while (response.nextEntry()) {
            Optional<T> entry = reader.read(response.json(), problems);
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        response.close();
    }
}
