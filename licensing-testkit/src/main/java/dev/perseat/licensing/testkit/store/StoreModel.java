package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.AuditReplay;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.NewTenant;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.store.StoredTenant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a store has to say of one tenant after some commits, by the rules read as plainly as possible: what is held comes
 * from replaying the trail, the tenant from making the changes one by one. Not safe for use by several threads.
 */
final class StoreModel {
    private static final int PAGE = 7;

    private final TenantId id;
    private final Map<CommitId, Optional<OperationId>> commits = new LinkedHashMap<>();
    private final List<Step> log = new ArrayList<>();
    private final List<AuditRecord> trail = new ArrayList<>();
    private final AuditReplay replay = new AuditReplay();
    private final List<PostponedChange> postponed = new ArrayList<>();
    private TenantSnapshot closed;
    private long closedVersion;
    private @Nullable String directoryToken;

    StoreModel(NewTenant tenant) {
        id = tenant.snapshot().tenant().id();
        closed = tenant.snapshot();
        directoryToken = tenant.directoryToken();
        log.add(new Step(tenant.operation(), List.of()));
        tenant.audit().forEachOrdered(this::write);
        commits.put(tenant.commitId(), Optional.of(OperationId.of(1)));
    }

    void append(StepCommit commit) {
        log.add(new Step(commit.operation(), commit.changes()));
        directoryToken = commit.directoryToken() == null ? directoryToken : commit.directoryToken();
        commit.cancelled().forEach(this::set);
        commit.audit().forEach(this::write);
        commits.put(commit.commitId(), Optional.of(commit.operation().id()));
    }

    void apply(BatchCommit commit) {
        commit.audit().forEach(this::write);
        commit.operations().forEach(this::set);
        for (PostponedChange change : commit.postponed()) {
            removePostponed(change.operationId(), change.change().userId());
            postponed.add(change);
        }
        while (closedVersion < commit.closedVersion()) {
            closed = closed.with(log.get((int) closedVersion).changes());
            closedVersion++;
        }
        commits.put(commit.commitId(), Optional.empty());
    }

    void record(CommitId commitId, List<AuditEntry> entries) {
        entries.forEach(this::write);
        commits.put(commitId, Optional.empty());
    }

    private void write(AuditEntry entry) {
        trail.add(new AuditRecord(trail.size() + 1L, entry));
        replay.take(entry);
        if (!entry.changes().isEmpty() && entry.target() instanceof Target.OfUser user && entry.cause() != null) {
            removePostponed(entry.cause(), user.userId());
        }
    }

    private void removePostponed(OperationId cause, UserId user) {
        postponed.removeIf(
                it -> it.operationId().equals(cause) && it.change().userId().equals(user));
    }

    private void set(Operation operation) {
        int index = (int) operation.id().number() - 1;
        log.set(index, new Step(operation, log.get(index).changes()));
    }

    TenantId id() {
        return id;
    }

    Head head() {
        return new Head(log.size(), closedVersion, directoryToken);
    }

    /** The tenant after the last closed step. */
    TenantSnapshot closed() {
        return closed;
    }

    List<Step> log() {
        return Collections.unmodifiableList(log);
    }

    List<AuditRecord> trail() {
        return Collections.unmodifiableList(trail);
    }

    List<HeldLicense> held(UserId user) {
        return replay.of(user);
    }

    Holdings holdings() {
        return replay.holdings();
    }

    private NavigableMap<UserId, List<HeldLicense>> heldByUser() {
        NavigableMap<UserId, List<HeldLicense>> held = new TreeMap<>();
        holdings().forEach(held::put);
        return held;
    }

    /** Checks everything that the store says of the tenant. */
    void check(LicenseStore store) {
        checkHead(store);
        checkLog(store);
        checkTrail(store);
        checkHoldings(store);
        try (StoredTenant tenant = store.open(id)) {
            check(tenant);
        }
    }

    void checkHead(LicenseStore store) {
        assertThat(store.head(id)).isEqualTo(head());
        commits.forEach((commitId, step) -> assertThat(store.committed(id, commitId))
                .as("commit %s", commitId)
                .isEqualTo(step));
    }

