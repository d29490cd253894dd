package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Progress;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.BatchCommit;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StepCommit;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.ChangeGenerator;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A generated tenant and what is committed about it: steps with changes of every kind, batches that tell something of users
 * (what they hold follows from no law, only from the seed), refusals. The same for the same seed.
 */
final class StoreHistory {
    private static final List<UserId> STRANGERS =
            List.of(UserId.of("gone"), UserId.of("Gone"), UserId.of("user \uFFFD"));

    private final SplittableRandom dice;
    private final ChangeGenerator generator;
    private final StoreScript script;
    private final List<Consumer<LicenseStore>> told = new ArrayList<>();
    private TenantSnapshot latest;

    /** Creates the tenant in the store, under a given id. */
    StoreHistory(LicenseStore store, String id, long seed) {
        dice = new SplittableRandom(seed);
        generator = ChangeGenerator.of(seed);
        CalculationCase start = TenantGenerator.of(seed).nextCase();
        latest = StoreTenants.renamed(start.snapshot(), id);
        script = StoreScript.begin(store, latest, start.holdings());
        told.add(it -> it.create(script.newTenant()));
    }

    StoreScript script() {
        return script;
    }

    StoreModel model() {
        return script.model();
    }

    /** Everything that was committed, in order, so that it can be told again. */
    List<Consumer<LicenseStore>> told() {
        return List.copyOf(told);
    }

    /** Takes so many steps. */
    StoreHistory run(int steps) {
        for (int i = 0; i < steps; i++) {
            next();
        }
        return this;
    }

    /** Commits something. */
    void next() {
        int kind = dice.nextInt(10);
        if (kind < 4) {
            StepCommit commit = script.append(step());
            told.add(it -> it.append(commit));
        } else if (kind < 9) {
            BatchCommit commit = script.apply(batch());
            told.add(it -> it.apply(commit));
        } else {
            record();
        }
    }

    private void record() {
        List<AuditEntry> entries = List.of(script.refusal(), script.refusal());
        CommitId commitId = script.record(entries);
        told.add(it -> it.record(script.id(), commitId, entries));
    }

    private StepCommit step() {
        List<TenantChange> changes = dice.nextInt(5) == 0 ? List.of() : generator.nextChanges(latest);
        latest = latest.with(changes);
        StepCommit plain = script.step(changes);
        String token = dice.nextInt(3) == 0 ? "token of " + plain.commitId() : null;
        return new StepCommit(
                plain.commitId(), plain.tenantId(), plain.operation(), changes, token, cancelled(), plain.audit());
    }

    private List<Operation> cancelled() {
        return operations(0.1).stream()
                .filter(operation -> !operation.status().isEnded())
                .map(operation -> operation.ended(OperationStatus.CANCELLED, script.tick()))
                .toList();
    }

    private BatchCommit batch() {
        List<AuditEntry> entries = new ArrayList<>();
        SortedMap<UserId, OperationId> changed = new TreeMap<>();
        for (UserId user : some(users())) {
            changed.put(user, pick(script.model().log()).operation().id());
        }
        changed.forEach((user, cause) -> entries.add(AuditEntry.of(script.tick(), cause, change(user))));
        entries.add(note());
        BatchCommit plain = script.batch(closing(), entries.toArray(new AuditEntry[0]));
        return new BatchCommit(
                plain.commitId(), plain.lease(), plain.audit(), advanced(), postponed(), plain.closedVersion());
    }

    private long closing() {
        long closed = script.model().head().closedVersion();
        long version = script.model().head().version();
        return dice.nextInt(3) == 0 ? dice.nextLong(closed, version + 1) : closed;
    }

    private AuditEntry note() {
        Operation operation = pick(script.model().log()).operation();
        List<ModifiedProperty> properties =
                List.of(new ModifiedProperty("users", "", "12"), new ModifiedProperty("failed", "1", ""));
        return AuditEntry.of(script.tick(), operation.actorId(), Activity.FINISH_APPLYING, operation, properties);
    }

    private List<Operation> advanced() {
        return operations(0.3).stream().map(this::advanced).toList();
    }

    private Operation advanced(Operation operation) {
        if (operation.status().isEnded()) {
            return operation;
        }
        Operation started = operation.startedAt() == null ? operation.started(script.tick(), 1_000) : operation;
        Progress progress = started.progress().plus(dice.nextInt(5), dice.nextInt(3));
        Operation advanced = started.with(progress);
        return dice.nextInt(4) == 0 ? advanced.ended(OperationStatus.COMPLETED_WITH_ERRORS, script.tick()) : advanced;
    }

    private List<Operation> operations(double rate) {
        return script.model().log().stream()
                .map(Step::operation)
                .filter(any -> dice.nextDouble() < rate)
                .toList();
    }

    private List<PostponedChange> postponed() {
        List<PostponedChange> postponed = new ArrayList<>();
        if (dice.nextInt(3) == 0) {
            OperationId cause = pick(script.model().log()).operation().id();
            UserId user = pick(users());
            postponed.add(new PostponedChange(cause, change(user), "value too long for column 7"));
        }
        return postponed;
    }

    /** One to three changes of what a user holds, each of another source and SKU. */
    private UserChange change(UserId user) {
        SortedMap<String, HoldingChange> changes = new TreeMap<>();
        for (int i = dice.nextInt(1, 4); i > 0; i--) {
            AssignmentSource source = pick(sources());
            SkuId sku = pick(skus());
            HeldLicense held = script.model().held(user).stream()
                    .filter(it -> it.source().equals(source) && it.skuId().equals(sku))
                    .findFirst()
                    .orElse(null);
            SortedSet<ServicePlanId> before = held == null ? null : held.enabledPlans();
            changes.put(source + " " + sku, new HoldingChange(source, sku, before, other(before)));
        }
        return new UserChange(
                user,
                changes.values().stream()
                        .sorted(Comparator.comparing(HoldingChange::source).thenComparing(HoldingChange::skuId))
                        .toList());
    }

    private @Nullable SortedSet<ServicePlanId> other(@Nullable SortedSet<ServicePlanId> before) {
        if (before != null && dice.nextBoolean()) {
            return null;
        }
        SortedSet<ServicePlanId> after = new TreeSet<>(
                some(List.of(ServicePlanId.of("plan-1"), ServicePlanId.of("plan-2"), ServicePlanId.of("plan-of-old"))));
        if (after.equals(before)) {
            after.add(ServicePlanId.of("plan of " + after.size()));
        }
        return after;
    }

    private List<UserId> users() {
        List<UserId> users = new ArrayList<>(STRANGERS);
        latest.users().forEach(user -> users.add(user.id()));
        return users;
    }

    private static List<AssignmentSource> sources() {
        return List.of(
                AssignmentSource.direct(),
                AssignmentSource.group(GroupId.of("group-1")),
                AssignmentSource.group(GroupId.of("Group-1")));
    }

    private static List<SkuId> skus() {
        return List.of(SkuId.of("sku-1"), SkuId.of("sku-2"), SkuId.of("sku-of-old"));
    }

    private <T> T pick(List<T> things) {
        return things.get(dice.nextInt(things.size()));
    }

    private <T> List<T> some(List<T> things) {
        return IntStream.range(0, things.size())
                .filter(any -> dice.nextInt(3) == 0)
                .mapToObj(things::get)
                .toList();
    }
}
