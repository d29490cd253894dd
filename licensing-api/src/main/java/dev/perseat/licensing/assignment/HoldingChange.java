package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A difference between what a user held and what the user holds from now on.
 *
 * @param source the source
 * @param skuId the SKU
 * @param before the plans enabled before, by id, or null if the SKU was not held from the source; unmodifiable
 * @param after the plans enabled from now on, by id, or null if the SKU is not held any more; unmodifiable
 * @since 0.1
 */
public record HoldingChange(
        AssignmentSource source,
        SkuId skuId,
        @Nullable SortedSet<ServicePlanId> before,
        @Nullable SortedSet<ServicePlanId> after) {
    /**
     * Copies the plans.
     *
     * @param source the source
     * @param skuId the SKU
     * @param before the plans enabled before, or null
     * @param after the plans enabled from now on, or null
     * @throws IllegalArgumentException if nothing differs
     */
    public HoldingChange {
        if (before == null ? after == null : before.equals(after)) {
            throw new IllegalArgumentException("SKU '" + skuId + "', source " + source + ": nothing changes");
        }
        before = copy(before);
        after = copy(after);
    }

    private static @Nullable SortedSet<ServicePlanId> copy(@Nullable SortedSet<ServicePlanId> plans) {
        return plans == null
                ? null
                : Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) plans));
    }

    /**
     * Returns what differs between two lists of licences of one user.
     *
     * @param before what was held, by source and SKU
     * @param after what is held, by source and SKU
     * @return the changes that make the one of the other, by source and SKU; unmodifiable
     */
    public static List<HoldingChange> between(List<HeldLicense> before, List<HeldLicense> after) {
        List<HoldingChange> changes = new ArrayList<>();
        int i = 0;
        int k = 0;
        while (i < before.size() || k < after.size()) {
            int order = i == before.size()
                    ? 1
                    : k == after.size() ? -1 : before.get(i).compareTo(after.get(k));
            HeldLicense was = order <= 0 ? before.get(i++) : null;
            HeldLicense is = order >= 0 ? after.get(k++) : null;
            if (was == null) {
                HeldLicense added = after.get(k - 1);
                changes.add(new HoldingChange(added.source(), added.skuId(), null, added.enabledPlans()));
            } else if (is == null || !was.enabledPlans().equals(is.enabledPlans())) {
                changes.add(new HoldingChange(
                        was.source(), was.skuId(), was.enabledPlans(), is == null ? null : is.enabledPlans()));
            }
        }
        return List.copyOf(changes);
    }

    /**
     * Returns what a user holds after some changes. Only what is held from now on of each change counts, not what it says
     * was held before.
     *
     * @param held what was held, by source and SKU
     * @param changes the changes, in the order in which they are made
     * @return what is held, by source and SKU; unmodifiable
     */
    public static List<HeldLicense> applied(List<HeldLicense> held, List<HoldingChange> changes) {
        SortedSet<HeldLicense> licenses = new TreeSet<>(held);
        for (HoldingChange change : changes) {
            HeldLicense license = new HeldLicense(
                    change.source, change.skuId, change.after == null ? Collections.emptySortedSet() : change.after);
            licenses.remove(license);
            if (change.after != null) {
                licenses.add(license);
            }
        }
        return List.copyOf(licenses);
    }

    /**
     * Returns the change that takes this one back.
     *
     * @return the change from what is held now to what was held before
     */
    public HoldingChange reversed() {
        return new HoldingChange(source, skuId, after, before);
    }

    /**
     * What a change does.
     *
     * @since 0.1
     */
    public enum Kind {
        /** The SKU was not held from the source, and is from now on. */
        ADDED,
        /** The SKU was held from the source, and is not any more. */
        REMOVED,
        /** The SKU is held from the source as before, with other plans. */
        PLANS_CHANGED
    }

    /**
     * Returns what the change does.
     *
     * @return the kind
     */
    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.PLANS_CHANGED;
    }
}