    /** Everything that is read in pages, in small ones. */
    void checkLog(LicenseStore store) {
        List<Step> steps = new ArrayList<>();
        List<Step> page;
        do {
            page = store.steps(id, steps.size(), PAGE);
            steps.addAll(page);
        } while (!page.isEmpty() && steps.size() <= log.size());
        assertThat(steps).isEqualTo(log);
        List<Operation> newestFirst =
                new ArrayList<>(log.stream().map(Step::operation).toList());
        Collections.reverse(newestFirst);
        assertThat(operations(store)).isEqualTo(newestFirst);
        for (Operation operation : newestFirst) {
            assertThat(store.operation(id, operation.id())).contains(operation);
        }
    }

    private List<Operation> operations(LicenseStore store) {
        List<Operation> operations = new ArrayList<>();
        List<Operation> page;
        do {
            OperationId before = operations.isEmpty()
                    ? null
                    : operations.get(operations.size() - 1).id();
            page = store.operations(id, before, PAGE);
            operations.addAll(page);
        } while (!page.isEmpty() && operations.size() <= log.size());
        return operations;
    }

    void checkTrail(LicenseStore store) {
        assertThat(found(store, AuditQuery.all())).isEqualTo(trail);
    }

    /** What a query finds, read in small pages; no more than too much, so that a store that repeats itself is seen. */
    List<AuditRecord> found(LicenseStore store, AuditQuery query) {
        List<AuditRecord> found = new ArrayList<>();
        List<AuditRecord> page;
        do {
            long last = found.isEmpty() ? 0 : found.get(found.size() - 1).sequence();
            page = store.audit(id, query, last, PAGE);
            assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
            found.addAll(page);
        } while (!page.isEmpty() && found.size() <= trail.size());
        return found;
    }

    void checkHoldings(LicenseStore store) {
        List<UserId> users = new ArrayList<>(List.of(UserId.of("nobody holds this id")));
        closed.users().forEach(user -> users.add(user.id()));
        trail.forEach(it -> {
            if (it.entry().target() instanceof Target.OfUser user) {
                users.add(user.userId());
            }
        });
        SortedMap<UserId, List<HeldLicense>> held = store.holdings(id, users);
        assertThat(held).isEqualTo(heldByUser());
        assertThat(held.keySet()).containsExactlyElementsOf(heldByUser().keySet());
    }

    /** Checks a moment that was opened when the store had what this model has. */
    void check(StoredTenant tenant) {
        checkTenant(tenant);
        assertThat(tenant.head()).isEqualTo(head());
        checkHoldings(tenant);
        assertThat(tenant.openSteps()).isEqualTo(log.subList((int) closedVersion, log.size()));
        assertThat(list(tenant.applied()))
                .isEqualTo(trail.stream().filter(this::isApplied).toList());
        assertThat(tenant.postponed()).isEqualTo(sortedPostponed());
    }

    void checkHoldings(StoredTenant tenant) {
        assertThat(list(tenant.holdings())).isEqualTo(holding());
    }

    private List<StoredTenant.Holding> holding() {
        return heldByUser().entrySet().stream()
                .map(it -> new StoredTenant.Holding(it.getKey(), it.getValue()))
                .toList();
    }

    private boolean isApplied(AuditRecord candidate) {
        AuditEntry entry = candidate.entry();
        return !entry.changes().isEmpty()
                && entry.activity() != Activity.IMPORT_TENANT
                && entry.cause() != null
                && entry.cause().number() > closedVersion;
    }

    private List<PostponedChange> sortedPostponed() {
        return postponed.stream()
                .sorted(Comparator.comparing(PostponedChange::operationId)
                        .thenComparing(it -> it.change().userId()))
                .toList();
    }

    /** Checks what is stored of the tenant itself, after the last closed step. */
    void checkTenant(StoredTenant tenant) {
        assertThat(tenant.tenant()).isEqualTo(closed.tenant());
        assertThat(tenant.policy()).isEqualTo(closed.policy());
        assertThat(tenant.servicePlans()).isEqualTo(closed.servicePlans());
        assertThat(tenant.skus()).isEqualTo(closed.skus());
        assertThat(tenant.subscriptions()).isEqualTo(StoreTenants.subscriptions(closed));
        assertThat(list(tenant.groups())).isEqualTo(closed.groups());
        assertThat(list(tenant.users())).isEqualTo(closed.users());
        assertThat(list(tenant.memberships())).containsExactlyInAnyOrderElementsOf(StoreTenants.memberships(closed));
    }

    private static <T> List<T> list(Stream<T> stream) {
        try (stream) {
            return stream.toList();
        }
    }
}
