package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.ChangeEffect;
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

    /** The profiles of which all users are released alike, and what they are released to. */
    private final MarkedList alike;

    private final IntBuffer alikeReleased = new IntBuffer();

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
        alike = tenant.releasedAlike;
        alike.clear();
    }

    void settle(Reach reach) {
        for (int place = 0; place < reach.users.size(); place++) {
            int user = reach.users.get(place);
            release(user, reach.areAlike(place) ? releasedAlike(user) : released(user));
        }
        reach.skus.forEach(tenant.seats::update);
        tenant.walk.goOn(-1, this::touch);
    }

    private void touch(int user) {
        if (visited.add(user)) {
            profileBefore.add(tenant.walk.profileOf[user]);
        }
    }

    /** Returns the profile of a user with the base that the user has now, and what section 6.1 leaves of the holdings. */
    private int released(int user) {
        int profile = tenant.walk.profileOf[user];
        int base = tenant.baseOf(user);
        if (base == tenant.ledger.base(profile)) {
            return profile;
        } else if (base == Ledger.NOBODY) {
            return Ledger.NOBODY;
        }
        return tenant.releases.released(tenant.ledger.profile(base, tenant.ledger.holding(profile)));
    }

    /** Returns the same, worked out once for all who have the same profile. */
    private int releasedAlike(int user) {
        int profile = tenant.walk.profileOf[user];
        int place = alike.placeOf(profile);
        if (place < 0) {
            alike.add(profile);
            alikeReleased.add(released(user));
            place = alike.size() - 1;
        }
        return alikeReleased.values[place];
    }

    private void release(int user, int released) {
        int profile = tenant.walk.profileOf[user];
        if (released == profile) {
            return;
        }
        touch(user);
        tenant.walk.forget(user);
        if (released != Ledger.NOBODY) {
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
        Comparisons comparisons = new Comparisons(tenant.ledger, heldLists);
        int[] changed = changedInOrder();
        UserChange[] changes = new UserChange[changed.length];
        for (int i = 0; i < changes.length; i++) {
            int user = visited.get(changed[i]);
            int held = tenant.ledger.holding(profileBefore.values[changed[i]]);
            changes[i] = new UserChange(tenant.roster.id(user), comparisons.of(held, tenant.holdingOf(user)));
        }
        return new ChangeEffect(List.of(changes), SeatChanges.between(before, tenant));
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
}
