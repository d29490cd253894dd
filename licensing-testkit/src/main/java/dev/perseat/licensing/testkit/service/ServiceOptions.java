package dev.perseat.licensing.testkit.service;

import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.LicensingListener;
import dev.perseat.licensing.directory.Directory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * How a test wants a {@link Licensing} object to be.
 *
 * @param clock what its times come from
 * @param executor where it works in the background
 * @param batchSize how many users it processes in one commit
 * @param attempts how often it tells the store something that is not available, without a break
 * @param leaseDuration for how long it gets the right to process a tenant
 * @param pollInterval how long it waits before it tries again what it could not do
 * @param directories the directories that it knows; unmodifiable
 * @param listeners whom it tells what it has stored, in this order; unmodifiable
 * @since 0.1
 */
public record ServiceOptions(
        Clock clock,
        Executor executor,
        int batchSize,
        int attempts,
        Duration leaseDuration,
        Duration pollInterval,
        List<Directory> directories,
        List<LicensingListener> listeners) {
    /**
     * Copies the lists.
     *
     * @param clock what times come from
     * @param executor where it works
     * @param batchSize how many users in one commit
     * @param attempts how often it tells the store something
     * @param leaseDuration for how long it gets a lease
     * @param pollInterval how long it waits
     * @param directories the directories
     * @param listeners the listeners
     */
    public ServiceOptions {
        directories = List.copyOf(directories);
        listeners = List.copyOf(listeners);
    }

    /**
     * Returns options for a test in one thread: whatever is to be done in the background is done at once, by whoever asks.
     *
     * @param clock what times come from
     * @return options with batches of 2 users, 3 attempts, leases of half a minute
     */
    public static ServiceOptions inline(Clock clock) {
        return new ServiceOptions(
                clock, Runnable::run, 2, 3, Duration.ofSeconds(30), Duration.ofMillis(1), List.of(), List.of());
    }

    /**
     * Returns these options with another executor.
     *
     * @param newExecutor where it works in the background
     * @return the changed copy
     */
    public ServiceOptions executor(Executor newExecutor) {
        return new ServiceOptions(
                clock, newExecutor, batchSize, attempts, leaseDuration, pollInterval, directories, listeners);
    }

    /**
     * Returns these options with other batches.
     *
     * @param users how many users it processes in one commit
     * @return the changed copy
     */
    public ServiceOptions batchSize(int users) {
        return new ServiceOptions(
                clock, executor, users, attempts, leaseDuration, pollInterval, directories, listeners);
    }

    /**
     * Returns these options with another patience.
     *
     * @param newAttempts how often it tells the store something that is not available
     * @return the changed copy
     */
    public ServiceOptions attempts(int newAttempts) {
        return new ServiceOptions(
                clock, executor, batchSize, newAttempts, leaseDuration, pollInterval, directories, listeners);
    }

    /**
     * Returns these options with other leases.
     *
     * @param duration for how long it gets the right to process a tenant
     * @return the changed copy
     */
    public ServiceOptions leaseDuration(Duration duration) {
        return new ServiceOptions(clock, executor, batchSize, attempts, duration, pollInterval, directories, listeners);
    }

    /**
     * Returns these options with a directory.
     *
     * @param directory the directory
     * @return the changed copy
     */
    public ServiceOptions directory(Directory directory) {
        return new ServiceOptions(
                clock, executor, batchSize, attempts, leaseDuration, pollInterval, List.of(directory), listeners);
    }

    /**
     * Returns these options with listeners.
     *
     * @param newListeners whom it tells what it has stored
     * @return the changed copy
     */
    public ServiceOptions listeners(LicensingListener... newListeners) {
        return new ServiceOptions(
                clock, executor, batchSize, attempts, leaseDuration, pollInterval, directories, List.of(newListeners));
    }
}
