package dev.perseat.licensing.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A product that is bought by the seat: a set of service plans.
 *
 * @param id the id
 * @param partNumber the name that invoices and scripts use, such as {@code ENTERPRISEPACK}; perhaps empty
 * @param appliesTo whom it serves; a SKU for the company cannot be assigned
 * @param servicePlans its plans, by id; unmodifiable
 * @since 0.1
 */
public record Sku(SkuId id, String partNumber, AppliesTo appliesTo, SortedSet<ServicePlanId> servicePlans) {
    /**
     * Copies the plans.
     *
     * @param id the id
     * @param partNumber the name that invoices and scripts use
     * @param appliesTo whom it serves
     * @param servicePlans its plans, in natural order
     */
    public Sku {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(partNumber, "partNumber");
        Objects.requireNonNull(appliesTo, "appliesTo");
        servicePlans = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) servicePlans));
    }

    /**
     * Returns a SKU for users.
     *
     * @param id the id
     * @param partNumber the name that invoices and scripts use
     * @param servicePlans its plans; one named twice counts once
     * @return the SKU
     */
    public static Sku of(SkuId id, String partNumber, Collection<ServicePlanId> servicePlans) {
        return new Sku(id, partNumber, AppliesTo.USER, new TreeSet<>(servicePlans));
    }
}
