package dev.perseat.licensing.testkit.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class SteppedClock extends Clock {
    private volatile Instant now;

    /**
     * Makes a clock that stands still.
     *
     * @param now the time
     */
    public SteppedClock(Instant now) {
        this.now = now;
    }

    /**
     * Moves the clock.
     *
     * @param step how far, perhaps back
     */
    public synchronized void move(Duration step) {
        now = now.plus(step);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Returns a fixed clock: one in another zone tells the same instants, and nothing here asks for days. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
