package dev.perseat.licensing.testkit.service;

import static dev.perseat.licensing.testkit.service.StoreCheck.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.CommandRefusedException;
import dev.perseat.licensing.admin.ExplainedState;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.MemberErrors;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.Preview;
import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.admin.Refusal;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.SeatChange;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gives commands to a service that does everything at once, and looks whether each does what its preview says: to users, to
 * seats, to those who wait, and to those who get an error; and whether one that is refused leaves everything as it is.
 */
final class PreviewCheck {
    private final LicenseStore store;
    private final TenantLicensing licensing;
    private final TenantId tenant;
    private final LogReader log;

    PreviewCheck(CalculationCase start, LicenseStore store, TenantLicensing licensing) {
        this.store = store;
        this.licensing = licensing;
        tenant = start.snapshot().tenant().id();
        log = new LogReader(start.snapshot(), store);
    }

    void submit(LicenseCommand command) {
        Moment before = moment();
        Preview preview;
        try {
            preview = licensing.preview(ADMIN, command);
        } catch (CommandRefusedException e) {
            checkRefused(command, before, e.refusals());
            return;
        }
        assertThat(moment()).as("everything after the preview of %s", command).isEqualTo(before);
        Operation operation = licensing.submit(ADMIN, command);
        Moment after = moment();
        assertThat(changes(operation))
                .as("changes of %s", command)
                .isEqualTo(preview.effect().changes());
        assertThat(preview.errors()).as("errors of %s", command).isEqualTo(errors(before, after));
        assertThat(preview.promotions())
                .as("promotions by %s", command)
                .isEqualTo(promotions(command, preview, before));
        checkSeats(preview, before, after);
    }

    /** All that is to be seen of a tenant. */
    private record Moment(
            Head head,
            Holdings holdings,
            int entries,
            SortedMap<UserId, List<ExplainedState>> states,
            SortedMap<SkuId, SkuUsage> usage) {}

    private Moment moment() {
        log.readOn();
        SortedMap<UserId, List<ExplainedState>> states = new TreeMap<>();
        for (User user : log.snapshot().users()) {
            states.put(user.id(), licensing.user(ADMIN, user.id()).states());
        }
        SortedMap<SkuId, SkuUsage> usage = new TreeMap<>();
        licensing.licenses(ADMIN).forEach(it -> usage.put(it.usage().skuId(), it.usage()));
        return new Moment(
                store.head(tenant),
                StoreCheck.holdings(store, tenant),
                StoreCheck.trail(store, tenant).size(),
                states,
                usage);
    }

    private void checkRefused(LicenseCommand command, Moment before, List<Refusal> refusals) {
        assertThat(moment())
                .as("everything after the refused preview of %s", command)
                .isEqualTo(before);
        List<Refusal> told = List.of();
        try {
            licensing.submit(ADMIN, command);
        } catch (CommandRefusedException e) {
            told = e.refusals();
        }
        assertThat(told).as("refusals of %s", command).isEqualTo(refusals);
        Moment after = moment();
        assertThat(after)
                .as("everything after %s was refused, the record of it aside", command)
                .isEqualTo(new Moment(
                        before.head(), before.holdings(), before.entries() + 1, before.states(), before.usage()));
        AuditRecord last =
                store.audit(tenant, AuditQuery.all(), before.entries(), 1).get(0);
        assertThat(last.entry().refused()).as("the record is that of a refusal").isTrue();
    }

    private List<UserChange> changes(Operation operation) {
        AuditQuery query = AuditQuery.all().causedBy(operation.id()).of(Activity.CHANGE_USER_LICENSE);
        return licensing.audit(ADMIN, query, PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
                .map(AuditRecord::entry)
                .flatMap(it -> it.target() instanceof Target.OfUser user
                        ? Optional.of(new UserChange(user.userId(), it.changes())).stream()
                        : Optional.<UserChange>empty().stream())
                .toList();
    }

    /** The violations that users have afterwards and did not have before. */
    private static List<MemberErrors> errors(Moment before, Moment after) {
        List<MemberErrors> errors = new ArrayList<>();
        after.states().forEach((user, states) -> {
            List<ExplainedState> had = before.states().getOrDefault(user, List.of());
            List<ExplainedState> news = states.stream()
                    .filter(it -> it.state().violation() != null
                            && had.stream().noneMatch(was -> isSame(was.state(), it.state())))
                    .toList();
            if (!news.isEmpty()) {
                errors.add(new MemberErrors(user, news));
            }
        });
        return errors;
    }

    private static boolean isSame(LicenseAssignmentState was, LicenseAssignmentState is) {
        LicenseViolation violation = is.violation();
        return was.source().equals(is.source())
                && was.skuId().equals(is.skuId())
                && was.violation() != null
                && violation != null
                && was.violation().kind() == violation.kind();
    }

    /** Who gets what they waited for before, without being named by the command. */
    private static List<Preview.Promotion> promotions(LicenseCommand command, Preview preview, Moment before) {
        NavigableSet<UserId> named = named(command);
        List<Preview.Promotion> promotions = new ArrayList<>();
        for (UserChange change : preview.effect().changes()) {
            if (!named.contains(change.userId())) {
                List<ExplainedState> had = before.states().getOrDefault(change.userId(), List.of());
                change.changes().stream()
                        .filter(it -> it.before() == null
                                && had.stream()
                                        .anyMatch(was -> was.state().source().equals(it.source())
                                                && was.state().skuId().equals(it.skuId())
                                                && was.state().violation() instanceof LicenseViolation.Count))
                        .map(it -> it.skuId())
                        .collect(Collectors.toCollection(TreeSet::new))
                        .forEach(sku -> promotions.add(new Preview.Promotion(change.userId(), sku)));
            }
        }
        return promotions;
    }

    private static NavigableSet<UserId> named(LicenseCommand command) {
        NavigableSet<UserId> named = new TreeSet<>();
        if (command instanceof LicenseCommand.ChangeUserLicenses it) {
            named.add(it.userId());
        } else if (command instanceof LicenseCommand.RemoveRedundantLicenses it) {
            it.licenses().stream().map(RedundantLicense::userId).forEach(named::add);
        } else if (command instanceof LicenseCommand.ChangeDirectory it) {
            it.changes().forEach(change -> addNamed(change, named));
        }
        return named;
    }

    private static void addNamed(TenantChange change, NavigableSet<UserId> named) {
        if (change instanceof TenantChange.UserSet it) {
            named.add(it.user().id());
        } else if (change instanceof TenantChange.MembershipAdded it
                && it.membership() instanceof Membership.OfUser user) {
            named.add(user.member());
        } else if (change instanceof TenantChange.MembershipRemoved it
                && it.membership() instanceof Membership.OfUser user) {
            named.add(user.member());
        }
    }

    private static void checkSeats(Preview preview, Moment before, Moment after) {
        for (SeatChange seats : preview.effect().seats()) {
            SkuUsage was = before.usage().get(seats.skuId());
            SkuUsage is = after.usage().get(seats.skuId());
            assertThat(seats)
                    .as("seats of '%s'", seats.skuId())
                    .isEqualTo(new SeatChange(
                            seats.skuId(),
                            was == null ? 0 : was.seats(),
                            was == null ? 0 : was.consumed(),
                            is == null ? 0 : is.seats(),
                            is == null ? 0 : is.consumed()));
        }
    }
}
