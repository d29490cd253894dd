package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.LicenseStoreException.Reason;
import dev.perseat.licensing.store.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The log of a tenant. A step is its operation, which changes as long as it is open, and its changes, which never do: in
 * parts, so that a step may have any number of them.
 */
record StepLog(Session session) {
    /** When a part is full. */
    private static final int PART_BYTES = 65_536;

    /** Adds an operation with its changes. */
    void add(Operation operation, List<TenantChange> changes) throws SQLException {
        set(List.of(operation));
        Rows parts = Rows.insert(session, Table.STEP);
        long version = operation.id().number();
        PayloadWriter part = new PayloadWriter();
        int number = 0;
        for (TenantChange change : changes) {
            ChangeCodec.write(part, change);
            if (part.size() >= PART_BYTES) {
                parts.add(version, number++, Limits.payload("a change of step " + version, part.toBytes()));
                part = new PayloadWriter();
            }
        }
        if (part.size() > new PayloadWriter().size()) {
            parts.add(version, number, Limits.payload("a change of step " + version, part.toBytes()));
        }
        parts.flush();
    }

    /** Stores operations as they are from now on; of one that is told twice, the last one. */
    void set(List<Operation> operations) throws SQLException {
        SortedMap<Long, Operation> last = new TreeMap<>();
        operations.forEach(operation -> last.put(operation.id().number(), operation));
        Rows rows = Rows.upsert(session, Table.OPERATION);
        for (Operation operation : last.values()) {
            PayloadWriter to = new PayloadWriter();
            TrailCodec.write(to, operation);
            rows.add(operation.id().number(), Limits.payload("operation " + operation.id(), to.toBytes()));
        }
        rows.flush();
    }

    /** Makes sure that operations are in the log. */
    static void refuseUnknown(List<Operation> operations, long version) {
        for (Operation operation : operations) {
            if (operation.id().number() > version) {
                throw new LicenseStoreException(Reason.REFUSED, "there is no operation " + operation.id());
            }
        }
    }

    /** Tells the changes of one step, in order. */
    void forEachChange(long version, Consumer<TenantChange> action) throws SQLException {
        session.query(
                "select body from perseat_step where tenant = ? and version = ? order by tenant, version, part",
                row -> {
                    changes(row.getBytes(1)).forEach(action);
                    return version;
                },
                session.tenant(),
                version);
    }

    private static List<TenantChange> changes(byte[] part) {
        return PayloadReader.read(part, from -> {
            List<TenantChange> changes = new ArrayList<>();
            while (from.hasMore()) {
                changes.add(ChangeCodec.read(from));
            }
            return changes;
        });
    }

    /** Returns steps after some number, by number. */
    List<Step> steps(long after, int limit) throws SQLException {
        List<Operation> operations = session.query(
                "select body from perseat_operation where tenant = ? and number > ? order by tenant, number limit ?",
                row -> PayloadReader.read(row.getBytes(1), TrailCodec::operation),
                session.tenant(),
                after,
                limit);
        if (operations.isEmpty()) {
            return List.of();
        }
        Map<Long, List<TenantChange>> changes = new HashMap<>();
        session.query(
                "select version, body from perseat_step where tenant = ? and version > ? and version <= ?"
                        + " order by tenant, version, part",
                row -> changes.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .addAll(changes(row.getBytes(2))),
                session.tenant(),
                after,
                operations.get(operations.size() - 1).id().number());
        return operations.stream()
                .map(it -> new Step(it, changes.getOrDefault(it.id().number(), List.of())))
                .toList();
    }

    Optional<Operation> operation(long number) throws SQLException {
        return session.find(
                "select body from perseat_operation where tenant = ? and number = ?",
                row -> PayloadReader.read(row.getBytes(1), TrailCodec::operation),
                session.tenant(),
                number);
    }

    /** Returns operations before some number, the newest first. */
    List<Operation> newest(long before, int limit) throws SQLException {
        return session.query(
                "select body from perseat_operation where tenant = ? and number < ?"
                        + " order by tenant desc, number desc limit ?",
                row -> PayloadReader.read(row.getBytes(1), TrailCodec::operation),
                session.tenant(),
                before,
                limit);
    }
}
