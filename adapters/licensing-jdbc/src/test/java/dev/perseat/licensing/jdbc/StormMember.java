package dev.perseat.licensing.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.service.DefaultLicensing;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** One of several processes that give random commands to the same tenants at the same time, from several threads. */
final class StormMember {
    static final List<StormTenant> TENANTS = IntStream.range(0, 20)
            .mapToObj(number -> new StormTenant(TenantId.of("storm-" + number), 50))
            .toList();
    static final Actor ADMIN = Actor.of("admin", Role.GLOBAL_ADMINISTRATOR);

    private static final int THREADS = 4;

    private final Licensing licensing;
    private final long end;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    private StormMember(Licensing licensing, Duration time) {
        this.licensing = licensing;
        end = System.nanoTime() + time.toNanos();
    }

    /**
     * Takes the URL of a database, a seed and a number of seconds, and prints how many commands were accepted, refused and not
     * answered, and how often the store said STALE, FENCED and UNAVAILABLE.
     */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        try (HikariDataSource source = TestDatabases.at(arguments[0])) {
            CountedStore store = new CountedStore(JdbcLicenseStore.of(source));
            try (Licensing licensing = DefaultLicensing.builder(store.counted())
                    .pollInterval(Duration.ofMillis(100))
                    .build()) {
                StormMember member = new StormMember(licensing, Duration.ofSeconds(Long.parseLong(arguments[2])));
                member.run(Long.parseLong(arguments[1]));
                System.out.printf(
                        "%d %d %d %d %d %d%n",
                        member.accepted.get(),
                        member.refused.get(),
                        member.unanswered.get(),
                        store.failures(Reason.STALE),
                        store.failures(Reason.FENCED),
                        store.failures(Reason.UNAVAILABLE));
            }
        }
    }

    private void run(long seed) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<Boolean>> all = IntStream.range(0, THREADS)
                .<Callable<Boolean>>mapToObj(thread -> () -> submitAll(new Random(seed * THREADS + thread)))
                .toList();
        for (Future<Boolean> one : threads.invokeAll(all)) {
            one.get();
        }
        threads.shutdown();
    }

    private boolean submitAll(Random random) {
        while (System.nanoTime() < end) {
            StormTenant tenant = TENANTS.get(random.nextInt(TENANTS.size()));
            try {
                licensing.tenant(tenant.id()).submit(ADMIN, tenant.anyCommand(random));
                accepted.incrementAndGet();
            } catch (CommandRefusedException e) {
                refused.incrementAndGet();
            } catch (LicenseStoreException e) {
                unanswered.incrementAndGet();
            }
        }
        return true;
    }
}
