package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.StoredTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the open steps of a tenant begin from: the tenant after the last closed step, and what had been decided for its users
 * by then. What the store holds already of later steps is taken back, and what it does not hold of earlier ones is added.
 */
record BaseState(TenantSnapshot snapshot, Holdings holdings) {
    static BaseState read(StoredTenant stored) {
        return new BaseState(snapshot(stored), holdings(stored));
    }

    private static TenantSnapshot snapshot(StoredTenant stored) {
        TenantSnapshot.Builder builder = TenantSnapshot.builder(stored.tenant()).policy(stored.policy());
        stored.servicePlans().forEach(builder::servicePlan);
        stored.skus().forEach(builder::sku);
        stored.subscriptions().forEach(builder::subscription);
        try (Stream<Group> groups = stored.groups()) {
            groups.forEach(builder::group);
        }
        try (Stream<User> users = stored.users()) {
            users.forEach(builder::user);
        }
        try (Stream<Membership> memberships = stored.memberships()) {
            memberships.forEach(it -> add(it, builder));
        }
        return builder.build();
    }

    static void add(Membership membership, TenantSnapshot.Builder builder) {
        if (membership instanceof Membership.OfUser it) {
            builder.member(it.groupId(), it.member());
        } else if (membership instanceof Membership.OfGroup it) {
            builder.member(it.groupId(), it.member());
        }
    }

    private static Holdings holdings(StoredTenant stored) {
        TreeMap<UserId, List<HoldingChange>> corrections = corrections(stored);
        Holdings.Builder holdings = Holdings.builder();
        try (Stream<StoredTenant.Holding> all = stored.holdings()) {
            all.forEach(it -> {
                List<HoldingChange> changes = corrections.remove(it.userId());
                List<HeldLicense> held =
                        changes == null ? it.licenses() : HoldingChange.applied(it.licenses(), changes);
                holdings.addAll(it.userId(), held);
            });
        }
        corrections.forEach((user, changes) -> holdings.addAll(user, HoldingChange.applied(List.of(), changes)));
        return holdings.build();
    }

    private static TreeMap<UserId, List<HoldingChange>> corrections(StoredTenant stored) {
        List<AuditEntry> entries = new ArrayList<>();
        try (Stream<AuditRecord> applied = stored.applied()) {
            applied.map(AuditRecord::entry).forEach(entries::add);
        }
        TreeMap<UserId, List<HoldingChange>> corrections = new TreeMap<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            AuditEntry entry = entries.get(i);
            if (entry.target() instanceof Target.OfUser it) {
                List<HoldingChange> back =
                        entry.changes().stream().map(HoldingChange::reversed).toList();
                corrections
                        .computeIfAbsent(it.userId(), any -> new ArrayList<>())
                        .addAll(back);
            }
        }
        for (PostponedChange change : stored.postponed()) {
            if (change.operationId().number() <= stored.head().closedVersion()) {
                corrections
                        .computeIfAbsent(change.change().userId(), any -> new ArrayList<>())
                        .addAll(change.change().changes());
            }
        }
        return corrections;
    }
}
