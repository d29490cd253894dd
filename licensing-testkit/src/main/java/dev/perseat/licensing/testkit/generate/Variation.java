package dev.perseat.licensing.testkit.generate;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Subscription;
import java.util.function.UnaryOperator;

/**
 * Makes a tenant that differs from another in one respect: for laws about what a change may do.
 *
 * @since 0.1
 */
public final class Variation {
    private Variation() {}

    /**
     * Changes what a tenant has bought.
     *
     * @param snapshot the tenant
     * @param change takes each subscription, by SKU, and returns the one in its place, of the same SKU
     * @return the changed copy
     */
    public static TenantSnapshot ofSubscriptions(TenantSnapshot snapshot, UnaryOperator<Subscription> change) {
        TenantDraft draft = TenantDraft.from(snapshot);
        draft.subscriptions.replaceAll(change);
        return draft.build();
    }
}
