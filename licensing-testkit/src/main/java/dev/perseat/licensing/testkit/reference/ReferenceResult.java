package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Section 7: what is answered, made from what was decided for each user. */
final class ReferenceResult implements AssignmentResult {
    private final TenantSnapshot snapshot;
    private final Catalogue catalogue;
    private final Requests requests;
    private final Holdings given;
    private final Holdings holdings;
    private final SortedMap<UserId, List<LicenseAssignmentState>> states = new TreeMap<>();

    ReferenceResult(
            TenantSnapshot snapshot,
            Catalogue catalogue,
            Requests requests,
            Holdings given,
            SortedMap<UserId, Decision> decisions) {
        this.snapshot = snapshot;
        this.catalogue = catalogue;
        this.requests = requests;
        this.given = given;
        StateWriter writer = new StateWriter(catalogue);
        Holdings.Builder held = Holdings.builder();
        decisions.forEach((user, decision) -> {
            states.put(user, writer.states(decision));
            held.addAll(user, decision.holdings());
        });
        this.holdings = held.build();
    }

    @Override
    public TenantSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public List<LicenseAssignmentState> states(UserId user) {
        return Objects.requireNonNull(states.get(snapshot.user(user).id()));
    }

    /** Section 7: "SKU to union of the plans enabled by accepted and retained sources whose state is not DISABLED". */
    @Override
    public List<EffectiveLicense> effectiveLicenses(UserId user) {
        SortedMap<SkuId, SortedSet<ServicePlanId>> plans = new TreeMap<>();
        for (LicenseAssignmentState state : states(user)) {
            if (state.isHeld() && state.status() != AssignmentStatus.DISABLED) {
                plans.computeIfAbsent(state.skuId(), any -> new TreeSet<>()).addAll(state.enabledPlans());
            }
        }
        return plans.entrySet().stream()
                .map(entry -> new EffectiveLicense(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public boolean hasPlan(UserId user, ServicePlanId plan) {
        ServicePlanId known = snapshot.servicePlan(plan).id();
        return effectiveLicenses(user).stream()
                .anyMatch(license -> license.enabledPlans().contains(known));
    }

    @Override
    public boolean hasPlan(int user, int plan) {
        return hasPlan(snapshot.userId(user), snapshot.servicePlans().get(plan).id());
    }

    @Override
    public Stream<UserId> usersOf(SkuId sku) {
        SkuId known = snapshot.sku(sku).id();
        return states.keySet().stream().filter(user -> holds(user, known));
    }

    private boolean holds(UserId user, SkuId sku) {
        return states(user).stream()
                .anyMatch(state -> state.isHeld() && state.skuId().equals(sku));
    }

    @Override
    public Stream<UserId> usersWithErrors() {
        return states.keySet().stream()
                .filter(user -> states(user).stream().anyMatch(state -> state.violation() != null));
    }

    @Override
    public List<GroupId> licensedGroups(UserId user) {
        UserId known = snapshot.user(user).id();
        return licensedGroups()
                .map(Group::id)
                .filter(group -> members().isMember(known, group))
                .toList();
    }

    private Stream<Group> licensedGroups() {
        return snapshot.groups().stream().filter(group -> !group.licenses().isEmpty());
    }

    @Override
    public List<SkuUsage> usage() {
        return snapshot.skus().stream().map(Sku::id).map(this::usage).toList();
    }

    /** Section 7: "For each SKU: seats, consumed (taken), available (free), over-allocated", and who waits. */
    @Override
    public SkuUsage usage(SkuId sku) {
        long taken = usersOf(sku).count();
        long seats = catalogue.seats(sku);
        long free = catalogue.isUsable(sku) ? Math.max(0, seats - taken) : 0;
        long waiting = states.keySet().stream().filter(user -> waits(user, sku)).count();
        return new SkuUsage(sku, seats, taken, free, Math.max(0, taken - seats), waiting);
    }

    /** Section 7: "they do not hold it, and it caused a CountViolation for them". */
    private boolean waits(UserId user, SkuId sku) {
        LicenseViolation noSeat = new LicenseViolation.Count(sku);
        return !holds(user, sku) && states(user).stream().anyMatch(state -> noSeat.equals(state.violation()));
    }

    @Override
    public List<GroupSummary> groups() {
        return licensedGroups().map(this::summary).toList();
    }

    /** Section 7: "members, members licensed without error, members with an error by kind". */
    private GroupSummary summary(Group group) {
        SortedSet<UserId> members = members().of(group.id());
        long licensed = 0;
        SortedMap<LicenseViolation.Kind, Long> errors = new TreeMap<>();
        for (UserId member : members) {
            SortedSet<LicenseViolation.Kind> kinds = errors(member, group.id());
            // 2: "A licensed group that is not eligible gives nothing"
            if (kinds.isEmpty() && group.isEligible()) {
                licensed++;
            }
            kinds.forEach(kind -> errors.merge(kind, 1L, Long::sum));
        }
        List<MissingDependency> missing =
                group.isEligible() ? new GroupTemplate(catalogue, group).missingDependencies() : List.of();
        return new GroupSummary(group.id(), group.isEligible(), members.size(), licensed, errors, missing);
    }

    /** Section 7: "`Other` is not counted beside the violation that it goes back to". */
    private SortedSet<LicenseViolation.Kind> errors(UserId user, GroupId group) {
        SortedSet<LicenseViolation.Kind> kinds = new TreeSet<>();
        for (LicenseAssignmentState state : states(user)) {
            LicenseViolation violation = state.violation();
            if (violation != null && state.source().equals(AssignmentSource.group(group))) {
                kinds.add(violation.kind());
            }
        }
        kinds.remove(LicenseViolation.Kind.OTHER);
        return kinds;
    }

    /** Section 3. */
    Members members() {
        return requests.members();
    }

    /** Who is a member in the sense of section 3, and what section 7 counts of each. */
    List<GroupMember> members(GroupId group) {
        return members().of(group).stream()
                .map(user -> new GroupMember(user, errors(user, group)))
                .toList();
    }

    @Override
    public Holdings holdings() {
        return holdings;
    }

    /** Section 7: "the changes from the holdings given to the holdings computed, per user". */
    @Override
    public Stream<UserChange> changes() {
        SortedSet<UserId> users = new TreeSet<>(states.keySet());
        given.forEach((user, any) -> users.add(user));
        return users.stream()
                .map(user -> Map.entry(user, Differences.between(given.of(user), holdings.of(user))))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new UserChange(entry.getKey(), entry.getValue()));
    }
}
