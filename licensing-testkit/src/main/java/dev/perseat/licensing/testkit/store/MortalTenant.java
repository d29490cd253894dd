package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.store.StoredTenant;

/** A moment of a tenant that cannot be read any more once the process is dead; closing it always goes well. */
final class MortalTenant extends DelegatingTenant {
    private final Runnable dieIfKilled;

    MortalTenant(StoredTenant delegate, Runnable dieIfKilled) {
        super(delegate);
        this.dieIfKilled = dieIfKilled;
    }

    @Override
    StoredTenant right() {
        dieIfKilled.run();
        return super.right();
    }
}
