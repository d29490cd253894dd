package dev.perseat.benchmarks.live;

import dev.perseat.benchmarks.tenant.TenantShape;
import java.util.function.Function;

/** What can become different in a tenant, each with what undoes it again. */
public enum LiveChange {
    /** A user joins a group with several groups above, all of whose products have enough seats; and leaves it. */
    MEMBER_JOINS(shape -> new TenantRounds(shape).joins(false)),
    /** The same with a group that has a product with no seat left. */
    MEMBER_JOINS_SHORT(shape -> new TenantRounds(shape).joins(true)),
    /** A group of one user gets a licence, and loses it. */
    LICENSE_OF_1(shape -> new TenantRounds(shape).licenseOf(1)),
    /** A group of about a thousand users does. */
    LICENSE_OF_1000(shape -> new TenantRounds(shape).licenseOf(1000)),
    /** The group that everybody is in does. */
    LICENSE_OF_ALL(shape -> new TenantRounds(shape).licenseOfAll()),
    /** A user moves to another country, and back. */
    LOCATION(shape -> new TenantRounds(shape).locations()),
    /** A SKU gets one more plan, and loses it. */
    PLAN_OF_SKU(shape -> new TenantRounds(shape).plans()),
    /** A group becomes a member of a group two levels below it, which closes a cycle; and no longer. */
    CYCLE(shape -> new TenantRounds(shape).cycle()),
    /**
     * Everybody asks for a product, and a fifth waits. Someone who has it leaves all groups, and who waits first gets it;
     * the one comes back and waits; the other leaves, and the one has it again; the other comes back and waits.
     */
    SEAT_FREED(shape -> new QueueRounds(shape).seatFreed()),
    /**
     * Of the same product one more unit is bought, and who waits first gets it; that one leaves, and the unit is given
     * back; and comes back to wait.
     */
    UNIT_BOUGHT(shape -> new QueueRounds(shape).unitBought());

    private final Function<TenantShape, Rounds> maker;

    LiveChange(Function<TenantShape, Rounds> maker) {
        this.maker = maker;
    }

    /** Returns such changes for a tenant of a shape, with that tenant. */
    public Rounds of(TenantShape shape) {
        return maker.apply(shape);
    }
}
