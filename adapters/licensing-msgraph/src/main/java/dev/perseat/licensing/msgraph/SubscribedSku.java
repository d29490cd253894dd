package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import java.util.List;

/**
 * What one entry of subscribedSkus.json says.
 *
 * @param sku the SKU
 * @param plans its plans as this entry describes them, without rules
 * @param subscription what the tenant has of it
 */
record SubscribedSku(Sku sku, List<ServicePlan> plans, Subscription subscription) {}
