package dev.perseat.examples.adminconsole;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes times; or, so that two runs can be compared, a dash for each. */
record Times(boolean shown) {
    private static final String NONE = "-";

    String at(Instant instant) {
        return shown ? instant.truncatedTo(ChronoUnit.SECONDS).toString() : NONE;
    }

    String of(Duration duration) {
        return shown ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0) : NONE;
    }
}
