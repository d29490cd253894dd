package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.Head;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StoredTenant;
import dev.perseat.licensing.testkit.internal.SortedTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One moment of a tenant in memory: made of parts that never change, so there is nothing to close. */
record InMemoryTenant(
        Head head,
        ClosedTenant closed,
        SortedTree<UserId, List<HeldLicense>> held,
        List<Step> openSteps,
        List<AuditRecord> appliedEntries,
        List<PostponedChange> postponed)
        implements StoredTenant {
    private TenantSnapshot snapshot() {
        return closed.snapshot();
    }

    @Override
    public Tenant tenant() {
        return snapshot().tenant();
    }

    @Override
    public LicensingPolicy policy() {
        return snapshot().policy();
    }

    @Override
    public List<ServicePlan> servicePlans() {
        return snapshot().servicePlans();
    }

    @Override
    public List<Sku> skus() {
        return snapshot().skus();
    }

    @Override
    public List<Subscription> subscriptions() {
        TenantSnapshot snapshot = snapshot();
        return snapshot.skus().stream()
                .map(sku -> snapshot.subscription(sku.id()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Stream<Group> groups() {
        return snapshot().groups().stream();
    }

    @Override
    public Stream<User> users() {
        return snapshot().users().stream();
    }

    @Override
    public Stream<Membership> memberships() {
        TenantSnapshot snapshot = snapshot();
        return snapshot.groups().stream()
                .map(Group::id)
                .flatMap(group -> Stream.concat(
                        snapshot.memberUsers(group).stream().map(user -> Membership.of(group, user)),
                        snapshot.memberGroups(group).stream().map(member -> Membership.of(group, member))));
    }

    @Override
    public Stream<Holding> holdings() {
        return held.entries().map(it -> new Holding(it.getKey(), it.getValue()));
    }

    @Override
    public Stream<AuditRecord> applied() {
        return appliedEntries.stream();
    }

    @Override
    public void close() {
        // Nothing is held that somebody else could lack.
    }
}
