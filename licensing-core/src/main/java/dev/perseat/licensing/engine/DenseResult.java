package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Views of an outcome, made on demand. */
final class DenseResult implements AssignmentResult {
    private final Outcome outcome;
    private final DenseTenant tenant;
    private final TenantSnapshot snapshot;
    private final HoldingSets holdingSets;
    private final HeldLists heldLists;
    private final UserFacts users;
    private @Nullable Summaries summaries;
    private @Nullable PlanRows planRows;
    private volatile boolean isAskedForPlans;

    /** A view that no thread is using; each has working memory that is worth keeping. */
    private final AtomicReference<@Nullable StateView> idleView = new AtomicReference<>();

    DenseResult(Outcome outcome) {
        this.outcome = outcome;
        tenant = outcome.tenant;
        snapshot = tenant.snapshot;
        holdingSets = outcome.ledger.holdingSets;
        heldLists = new HeldLists(holdingSets);
        users = new SnapshotUsers(outcome);
    }

    /** Returns the numbers; counted when they are first asked for. */
    private synchronized Summaries summaries() {
        if (summaries == null) {
            summaries = new Summaries(outcome.ledger, outcome.seats, outcome.usersOfProfiles(), outcome.verdicts());
        }
        return summaries;
    }

    @Override
    public TenantSnapshot snapshot() {
        return snapshot;
    }

    private int index(UserId user) {
        return existing(snapshot.userIndex(user), "user", user.value());
    }

    private int index(SkuId sku) {
        return existing(snapshot.skuIndex(sku), "SKU", sku.value());
    }

    /** Refuses what is not there; the snapshot has negative indexes for that. */
    static int existing(int index, String kind, String id) {
        if (index < 0) {
            throw new IllegalArgumentException("there is no " + kind + " '" + id + "' in this tenant");
        }
        return index;
    }

    @Override
    public List<LicenseAssignmentState> states(UserId user) {
        int index = index(user);
        StateView idle = idleView.getAndSet(null);
        StateView view = idle == null ? newView() : idle;
        List<LicenseAssignmentState> states = view.states(index);
        idleView.set(view);
        return states;
    }

    private StateView newView() {
        return new StateView(outcome.ledger, outcome.seats, users, tenant.sharedAddresses);
    }

    @Override
    public List<EffectiveLicense> effectiveLicenses(UserId user) {
        int holding = outcome.holdingOf(index(user));
        SortedMap<SkuId, TreeSet<ServicePlanId>> plansOfSku = new TreeMap<>();
        for (int entry = 0; entry < holdingSets.entryCount(holding); entry++) {
            int sku = holdingSets.sku(holding, entry);
            if (outcome.seats.usable[sku]) {
                TreeSet<ServicePlanId> plans =
                        plansOfSku.computeIfAbsent(tenant.catalog.skuId(sku), any -> new TreeSet<>());
                int planSet = holdingSets.planSet(holding, entry);
                for (int k = 0; k < holdingSets.planSets.length(planSet); k++) {
                    plans.add(tenant.catalog.planId(holdingSets.planSets.get(planSet, k)));
                }
            }
        }
        List<EffectiveLicense> licenses = new ArrayList<>();
        plansOfSku.forEach((sku, plans) -> licenses.add(new EffectiveLicense(sku, plans)));
        return List.copyOf(licenses);
    }

    @Override
    public boolean hasPlan(UserId user, ServicePlanId plan) {
        return hasPlan(index(user), existing(snapshot.servicePlanIndex(plan), "service plan", plan.value()));
    }

    @Override
    public boolean hasPlan(int user, int plan) {
        Objects.checkIndex(plan, tenant.catalog.planCount);
        int holding = outcome.holdingOf(user);
        PlanRows rows = isAskedForPlans ? planRows : planRows();
        return rows == null ? holdingSets.hasPlan(holding, plan, outcome.seats.usable) : rows.hasPlan(holding, plan);
    }

    /** Returns the rows of plans, if there are any; made when they are first asked for. */
    private synchronized @Nullable PlanRows planRows() {
        if (!isAskedForPlans) {
            planRows = PlanRows.of(outcome);
            isAskedForPlans = true; // the last write, so that who sees it sees the rows
        }
        return planRows;
    }

    @Override
    public Stream<UserId> usersOf(SkuId sku) {
        int wanted = index(sku);
        return users(user -> holdingSets.skuSets().contains(holdingSets.skuSet(outcome.holdingOf(user)), wanted));
    }

    @Override
    public Stream<UserId> usersWithErrors() {
        Verdicts verdicts = outcome.verdicts();
        return users(user -> verdicts.of(outcome.profileOf(user)).hasError());
    }

    private Stream<UserId> users(IntPredicate condition) {
        return IntStream.range(0, snapshot.userCount()).filter(condition).mapToObj(snapshot::userId);
    }

    @Override
    public List<GroupId> licensedGroups(UserId user) {
        int grantSet = outcome.ledger.grantSet(outcome.profileOf(index(user)));
        return IntStream.range(0, tenant.grantSets.length(grantSet))
                .mapToObj(k -> tenant.bundles.grant(tenant.grantSets.get(grantSet, k)).group)
                .map(group -> snapshot.groups().get(group).id())
                .toList();
    }

    @Override
    public List<SkuUsage> usage() {
        return IntStream.range(0, snapshot.skus().size())
                .mapToObj(summaries()::usage)
                .toList();
    }

    @Override
    public SkuUsage usage(SkuId sku) {
        return summaries().usage(index(sku));
    }

    @Override
    public List<GroupSummary> groups() {
        List<Group> groups = snapshot.groups();
        return IntStream.range(0, groups.size())
                .filter(group -> tenant.grantOfGroup[group] != Bundles.NO_GRANT)
                .mapToObj(group -> summaries().group(group, groups.get(group), tenant.grantOfGroup[group]))
                .toList();
    }

    @Override
    public Holdings holdings() {
        Holdings.Builder holdings = Holdings.builder();
        for (int user = 0; user < snapshot.userCount(); user++) {
            int holding = outcome.holdingOf(user);
            if (holding != IntTuples.EMPTY) {
                holdings.addAll(snapshot.userId(user), heldLists.of(holding));
            }
        }
        return holdings.build();
    }

    @Override
    public Stream<UserChange> changes() {
        return new Changes(outcome, heldLists).stream();
    }
}
