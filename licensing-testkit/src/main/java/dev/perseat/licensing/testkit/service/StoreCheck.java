package dev.perseat.licensing.testkit.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.AuditReplay;
import dev.perseat.licensing.admin.ExplainedState;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.admin.UserLicenses;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StoredTenant;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a store has come to, when every operation has ended, with its log and with the law. Reads the tenant as it is
 * when the check is made; what is committed later is not looked at. Failures are {@link AssertionError}s.
 *
 * @since 0.1
 */
public final class StoreCheck {
    static final Actor ADMIN = Actor.of("admin", Role.GLOBAL_ADMINISTRATOR);
    private static final int ENTRIES_AT_ONCE = 1_000;

    private final LicenseStore store;
    private final TenantId tenant;
    private final DecidedByLaw decided;
    private final List<AuditRecord> trail;

    /**
     * Reads what is stored of a tenant.
     *
     * @param start what the tenant was created with
     * @param store the store
     */
    public StoreCheck(CalculationCase start, LicenseStore store) {
        this.store = store;
        tenant = start.snapshot().tenant().id();
        decided = DecidedByLaw.of(start, store);
        trail = trail(store, tenant);
    }

    /**
     * Returns the whole trail of a tenant.
     *
     * @param store the store
     * @param tenant the tenant
     * @return the entries, by number
     */
    public static List<AuditRecord> trail(LicenseStore store, TenantId tenant) {
        List<AuditRecord> trail = new ArrayList<>();
        List<AuditRecord> some = store.audit(tenant, AuditQuery.all(), 0, ENTRIES_AT_ONCE);
        while (!some.isEmpty()) {
            trail.addAll(some);
            some = store.audit(
                    tenant, AuditQuery.all(), some.get(some.size() - 1).sequence(), ENTRIES_AT_ONCE);
        }
        return trail;
    }

    /**
     * Returns what users hold in a store.
     *
     * @param store the store
     * @param tenant the tenant
     * @return what they hold
     */
    public static Holdings holdings(LicenseStore store, TenantId tenant) {
        Holdings.Builder holdings = Holdings.builder();
        try (StoredTenant opened = store.open(tenant);
                Stream<StoredTenant.Holding> all = opened.holdings()) {
            all.forEach(it -> holdings.addAll(it.userId(), it.licenses()));
        }
        return holdings.build();
    }

    /**
     * Checks that everything has been applied, that holdings and trail are what the calculator comes to, step by step, and
     * that no entry of the trail is missing or there twice.
     */
    public void check() {
        checkEnded();
        checkHoldings();
        checkTrail();
        checkEffects();
    }

    /** Everything has been applied, and every operation says so. */
    private void checkEnded() {
        Head head = store.head(tenant);
        assertThat(head.closedVersion()).as("last closed step").isEqualTo(head.version());
        for (Step step : decided.steps().values()) {
            Operation operation = step.operation();
            assertThat(operation.status().isEnded())
                    .as("%s has ended", operation)
                    .isTrue();
            if (operation.status() != OperationStatus.CANCELLED) {
                assertThat(operation.progress().processed())
                        .as("users processed by %s", operation)
                        .isEqualTo(operation.progress().total());
            }
        }
    }

    /** The store holds what the law comes to, and so does its trail. */
    private void checkHoldings() {
        Holdings expected = decided.result().holdings();
        assertThat(holdings(store, tenant)).as("holdings in the store").isEqualTo(expected);
        AuditReplay replay = new AuditReplay();
        trail.forEach(it -> replay.take(it.entry()));
        assertThat(replay.holdings()).as("holdings by the trail").isEqualTo(expected);
        try (StoredTenant opened = store.open(tenant)) {
            assertThat(opened.postponed()).as("postponed changes").isEmpty();
        }
    }

