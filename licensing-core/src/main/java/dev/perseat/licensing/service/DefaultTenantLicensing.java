package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.ExplainedState;
import dev.perseat.licensing.admin.GroupStatus;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.LicenseDetail;
import dev.perseat.licensing.admin.LicenseOverview;
import dev.perseat.licensing.admin.LicensedUser;
import dev.perseat.licensing.admin.MemberErrors;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Page;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.Permission;
import dev.perseat.licensing.admin.Preview;
import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.admin.RequestId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.admin.UserLicenses;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The service for one tenant: checks who asks, and passes the question on. */
final class DefaultTenantLicensing implements TenantLicensing {
    /** Keeps the ids of requests apart from those that the service makes itself. */
    private static final String REQUEST = "request-";

    private static final int ENTRIES_AT_ONCE = 1_000;

    private final TenantSession session;
    private final LicenseStore store;
    private final Function<TenantId, @Nullable Directory> directories;

    DefaultTenantLicensing(TenantSession session, Function<TenantId, @Nullable Directory> directories) {
        this.session = session;
        this.directories = directories;
        store = session.settings().store();
    }

    @Override
    public TenantId id() {
        return session.tenant();
    }

    @Override
    public Operation submit(Actor actor, LicenseCommand command) {
        return session.submit(actor, command, null);
    }

    @Override
    public Operation submit(Actor actor, LicenseCommand command, RequestId requestId) {
        return session.submit(actor, command, CommitId.of(REQUEST + requestId));
    }

    @Override
    public Preview preview(Actor actor, LicenseCommand command) {
        return session.preview(actor, command);
    }

    @Override
    public Optional<Operation> synchronize(Actor actor) {
        session.require(actor, Permission.CHANGE_DIRECTORY);
        Directory directory = directories.apply(id());
        if (directory == null) {
            throw new IllegalStateException("tenant '" + id() + "' has no directory to fetch changes from");
        }
        return new Synchronization(session, directory).run(actor);
    }

    @Override
    public Operation await(OperationId operation, Duration atMost) throws InterruptedException {
        return session.await(operation, atMost);
    }

    @Override
    public List<LicenseOverview> licenses(Actor actor) {
        return look(actor, TenantViews::licenses);
    }

    @Override
    public LicenseDetail license(Actor actor, SkuId sku) {
        return look(actor, views -> views.license(sku));
    }

    @Override
    public Page<LicensedUser> users(Actor actor, SkuId sku, PageRequest page) {
        return look(actor, views -> views.users(sku, page));
    }

    @Override
    public Page<Group> groups(Actor actor, String piece, PageRequest page) {
        return look(actor, views -> views.groups(piece, page));
    }

    @Override
    public GroupStatus status(Actor actor, GroupId group) {
        return look(actor, views -> views.status(group));
    }

    @Override
    public UserLicenses user(Actor actor, UserId user) {
        session.require(actor, Permission.READ);
        return session.ask(replica -> {
            List<ExplainedState> states = new TenantViews(replica, session::operation).states(user);
            List<HeldLicense> held =
                    call(() -> store.holdings(id(), List.of(user))).getOrDefault(user, List.of());
            return new UserLicenses(user, states, held, replica.isPending(user));
        });
    }

    @Override
    public Page<MemberErrors> errors(Actor actor, GroupId group, PageRequest page) {
        return look(actor, views -> views.errors(group, page));
    }

    @Override
    public Page<RedundantLicense> redundantLicenses(Actor actor, PageRequest page) {
        return look(actor, views -> views.redundantLicenses(page));
    }

    private <T> T look(Actor actor, Function<TenantViews, T> question) {
        session.require(actor, Permission.READ);
        return session.ask(replica -> question.apply(new TenantViews(replica, session::operation)));
    }

    private <T> T call(Supplier<T> action) {
        return session.settings().retry().call(action);
    }

    @Override
    public Page<Operation> operations(Actor actor, PageRequest page) {
        session.require(actor, Permission.READ);
        OperationId before = page.after() == null ? null : OperationId.parse(page.after());
        List<Operation> found = call(() -> store.operations(id(), before, page.limit() + 1));
        return Page.of(found, page.limit(), operation -> operation.id().toString());
    }

    @Override
    public Operation operation(Actor actor, OperationId operation) {
        session.require(actor, Permission.READ);
        return session.operation(operation);
    }

    @Override
    public Page<AuditRecord> audit(Actor actor, AuditQuery query, PageRequest page) {
        session.require(actor, Permission.READ);
        long after = page.after() == null ? 0 : sequence(page.after());
        List<AuditRecord> found = call(() -> store.audit(id(), query, after, page.limit() + 1));
        return Page.of(found, page.limit(), entry -> Long.toString(entry.sequence()));
    }

    private static long sequence(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("page does not begin after an entry of the audit trail", e);
        }
    }

    @Override
    public Holdings holdingsAt(Actor actor, Instant at) {
        session.require(actor, Permission.READ);
        Holdings.Builder holdings = Holdings.builder();
        replay(AuditQuery.all(), at).forEach(holdings::addAll);
        return holdings.build();
    }

    @Override
    public List<HeldLicense> holdingsAt(Actor actor, UserId user, Instant at) {
        session.require(actor, Permission.READ);
        return replay(AuditQuery.all().about(Target.of(user)), at).getOrDefault(user, List.of());
    }

    /**
     * Unlike an audit, this takes what was held after a change for true, whatever the trail says was held before: the store
     * may have been mended. Where the clocks of several nodes differ, it ends for each user at the first later entry.
     */
    private SortedMap<UserId, List<HeldLicense>> replay(AuditQuery entries, Instant at) {
        AuditQuery query = entries.of(Activity.CHANGE_USER_LICENSE, Activity.IMPORT_TENANT);
        SortedMap<UserId, List<HeldLicense>> replay = new TreeMap<>();
        SortedSet<UserId> ended = new TreeSet<>();
        long after = 0;
        for (List<AuditRecord> some = audit(query, after); !some.isEmpty(); some = audit(query, after)) {
            for (AuditRecord one : some) {
                AuditEntry entry = one.entry();
                if (entry.target() instanceof Target.OfUser it && !ended.contains(it.userId())) {
                    if (entry.at().isAfter(at)) {
                        ended.add(it.userId());
                    } else {
                        List<HeldLicense> held = replay.getOrDefault(it.userId(), List.of());
                        replay.put(it.userId(), HoldingChange.applied(held, entry.changes()));
                    }
                }
                after = one.sequence();
            }
        }
        replay.values().removeIf(List::isEmpty);
        return replay;
    }

    private List<AuditRecord> audit(AuditQuery query, long after) {
        return call(() -> store.audit(id(), query, after, ENTRIES_AT_ONCE));
    }
}
