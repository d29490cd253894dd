package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AccessDeniedException;
import dev.perseat.licensing.admin.AccessPolicy;
import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.LicensingListener;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Permission;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.NewTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The licensing service over any store: what it decides comes from the calculator, what it remembers is in the store. Safe for
 * use by several threads.
 *
 * <p>What another object has left undone in the store is gone on with as soon as this one is built.
 *
 * @since 0.1
 */
public final class DefaultLicensing implements Licensing {
    private static final System.Logger LOG = System.getLogger(DefaultLicensing.class.getName());

    private final ServiceSettings settings;
    private final TreeMap<TenantId, Directory> directories;
    private final @Nullable ExecutorService ownThreads;
    private final ConcurrentSkipListMap<TenantId, Entry> tenants = new ConcurrentSkipListMap<>();
    private volatile boolean closed;

    private DefaultLicensing(Builder builder) {
        ownThreads = builder.executor == null ? newThreads() : null;
        directories = new TreeMap<>(builder.directories);
        settings = new ServiceSettings(
                builder.store,
                builder.calculator,
                builder.clock,
                builder.executor == null ? Objects.requireNonNull(ownThreads) : builder.executor,
                builder.accessPolicy,
                UUID.randomUUID().toString(),
                builder.commitIds(),
                builder.retry,
                builder.batchSize,
                builder.leaseDuration,
                builder.pollInterval,
                builder.listeners);
    }

    /**
     * Begins a service.
     *
     * @param store what it remembers in; closing the service does not close it
     * @return a builder, not safe for use by several threads
     */
    public static Builder builder(LicenseStore store) {
        return new Builder(store);
    }

