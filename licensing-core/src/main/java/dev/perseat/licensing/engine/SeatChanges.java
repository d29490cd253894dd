package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.SeatChange;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a step changes of the seats bought and taken, by SKU id; only of SKUs where something differs. */
final class SeatChanges {
    private SeatChanges() {}

    /** Returns what has changed of the SKUs of a tenant since its seats were as given. */
    static List<SeatChange> between(Seats before, LiveTenant tenant) {
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

    /** Returns what differs between a tenant and a result that may have other SKUs. */
    static List<SeatChange> between(LiveTenant before, AssignmentResult after) {
        SortedMap<SkuId, SeatChange> bySku = new TreeMap<>();
        Seats seats = before.seats;
        for (int sku = 0; sku < seats.bought.length; sku++) {
            SkuId id = before.ledger.catalog.skuId(sku);
            bySku.put(id, new SeatChange(id, seats.bought[sku], seats.taken[sku], 0, 0));
        }
        for (SkuUsage usage : after.usage()) {
            SeatChange was = bySku.getOrDefault(usage.skuId(), new SeatChange(usage.skuId(), 0, 0, 0, 0));
            bySku.put(
                    usage.skuId(),
                    new SeatChange(
                            usage.skuId(), was.seatsBefore(), was.consumedBefore(), usage.seats(), usage.consumed()));
        }
        bySku.values()
                .removeIf(change -> change.seatsBefore() == change.seatsAfter()
                        && change.consumedBefore() == change.consumedAfter());
        return List.copyOf(bySku.values());
    }
}
