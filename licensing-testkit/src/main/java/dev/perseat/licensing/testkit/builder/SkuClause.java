package dev.perseat.licensing.testkit.builder;

import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import java.util.TreeSet;

/**
 * What can be said of a SKU and of what was bought of it.
 *
 * @since 0.1
 */
public final class SkuClause extends TenantSentence {
    private final SkuId id;

    SkuClause(Parts parts, String id, String... plans) {
        super(parts);
        this.id = SkuId.of(id);
        Sku sku = parts.sku(this.id);
        TreeSet<ServicePlanId> all = new TreeSet<>(sku.servicePlans());
        all.addAll(parts.plans(plans));
        parts.put(new Sku(this.id, sku.partNumber(), sku.appliesTo(), all));
    }

    /**
     * Buys seats, in place of those bought before.
     *
     * @param seats how many
     * @return this
     */
    public SkuClause seats(int seats) {
        return units(PrepaidUnits.of(seats));
    }

    /**
     * Buys units, in place of those bought before.
     *
     * @param units the units
     * @return this
     */
    public SkuClause units(PrepaidUnits units) {
        parts.put(new Subscription(id, units, parts.subscription(id).capabilityStatus()));
        return this;
    }

    /**
     * Sets what the subscription currently allows. There is one from then on, perhaps of no seat.
     *
     * @param status the status
     * @return this
     */
    public SkuClause status(CapabilityStatus status) {
        parts.put(new Subscription(id, parts.subscription(id).prepaidUnits(), status));
        return this;
    }

    /**
     * Says that the SKU serves the company as a whole.
     *
     * @return this
     */
    public SkuClause forCompany() {
        Sku sku = parts.sku(id);
        parts.put(new Sku(id, sku.partNumber(), AppliesTo.COMPANY, sku.servicePlans()));
        return this;
    }
}