    private static ExecutorService newThreads() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "perseat-licensing");
            thread.setDaemon(true);
            return thread;
        });
    }

    private void resume() {
        try {
            settings.executor().execute(this::wakeOpen);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "there is no thread to go on with what is left undone", e);
        }
    }

    private void wakeOpen() {
        try {
            for (TenantId tenant : settings.retry().call(settings.store()::tenants)) {
                if (!closed
                        && settings.retry()
                                .call(() -> settings.store().head(tenant))
                                .isOpen()) {
                    entry(tenant).session.wake();
                }
            }
        } catch (LicenseStoreException e) {
            LOG.log(System.Logger.Level.WARNING, "what is left undone cannot be gone on with", e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the licensing service is closed");
        }
    }

    @Override
    public Operation create(Actor actor, TenantSnapshot snapshot, Holdings holdings) {
        return create(actor, snapshot, holdings, null);
    }

    @Override
    public Operation create(Actor actor, Directory directory, TenantSnapshot catalogue, Holdings holdings) {
        if (!directory.tenant().id().equals(catalogue.tenant().id())) {
            throw new IllegalArgumentException("the directory is of tenant '"
                    + directory.tenant().id() + "', the catalogue of tenant '"
                    + catalogue.tenant().id() + "'");
        }
        require(actor, directory.tenant().id());
        String token = directory instanceof ChangeTrackingDirectory it ? it.token() : null;
        TenantSnapshot snapshot = catalogue.with(List.of(new TenantChange.TenantSet(directory.tenant()))).toBuilder()
                .addAll(directory)
                .build();
        return create(actor, snapshot, holdings, token);
    }

    private void require(Actor actor, TenantId tenant) {
        if (!settings.accessPolicy().permits(actor, tenant, Permission.MANAGE_TENANT)) {
            throw new AccessDeniedException(actor, tenant, Permission.MANAGE_TENANT);
        }
    }

    private Operation create(Actor actor, TenantSnapshot snapshot, Holdings holdings, @Nullable String token) {
        requireOpen();
        TenantId tenant = snapshot.tenant().id();
        require(actor, tenant);
        Operation operation = Operation.queued(
                OperationId.of(1),
                Activity.IMPORT_TENANT,
                Target.tenant(),
                actor,
                settings.clock().instant());
        NewTenant created = new NewTenant(settings.commitIds().get(), snapshot, holdings, token, operation);
        try {
            settings.retry().run(() -> settings.store().create(created));
        } catch (LicenseStoreException e) {
            if (e.reason() == Reason.TENANT_EXISTS) {
                throw new IllegalArgumentException("tenant '" + tenant + "' is there already", e);
            }
            throw e;
        }
        entry(tenant).session.begin(operation);
        return operation;
    }

    @Override
    public List<TenantId> tenants() {
        requireOpen();
        return settings.retry().call(settings.store()::tenants);
    }

    @Override
    public TenantLicensing tenant(TenantId tenant) {
        requireOpen();
        Entry known = tenants.get(tenant);
        if (known == null) {
            checkExists(tenant);
            known = entry(tenant);
        }
        return known.licensing;
    }

    private void checkExists(TenantId tenant) {
        try {
            settings.retry().call(() -> settings.store().head(tenant));
        } catch (LicenseStoreException e) {
            if (e.reason() == Reason.UNKNOWN_TENANT) {
                throw new IllegalArgumentException("there is no tenant '" + tenant + "'", e);
            }
            throw e;
        }
    }

    private Entry entry(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, id -> {
            TenantSession session = new TenantSession(settings, id);
            return new Entry(session, new DefaultTenantLicensing(session, directories::get));
        });
    }

    @Override
    public void close() {
        closed = true;
        tenants.values().forEach(entry -> entry.session.close());
        if (ownThreads != null) {
            ownThreads.shutdown();
        }
    }

    private record Entry(TenantSession session, TenantLicensing licensing) {}

    /**
     * Collects what a service is made of. Whatever is not said has a default that is good for most.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final LicenseStore store;
        private final TreeMap<TenantId, Directory> directories = new TreeMap<>();
        private final List<LicensingListener> listeners = new ArrayList<>();
        private AssignmentCalculator calculator = DenseAssignmentCalculator.create();
        private Clock clock = Clock.systemUTC();
        private @Nullable Executor executor;
        private AccessPolicy accessPolicy = AccessPolicy.entra();
        private Retry retry = new Retry(8, Duration.ofMillis(50), Duration.ofSeconds(5));
        private int batchSize = 1_000;
        private Duration leaseDuration = Duration.ofSeconds(30);
        private Duration pollInterval = Duration.ofSeconds(1);

        private Builder(LicenseStore store) {
            this.store = Objects.requireNonNull(store, "store");
        }

        private Supplier<CommitId> commitIds() {
            AtomicLong count = new AtomicLong();
            String prefix = UUID.randomUUID().toString();
            return () -> CommitId.of(prefix + "-" + count.incrementAndGet());
        }

        /**
         * Adds the directory of a tenant, which its changes are fetched from.
         *
         * @param directory the directory, in place of one of the same tenant
         * @return this builder
         */
        public Builder directory(Directory directory) {
            directories.put(directory.tenant().id(), directory);
            return this;
        }

        /**
         * Sets what decides.
         *
         * @param newCalculator the calculator, in place of a {@link DenseAssignmentCalculator} of one thread
         * @return this builder
         */
        public Builder calculator(AssignmentCalculator newCalculator) {
            calculator = Objects.requireNonNull(newCalculator, "calculator");
            return this;
        }

        /**
         * Sets where times of operations and of the audit trail come from.
         *
         * @param newClock the clock, in place of that of the system
         * @return this builder
         */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Sets where background work is done. It is not closed with the service.
         *
         * @param newExecutor the executor, in place of some daemon threads
         * @return this builder
         */
        public Builder executor(Executor newExecutor) {
            executor = Objects.requireNonNull(newExecutor, "executor");
            return this;
        }

        /**
         * Sets who may do what.
         *
         * @param newAccessPolicy the policy, in place of {@link AccessPolicy#entra()}
         * @return this builder
         */
        public Builder accessPolicy(AccessPolicy newAccessPolicy) {
            accessPolicy = Objects.requireNonNull(newAccessPolicy, "accessPolicy");
            return this;
        }

        /**
         * Adds a listener, which is told everything after those added before.
         *
         * @param listener the listener
         * @return this builder
         */
        public Builder listener(LicensingListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets how many users are processed in one transaction.
         *
         * @param users how many, from 1 to 1,000, in place of 1,000
         * @return this builder
         * @throws IllegalArgumentException if it is not from 1 to 1,000
         */
        public Builder batchSize(int users) {
            if (users < 1 || users > 1_000) {
                throw new IllegalArgumentException("batch size " + users + " is not from 1 to 1,000");
            }
            batchSize = users;
            return this;
        }

        /**
         * Sets for how long this object gets the right to process a tenant; it renews it in time. If its process dies, that
         * long nobody else goes on.
         *
         * @param duration how long, positive, in place of 30 seconds
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder leaseDuration(Duration duration) {
            leaseDuration = positive("lease duration", duration);
            return this;
        }

        /**
         * Sets how often this object looks whether it can go on with what it has to wait for: a lease that somebody else
         * has, an operation that is processed elsewhere, a store that is not available.
         *
         * @param interval how long to wait in between, positive, in place of a second
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder pollInterval(Duration interval) {
            pollInterval = positive("poll interval", interval);
            return this;
        }

        /**
         * Sets how often, and after which breaks, a store that is not available is asked again before whoever asked is told.
         *
         * @param attempts how often in all, positive, in place of 8
         * @param first the first break, not negative, in place of 50 milliseconds; each later one is twice as long
         * @param longest the longest break, in place of 5 seconds
         * @return this builder
         * @throws IllegalArgumentException if these make no sense
         */
        public Builder retries(int attempts, Duration first, Duration longest) {
            retry = new Retry(attempts, first, longest);
            return this;
        }

        private static Duration positive(String what, Duration duration) {
            if (duration.isZero() || duration.isNegative()) {
                throw new IllegalArgumentException(what + " " + duration + " is not positive");
            }
            return duration;
        }

        /**
         * Returns the service, which begins at once to go on with what is left undone in the store.
         *
         * @return a service; who got it closes it
         */
        public Licensing build() {
            DefaultLicensing licensing = new DefaultLicensing(this);
            licensing.resume();
            return licensing;
        }
    }
}
