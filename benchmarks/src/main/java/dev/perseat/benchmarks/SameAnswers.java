package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.Peer;
import dev.perseat.benchmarks.peer.Peer.Answers;
import java.util.Locale;

/** Holds a peer against a standard, at the size at which it was measured: whoever answers otherwise does other work. */
final class SameAnswers {
    private SameAnswers() {}

    /**
     * Compares the answers of a peer with those of the standard.
     *
     * @param what what was answered, for the message
     * @throws IllegalStateException if the checksums are different
     */
    static void require(Answers answers, Peer standard, String what) {
        long expected = standard.calculate().checksum();
        long actual = answers.checksum();
        if (expected != actual) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "the peers disagree: checksum of %s is %016x, not %016x", what, actual, expected));
        }
        System.out.printf(Locale.ROOT, "same answers: checksum of %s is %016x%n", what, actual);
    }
}
