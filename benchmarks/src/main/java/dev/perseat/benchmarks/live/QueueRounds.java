package dev.perseat.benchmarks.live;

import dev.perseat.benchmarks.tenant.Day;
import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rounds in a tenant where everybody asks for one product and a fifth of the users wait for it. Seats go by id, so that
 * the user behind the last seat is the first who waits; here this is one with a single membership.
 */
final class QueueRounds {
    private static final int PERCENT_SERVED = 80;

    private final TenantSnapshot snapshot;
    private final SkuId wanted;
    private final int seats;

    QueueRounds(TenantShape shape) {
        GeneratedTenant tenant = new GeneratedTenant(shape, Load.PLENTY, Day.TODAY);
        TenantSnapshot plenty = tenant.snapshotWithPlenty();
        wanted = tenant.productForEverybody();
        seats = firstSimpleUser(plenty, (int) ((long) plenty.userCount() * PERCENT_SERVED / 100));
        snapshot = plenty.with(List.of(units(seats)));
    }

    /** Returns the first user, from an index on, with one membership and no direct licence. */
    private static int firstSimpleUser(TenantSnapshot tenant, int from) {
        return IntStream.range(from, tenant.userCount())
                .filter(user -> tenant.groupCount(user) == 1
                        && tenant.directLicenses(user).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    Rounds seatFreed() {
        int holder = firstSimpleUser(snapshot, 0);
        int waiting = seats;
        return rounds(
                List.of(leave(holder)), List.of(comeBack(holder)), List.of(leave(waiting)), List.of(comeBack(waiting)));
    }

    Rounds unitBought() {
        int waiting = seats;
        return rounds(List.of(units(seats + 1)), List.of(leave(waiting), units(seats)), List.of(comeBack(waiting)));
    }

    @SafeVarargs
    private Rounds rounds(List<TenantChange>... steps) {
        return new Rounds(snapshot, List.of(Rounds.round(steps)));
    }

    private TenantChange leave(int user) {
        return changed(user, TenantChange.MembershipRemoved::new);
    }

    private TenantChange comeBack(int user) {
        return changed(user, TenantChange.MembershipAdded::new);
    }

    private TenantChange changed(int user, Function<Membership, TenantChange> change) {
        return change.apply(
                Membership.of(snapshot.groups().get(snapshot.groupOf(user, 0)).id(), snapshot.userId(user)));
    }

    private TenantChange units(int number) {
        return new TenantChange.SubscriptionSet(Subscription.of(wanted, number));
    }
}
