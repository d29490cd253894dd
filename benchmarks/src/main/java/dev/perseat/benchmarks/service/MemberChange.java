package dev.perseat.benchmarks.service;

import dev.perseat.benchmarks.Heap;
import dev.perseat.benchmarks.live.Joins;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.LicenseCommand;
import dev.perseat.licensing.admin.Licensing;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.admin.TenantLicensing;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.service.DefaultLicensing;
import dev.perseat.licensing.testkit.store.InMemoryLicenseStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A member's change, from the command to its effect in the store, beside a full calculation of the same tenant, in one run.
 * After each change the trail is asked whom it was written for: that user, and nobody else.
 */
public final class MemberChange {
    private static final Actor ADMIN = Actor.of("admin", Role.GLOBAL_ADMINISTRATOR);
    private static final int CALCULATIONS = 7;
    private static final int WARM_UP = 500;
    private static final int CHANGES = 2_000;

    private final TenantLicensing licensing;
    private final TenantSnapshot snapshot;
    private final GroupId group;
    private final Joins joins;
    private long written;

    private MemberChange(Licensing service, TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        licensing = service.tenant(snapshot.tenant().id());
        joins = Joins.in(snapshot);
        group = snapshot.groups().get(joins.group()).id();
    }

    /** Measures the shapes that are named, by default that of a million users, and prints a table. */
    public static void main(String[] args) {
        TenantShape[] shapes = args.length == 0
                ? new TenantShape[] {TenantShape.NESTED_1M}
                : Arrays.stream(args).map(TenantShape::valueOf).toArray(TenantShape[]::new);
        System.out.println(
                "| shape | compile and calculate | import, all users written | a member joins or leaves: median "
                        + "| 99 of 100 below | users written for a change |\n|---|---|---|---|---|---|");
        for (TenantShape shape : shapes) {
            System.out.println(row(shape, WARM_UP, CHANGES));
        }
    }

    /** Measures one shape, and returns a row of the table. */
    static String row(TenantShape shape, int warmUp, int changes) {
        TenantSnapshot snapshot = Scenario.fromScratch(shape, Load.PLENTY).snapshot();
        double[] calculations = new double[CALCULATIONS];
        for (int k = 0; k < CALCULATIONS; k++) {
            long start = System.nanoTime();
            Heap.keep(DenseAssignmentCalculator.create().calculate(snapshot, Holdings.empty()));
            calculations[k] = millisSince(start);
        }
        try (Licensing service = DefaultLicensing.builder(new InMemoryLicenseStore(Clock.systemUTC()))
                .executor(Runnable::run)
                .build()) {
            long start = System.nanoTime();
            service.create(ADMIN, snapshot, Holdings.empty());
            double imported = millisSince(start);
            MemberChange measured = new MemberChange(service, snapshot);
            measured.changes(0, warmUp);
            measured.written = 0;
            double[] millis = measured.changes(warmUp, changes);
            return String.format(
                    Locale.ROOT,
                    "| %s | %.0f ms | %.0f ms | %.3f ms | %.3f ms | %.2f |",
                    shape,
                    part(calculations, 0.5),
                    imported,
                    part(millis, 0.5),
                    part(millis, 0.99),
                    (double) measured.written / changes);
        }
    }

    /** Has users join and leave in turn, and returns how long each change took, in milliseconds. */
    private double[] changes(int from, int count) {
        double[] millis = new double[count];
        for (int k = 0; k < count; k++) {
            int number = from + k;
            UserId user = snapshot.userId(joins.user(number / 2));
            Membership membership = Membership.of(group, user);
            LicenseCommand command = new LicenseCommand.ChangeDirectory(List.of(
                    number % 2 == 0
                            ? new TenantChange.MembershipAdded(membership)
                            : new TenantChange.MembershipRemoved(membership)));
            long start = System.nanoTime();
            Operation operation = licensing.submit(ADMIN, command);
            millis[k] = millisSince(start);
            check(operation, user);
        }
        return millis;
    }

    private void check(Operation operation, UserId user) {
        if (!licensing.operation(ADMIN, operation.id()).status().isEnded()) {
            throw new IllegalStateException(operation.id() + " has not ended");
        }
        AuditQuery query = AuditQuery.all().causedBy(operation.id()).of(Activity.CHANGE_USER_LICENSE);
        List<AuditEntry> entries =
                licensing.audit(ADMIN, query, PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
                        .map(it -> it.entry())
                        .toList();
        if (!entries.stream().allMatch(it -> it.target().equals(Target.of(user)))) {
            throw new IllegalStateException(operation.id() + " was written for others than user '" + user + "'");
        }
        written += entries.size();
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Returns what so many of the times are not above. */
    private static double part(double[] millis, double part) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
    }
}
