package dev.perseat.licensing.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the library remembers of tenants. Applications and adapters implement it. It decides nothing: it keeps what it is
 * told, in the order in which it is told, or refuses to.
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><th>Rule</th><th></th><th>Intent</th></tr>
 * <tr><td>S1</td><td>A commit ({@link #create}, {@link #append}, {@link #apply}, {@link #record}) MUST be stored as a whole
 * or not at all, and be seen as a whole by every reader.</td><td>no half-applied step</td></tr>
 * <tr><td>S2</td><td>A commit whose id was stored for the same tenant before MUST change nothing and succeed, however much
 * has been stored since, before it is looked at for any other reason to fail.</td><td>a lost answer is repeated</td></tr>
 * <tr><td>S3</td><td>{@link #append} MUST fail with STALE unless the last step has the {@linkplain
 * StepCommit#expectedVersion() number expected}; of several at once with the same number, one is stored.</td><td>no lost
 * update</td></tr>
 * <tr><td>S4</td><td>{@link #apply} MUST fail with FENCED if a lease of the tenant with a larger token has been given. That
 * the lease has run out MUST NOT matter as long as nobody else was given it.</td><td>one processor</td></tr>
 * <tr><td>S5</td><td>Entries of the audit trail MUST be numbered from 1, without gaps, in the order in which they were
 * committed, those of one commit in the order given; and never change.</td><td>a trail that can be replayed</td></tr>
 * <tr><td>S6</td><td>An entry with changes, in a step or in a batch, MUST also be made to what the user holds, in order:
 * {@code after} takes the place of what is held of the SKU from the source, and null of it removes it. It also removes a
 * postponed change of the same operation and user; a change that is postponed, which comes after the entries of its batch,
 * takes the place of one of the same operation and user.</td><td>trail and holdings agree</td></tr>
 * <tr><td>S7</td><td>When the closed version grows, the changes of the steps closed MUST be made to the stored tenant, in
 * order, as {@link dev.perseat.licensing.assignment.TenantSnapshot#with} makes them; it never becomes smaller. What users
 * hold is changed by entries alone.</td><td>what {@link #open} reads is the tenant after the last closed step</td></tr>
 * <tr><td>S8</td><td>{@link #open} MUST give one moment: the same head, tenant, holdings, steps and entries, whatever is
 * committed while it is read.</td><td>repeatable start</td></tr>
 * <tr><td>S9</td><td>A lease MUST be given to one holder at a time, by the clock of the store. Who has it, or
 * had it last, gets it again, with the same token and a new end; somebody else gets it, with a larger token, when it has run out or was
 * released. It outlives the object of the store as all else does.</td><td>fencing; the same token tells that nobody else has
 * processed the tenant since</td></tr>
 * <tr><td>S10</td><td>Nothing told of one tenant may be seen or changed through another one, even with the same ids
 * everywhere.</td><td>tenants</td></tr>
 * <tr><td>S11</td><td>Every text MUST be read as it was stored, code unit by code unit, or its commit be refused with
 * REFUSED. Ids MUST be compared and ordered by code units ({@link String#compareTo}).</td><td>the law compares so</td></tr>
 * <tr><td>S12</td><td>All methods MUST be callable by several threads at once.</td><td>a service has many threads</td></tr>
 * <tr><td>S13</td><td>A commit SHOULD cost in proportion to what it holds, and never to the tenant; {@link #open} SHOULD hold
 * only some page of users, memberships and holdings at a time.</td><td>millions of users</td></tr>
 * <tr><td>S14</td><td>What cannot be done MUST surface as {@link LicenseStoreException}; UNAVAILABLE only if telling the same
 * again may succeed. A commit that names an operation which is not in the log, or closes a step which is not there, MUST be
 * REFUSED.</td><td>the caller knows what to do</td></tr>
 * <tr><td>S15</td><td>Times MUST be kept to the microsecond at least; a finer time may be cut off, never rounded
 * up.</td><td>queries by time</td></tr>
 * </table>
 *
 * <p>Every method that names a tenant throws {@link LicenseStoreException} with UNKNOWN_TENANT if the store does not have it
 * ({@link #create} apart), and with UNAVAILABLE if the store cannot be reached. No argument and no result is null unless it
 * says so. The library tells a commit that was UNAVAILABLE again, with the same id, until it knows; after STALE it reads and
 * decides again; after FENCED it stops processing the tenant; what is REFUSED it tells to whoever asked for it.
 *
 * @since 0.1
 */
public interface LicenseStore {
    /**
     * Returns the tenants that are kept.
     *
     * @return the tenants, by id; unmodifiable
     */
    List<TenantId> tenants();

    /**
     * Keeps a tenant from now on.
     *
     * @param tenant the tenant; the version is 1 and the closed version 0 afterwards
     * @throws LicenseStoreException TENANT_EXISTS, REFUSED or UNAVAILABLE
     */
    void create(NewTenant tenant);

    /**
     * Returns how far the log of a tenant goes.
     *
     * @param tenant the tenant
     * @return the head
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    Head head(TenantId tenant);

    /**
     * Begins to read a tenant. The caller closes what is returned.
     *
     * @param tenant the tenant
     * @return the tenant at this moment
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    StoredTenant open(TenantId tenant);

    /**
     * Returns steps of the log, closed or not.
     *
     * @param tenant the tenant
     * @param afterVersion the number of the step before the first one wanted, from 0
     * @param limit how many at most, positive
     * @return the steps, by number, with their operations as they are now; unmodifiable
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    List<Step> steps(TenantId tenant, long afterVersion, int limit);

    /**
     * Adds a step to the log of a tenant. The caller has seen to it that the tenant is valid after it.
     *
     * @param commit the step
     * @throws LicenseStoreException STALE, REFUSED, UNKNOWN_TENANT or UNAVAILABLE
     */
    void append(StepCommit commit);

    /**
     * Stores part of the effect of steps.
     *
     * @param commit the part
     * @throws LicenseStoreException FENCED, REFUSED, UNKNOWN_TENANT or UNAVAILABLE
     */
    void apply(BatchCommit commit);

    /**
     * Writes entries into the audit trail, and nothing else.
     *
     * @param tenant the tenant
     * @param commitId the id of the commit
     * @param entries the entries, in order; with changes they are REFUSED, since only {@link #append} and {@link #apply} make
     *     them to what users hold
     * @throws LicenseStoreException REFUSED, UNKNOWN_TENANT or UNAVAILABLE
     */
    void record(TenantId tenant, CommitId commitId, List<AuditEntry> entries);

    /**
     * Returns the step that a commit added: {@link #append} its own, {@link #create} the import.
     *
     * @param tenant the tenant
     * @param commitId the id of a commit
     * @return the operation of the step, or empty if no step was added under this id
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    Optional<OperationId> committed(TenantId tenant, CommitId commitId);

    /**
     * Asks for the right to process a tenant, or renews it.
     *
     * @param tenant the tenant
     * @param holder who asks: a name that no other object uses, at most 200 characters
     * @param duration for how long, positive
     * @return the lease, or empty if somebody else has it
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    Optional<Lease> acquire(TenantId tenant, String holder, Duration duration);

    /**
     * Gives a lease back. Nothing happens if it is not held any more.
     *
     * @param lease the lease
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE; the lease then runs out by itself
     */
    void release(Lease lease);

    /**
     * Returns what some users hold now.
     *
     * @param tenant the tenant
     * @param users the users, at most 1,000
     * @return those of them who hold something, by id, each with the licences by source and SKU; unmodifiable
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users);

    /**
     * Returns an operation.
     *
     * @param tenant the tenant
     * @param id the operation
     * @return the operation as it is now, or empty if there is none
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    Optional<Operation> operation(TenantId tenant, OperationId id);

    /**
     * Returns operations, the newest first.
     *
     * @param tenant the tenant
     * @param before only operations with a smaller number, or null for all
     * @param limit how many at most, positive
     * @return the operations as they are now, by number, descending; unmodifiable
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    List<Operation> operations(TenantId tenant, @Nullable OperationId before, int limit);

    /**
     * Returns entries of the audit trail, the oldest first.
     *
     * @param tenant the tenant
     * @param query which ones
     * @param afterSequence only entries with a larger number, from 0
     * @param limit how many at most, positive
     * @return the entries, by number; unmodifiable
     * @throws LicenseStoreException UNKNOWN_TENANT or UNAVAILABLE
     */
    List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit);
}
