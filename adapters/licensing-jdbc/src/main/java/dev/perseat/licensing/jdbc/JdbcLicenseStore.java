package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.Lease;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store in PostgreSQL or H2. Safe for use by several threads, and by several processes on one database; it keeps nothing in
 * memory between two calls.
 *
 * <p>Each call takes a connection from the data source and gives it back as it was, so the data source should be a pool; a
 * {@link StoredTenant} has one until it is closed. The schema is made by {@link LicenseSchema#migrate}, perhaps by somebody
 * else: the store itself needs no more than the privileges that {@code docs/store.md} lists. Where row level security is on,
 * it tells the database of which tenant each transaction is.
 *
 * <p>Of the rules that leave a choice: every text is kept as it is. REFUSED are a user, a group, or what one user holds, if it
 * takes more than 1 MiB, and a time more than 292,000 years away. Times are cut off to the
 * microsecond. {@link #create} is one transaction, however large the tenant.
 *
 * @since 0.1
 */
public final class JdbcLicenseStore implements LicenseStore {
    private final Database database;
    private final Commits commits;
    private final Leases leases;
    private final Reads reads;

    private JdbcLicenseStore(Database database) {
        this.database = database;
        this.commits = new Commits(database);
        this.leases = new Leases(database);
        this.reads = new Reads(database);
    }

    /**
     * Returns the store in a database.
     *
     * @param source where connections come from
     * @return the store
     * @throws LicenseStoreException UNAVAILABLE if the database cannot be reached
     * @throws IllegalArgumentException if it is neither PostgreSQL nor H2, or a file of an H2 that cannot be trusted
     * @throws IllegalStateException if it has not the schema that this version of the library needs
     */
    public static JdbcLicenseStore of(DataSource source) {
        try (Connection connection = source.getConnection()) {
            LicenseSchema.check(connection);
            return new JdbcLicenseStore(Database.of(source, connection));
        } catch (SQLException e) {
            throw Failures.unreachable(e);
        }
    }

    @Override
    public List<TenantId> tenants() {
        return reads.tenants();
    }

    @Override
    public void create(NewTenant tenant) {
        Creation.run(database, tenant);
    }

    @Override
    public Head head(TenantId tenant) {
        return reads.head(tenant);
    }

    @Override
    public StoredTenant open(TenantId tenant) {
        return JdbcStoredTenant.open(database, tenant);
    }

    @Override
    public List<Step> steps(TenantId tenant, long afterVersion, int limit) {
        return reads.steps(tenant, afterVersion, limit);
    }

    @Override
    public void append(StepCommit commit) {
        commits.append(commit);
    }

    @Override
    public void apply(BatchCommit commit) {
        commits.apply(commit);
    }

    @Override
    public void record(TenantId tenant, CommitId commitId, List<AuditEntry> entries) {
        commits.record(tenant, commitId, entries);
    }

    @Override
    public Optional<OperationId> committed(TenantId tenant, CommitId commitId) {
        return reads.committed(tenant, commitId);
    }

    @Override
    public Optional<Lease> acquire(TenantId tenant, String holder, Duration duration) {
        return leases.acquire(tenant, holder, duration);
    }

    @Override
    public void release(Lease lease) {
        leases.release(lease);
    }

    @Override
    public SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users) {
        return reads.holdings(tenant, users);
    }

    @Override
    public Optional<Operation> operation(TenantId tenant, OperationId id) {
        return reads.operation(tenant, id);
    }

    @Override
    public List<Operation> operations(TenantId tenant, @Nullable OperationId before, int limit) {
        return reads.operations(tenant, before, limit);
    }

    @Override
    public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
        return reads.audit(tenant, query, afterSequence, limit);
    }
}
