package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A store that cannot keep some entries of the audit trail, and refuses every commit with one of them: to test that the rest
 * goes on. As safe for use by several threads as the store behind it.
 *
 * @since 0.1
 */
public final class RefusingStore extends DelegatingStore {
    private final Predicate<AuditEntry> refused;

    /**
     * Makes a store that refuses some entries.
     *
     * @param right the store that remembers
     * @param refused says which entries of {@link LicenseStore#append}, {@link LicenseStore#apply} and {@link
     *     LicenseStore#record} are refused; asked by the threads that commit
     */
    public RefusingStore(LicenseStore right, Predicate<AuditEntry> refused) {
        super(right);
        this.refused = refused;
    }

    /**
     * Returns the condition that what one of some users holds becomes different.
     *
     * @param users the users; asked at each entry, so a user who is taken out is accepted from then on. Where several
     *     threads commit, it has to be safe for them
     * @return true for an entry with changes about one of them
     */
    public static Predicate<AuditEntry> changesOf(Collection<UserId> users) {
        return entry -> !entry.changes().isEmpty()
                && entry.target() instanceof Target.OfUser user
                && users.contains(user.userId());
    }

    @Override
    void commit(CommitKind kind, List<AuditEntry> audit, Runnable store) {
        for (AuditEntry entry : audit) {
            if (refused.test(entry)) {
                throw new LicenseStoreException(
                        Reason.REFUSED, "an entry about '" + entry.target().id() + "' cannot be stored");
            }
        }
        store.run();
    }
}
