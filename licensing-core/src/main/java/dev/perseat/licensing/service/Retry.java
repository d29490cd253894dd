package dev.perseat.licensing.service;

import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Calls a store again as long as it is unavailable, with longer and longer breaks. Commits keep their id, so telling one
 * again does no harm (rule S2).
 */
record Retry(int attempts, Duration first, Duration longest) {
    Retry {
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    attempts + " attempts with breaks from " + first + " to " + longest + " make no sense");
        }
    }

    <T> T call(Supplier<T> action) {
        Duration pause = first;
        for (int attempt = 1; ; attempt++) {
            try {
                return action.get();
            } catch (LicenseStoreException e) {
                if (e.reason() != Reason.UNAVAILABLE || attempt == attempts) {
                    throw e;
                }
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
        }
    }

    void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }
}
