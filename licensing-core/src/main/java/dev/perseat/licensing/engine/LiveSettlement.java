package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.ChangeEffect;
import dev.perseat.licensing.assignment.SeatChange;
import dev.perseat.licensing.assignment.UserChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sections 5 and 6 of the law after a step of changes: releases and settles the users whom the step touches, and those
 * whom they reach through seats, until nothing changes any more.
 *
 * <p>Why nobody else has to be looked at: before the step the tenant was at a fixed point, where releasing and settling a
 * user changes nothing as long as base, holding and the free seats of what the user lacks stay the same. Whose base
 * changes is released and due; whom a free seat concerns is a watcher, and {@link Walk} finds those whom it contradicts.
 */
final class LiveSettlement {
    private final LiveTenant tenant;
    private final Seats before;

    private final MarkedList visited;

    /** Of each user visited, in that order, the profile before the step. */
    private final IntBuffer profileBefore = new IntBuffer();

    /**
     * Begins a settlement.
     *
     * @param before the seats before the step
     */
    LiveSettlement(LiveTenant tenant, Seats before) {
        this.tenant = tenant;
        this.before = before;
        visited = tenant.visited;
        visited.clear();
    }

    void settle(LiveStep step) {
        step.users.forEach(this::release);
        step.skus.forEach(tenant.seats::update);
        tenant.walk.goOn(-1, this::touch);
    }

    private void touch(int user) {
        if (visited.add(user)) {
            profileBefore.add(tenant.walk.profileOf[user]);
        }
    }

    /** Gives a user the base that the user has now, with what section 6.1 leaves of the holdings. */
    private void release(int user) {
        int profile = tenant.walk.profileOf[user];
        int base = tenant.baseOf(user);
        if (base == tenant.ledger.base(profile)) {
            return;
        }
        touch(user);
        tenant.walk.forget(user);
        int released = Ledger.NOBODY;
        if (base != Ledger.NOBODY) {
            released = tenant.releases.released(tenant.ledger.profile(base, tenant.ledger.holding(profile)));
            tenant.agenda.addDue(user);
        }
        tenant.seatMoves.make(profile, released);
        tenant.walk.profileOf[user] = released;
    }

    /** Makes everybody hold what they held before the step. The rest of the step is taken back by its journal. */
    void rollBack(Journal journal) {
        for (int i = 0; i < visited.size(); i++) {
            tenant.walk.forget(visited.get(i));
            tenant.walk.profileOf[visited.get(i)] = profileBefore.values[i];
        }
        tenant.seats.restore(before);
        journal.rollBack();
        visited.forEach(tenant::watch);
    }

    ChangeEffect effect(HeldLists heldLists) {
        Comparisons comparisons = new Comparisons(heldLists);
        int[] changed = changedInOrder();
        UserChange[] changes = new UserChange[changed.length];
        for (int i = 0; i < changes.length; i++) {
            int user = visited.get(changed[i]);
            int held = tenant.ledger.holding(profileBefore.values[changed[i]]);
            changes[i] = new UserChange(tenant.roster.id(user), comparisons.of(held, tenant.holdingOf(user)));
        }
        return new ChangeEffect(List.of(changes), seatChanges());
    }

    /** Returns the places of those visited who hold something else than before, in the order of their ids. */
    private int[] changedInOrder() {
        long[] known = new long[visited.size()];
        int count = 0;
        List<Integer> late = new ArrayList<>();
        for (int place = 0; place < visited.size(); place++) {
            int user = visited.get(place);
            boolean same = tenant.holdingOf(user) == tenant.ledger.holding(profileBefore.values[place]);
            if (!same && user >= tenant.roster.firstLate()) {
                late.add(place);
            } else if (!same) {
                known[count++] = (long) user << Integer.SIZE | place;
            }
        }
        Arrays.sort(known, 0, count);
        late.sort((a, b) -> tenant.roster.compare(visited.get(a), visited.get(b)));
        int[] inOrder = new int[count + late.size()];
        int next = 0;
        int nextLate = 0;
        for (int i = 0; i < inOrder.length; i++) {
            boolean takeLate =
                    next == count || (nextLate < late.size() && comesBefore(late.get(nextLate), known[next]));
            inOrder[i] = takeLate ? late.get(nextLate++) : (int) known[next++];
        }
        return inOrder;
    }

    /** Returns whether a late user, by place, comes before a user of the snapshot. */
    private boolean comesBefore(int latePlace, long known) {
        return tenant.roster.placeOf(visited.get(latePlace)) <= (int) (known >>> Integer.SIZE);
    }

    private List<SeatChange> seatChanges() {
        List<SeatChange> changes = new ArrayList<>();
        Seats now = tenant.seats;
        for (int sku = 0; sku < now.bought.length; sku++) {
            if (now.bought[sku] != before.bought[sku] || now.taken[sku] != before.taken[sku]) {
                changes.add(new SeatChange(
                        tenant.ledger.catalog.skuId(sku),
                        before.bought[sku],
                        before.taken[sku],
                        now.bought[sku],
                        now.taken[sku]));
            }
        }
        return changes;
    }
}
