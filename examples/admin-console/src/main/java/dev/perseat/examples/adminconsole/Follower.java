package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.LicensingListener;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.model.TenantId;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Follows operations while their users are processed. The service tells a listener each point that an operation comes to, so
 * that nothing between two looks is missed; what another process does is not told, so now and then the service is asked.
 */
final class Follower implements LicensingListener {
    private static final Duration LOOK = Duration.ofMillis(300);

    /** After so many looks without being told anything, what the store says counts. */
    private static final int PATIENCE = 10;

    private final ConcurrentSkipListMap<OperationId, BlockingQueue<Operation>> told = new ConcurrentSkipListMap<>();
    private final HeldStore store;
    private final ProgressLine progress;

    Follower(HeldStore store, ProgressLine progress) {
        this.store = store;
        this.progress = progress;
    }

    @Override
    public void operationChanged(TenantId tenant, Operation operation) {
        told(operation.id()).add(operation);
    }

    private BlockingQueue<Operation> told(OperationId id) {
        return told.computeIfAbsent(id, any -> new LinkedBlockingQueue<>());
    }

    /** Tells on the screen how far an operation is until it has ended, or is held; returns it as it is then. */
    Operation follow(TenantLicensing tenant, Operation from) throws InterruptedException {
        Operation last = from;
        progress.begin(last);
        while (!last.status().isEnded() && !store.isHeldAfter(last)) {
            Operation next = next(tenant, last);
            if (next.progress().processed() >= last.progress().processed()) {
                last = next;
                progress.tell(last);
            }
        }
        progress.end();
        if (last.status().isEnded()) {
            told.remove(last.id());
        }
        return last;
    }

    /** What is told comes first, step by step; the store is asked where nothing more will be told, or where somebody else works. */
    private Operation next(TenantLicensing tenant, Operation last) throws InterruptedException {
        Operation stored = last;
        for (int silent = 0; silent < PATIENCE; silent++) {
            @Nullable Operation next = told(last.id()).poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
            stored = tenant.await(last.id(), Duration.ZERO);
            if (!stored.status().isEnded() && store.isHeldAfter(stored)) {
                return stored;
            }
        }
        return stored;
    }
}