    /** No entry is missing or there twice. */
    private void checkTrail() {
        SortedMap<Long, Integer> accepted = new TreeMap<>();
        for (int k = 0; k < trail.size(); k++) {
            assertThat(trail.get(k).sequence()).as("number of an entry").isEqualTo(k + 1L);
            AuditEntry entry = trail.get(k).entry();
            OperationId cause = entry.cause();
            if (cause != null && !entry.refused() && isAboutTheWhole(entry, cause)) {
                accepted.merge(cause.number(), 1, Integer::sum);
            }
        }
        SortedMap<Long, Integer> once = new TreeMap<>();
        decided.steps().keySet().forEach(step -> once.put(step, 1));
        assertThat(accepted).as("entries that tell a command").isEqualTo(once);
    }

    private boolean isAboutTheWhole(AuditEntry entry, OperationId cause) {
        Step step = decided.steps().get(cause.number());
        return step != null
                && entry.activity() == step.operation().activity()
                && entry.target().equals(step.operation().target());
    }

    /**
     * What a step changes for a user was written once, as the law says; or left out, together with changes of the steps next
     * to it that take it back: none that was written lies between.
     */
    private void checkEffects() {
        SortedMap<UserId, List<UserChange>> leftOut = new TreeMap<>();
        SortedMap<Long, SortedMap<UserId, UserChange>> written = written();
        decided.effects().forEach((step, effect) -> {
            SortedMap<UserId, UserChange> told = written.getOrDefault(step, new TreeMap<>());
            effect.forEach((user, change) -> {
                UserChange is = told.remove(user);
                if (is == null) {
                    leftOut.computeIfAbsent(user, any -> new ArrayList<>()).add(change);
                } else {
                    assertThat(is).as("change written of step %s", step).isEqualTo(change);
                    checkLeftOut(user, leftOut.remove(user));
                }
            });
            assertThat(told).as("changes that step %s does not make", step).isEmpty();
        });
        leftOut.forEach(StoreCheck::checkLeftOut);
    }

    private static void checkLeftOut(UserId user, @Nullable List<UserChange> changes) {
        assertThat(changes == null || isNothing(changes))
                .as("changes of %s that were left out take each other back: %s", user, changes)
                .isTrue();
    }

    private SortedMap<Long, SortedMap<UserId, UserChange>> written() {
        SortedMap<Long, SortedMap<UserId, UserChange>> written = new TreeMap<>();
        for (AuditRecord it : trail) {
            AuditEntry entry = it.entry();
            OperationId cause = entry.cause();
            if (entry.activity() == Activity.CHANGE_USER_LICENSE
                    && cause != null
                    && entry.target() instanceof Target.OfUser user) {
                UserChange earlier = written.computeIfAbsent(cause.number(), any -> new TreeMap<>())
                        .put(user.userId(), new UserChange(user.userId(), entry.changes()));
                assertThat(earlier)
                        .as("%s was written before for %s", cause, user)
                        .isNull();
            }
        }
        return written;
    }

    private static boolean isNothing(List<UserChange> changes) {
        List<HoldingChange> forth = new ArrayList<>();
        List<HoldingChange> back = new ArrayList<>();
        for (UserChange change : changes) {
            forth.addAll(change.changes());
            change.changes().forEach(it -> back.add(0, it.reversed()));
        }
        List<HeldLicense> before = HoldingChange.applied(List.of(), back);
        return HoldingChange.applied(before, forth).equals(before);
    }

    /**
     * Checks that a service tells of every user and every SKU what the calculator comes to.
     *
     * @param licensing the service for this tenant; it permits everything to global administrators
     */
    public void checkLooks(TenantLicensing licensing) {
        AssignmentResult result = decided.result();
        for (User user : decided.snapshot().users()) {
            UserLicenses told = licensing.user(ADMIN, user.id());
            assertThat(told.states())
                    .extracting(ExplainedState::state)
                    .as("states of %s", user.id())
                    .isEqualTo(result.states(user.id()));
            assertThat(told.held())
                    .as("licences of %s", user.id())
                    .isEqualTo(result.holdings().of(user.id()));
            assertThat(told.pending())
                    .as("something is pending for %s", user.id())
                    .isFalse();
        }
        assertThat(licensing.licenses(ADMIN)).extracting(it -> it.usage()).isEqualTo(result.usage());
    }
}
