package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a tenant in their order, without those that a later one makes void: of the changes of one kind to one
 * thing, the last one counts. So a member who comes and goes for years is one change.
 */
final class ChangeLog {
    /** What a change is of. */
    private record Subject(String kind, Object id) {}

    private final Map<Subject, TenantChange> changes = new LinkedHashMap<>();

    void addAll(List<TenantChange> newChanges) {
        for (TenantChange change : newChanges) {
            Subject subject = subject(change);
            changes.remove(subject); // so that it stands where it was told last
            changes.put(subject, change);
        }
    }

    private static Subject subject(TenantChange change) {
        if (change instanceof TenantChange.MembershipAdded it) {
            return new Subject("membership", it.membership());
        } else if (change instanceof TenantChange.MembershipRemoved it) {
            return new Subject("membership", it.membership());
        } else if (change instanceof TenantChange.UserSet it) {
            return new Subject("user", it.user().id());
        } else if (change instanceof TenantChange.UserRemoved it) {
            return new Subject("user gone", it.userId());
        } else if (change instanceof TenantChange.GroupSet it) {
            return new Subject("group", it.group().id());
        } else if (change instanceof TenantChange.GroupRemoved it) {
            return new Subject("group gone", it.groupId());
        } else if (change instanceof TenantChange.SubscriptionSet it) {
            return new Subject("subscription", it.subscription().skuId());
        } else if (change instanceof TenantChange.SubscriptionRemoved it) {
            return new Subject("subscription", it.skuId());
        } else if (change instanceof TenantChange.SkuSet it) {
            return new Subject("SKU", it.sku().id());
        }
        throw new IllegalArgumentException("a change of this kind needs the tenant compiled anew");
    }

    /** Returns what was changed last about the subscription of a SKU, or null if nothing was. */
    @Nullable
    TenantChange ofSubscription(SkuId sku) {
        return changes.get(new Subject("subscription", sku));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    int size() {
        return changes.size();
    }

    List<TenantChange> toList() {
        return new ArrayList<>(changes.values());
    }

    void clear() {
        changes.clear();
    }
}
