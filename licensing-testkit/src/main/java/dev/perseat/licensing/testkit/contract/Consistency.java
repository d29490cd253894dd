package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether the answers of one result agree with each other (section 7). */
final class Consistency {
    private final AssignmentResult result;
    private final TenantSnapshot snapshot;

    Consistency(AssignmentResult result) {
        this.result = result;
        this.snapshot = result.snapshot();
    }

    void check() {
        for (int user = 0; user < snapshot.userCount(); user++) {
            UserId id = snapshot.userId(user);
            holdingsAreWhatTheStatesSay(id);
            result.states(id).forEach(this::everyPlanIsEnabledOrNot);
            effectiveLicensesAreThoseNotDisabled(id);
            plansAreThoseOfTheEffectiveLicenses(user);
        }
        result.usage().forEach(this::usageAddsUp);
        result.groups().forEach(Consistency::summaryAddsUp);
        assertThat(result.usersWithErrors()).isSorted();
    }

    private void holdingsAreWhatTheStatesSay(UserId user) {
        List<HeldLicense> held = result.states(user).stream()
                .filter(LicenseAssignmentState::isHeld)
                .map(state -> new HeldLicense(state.source(), state.skuId(), state.enabledPlans()))
                .toList();

        assertThat(result.holdings().of(user)).as("holdings of %s", user).isEqualTo(held);
    }

    private void everyPlanIsEnabledOrNot(LicenseAssignmentState state) {
        SortedSet<ServicePlanId> plans = new TreeSet<>(state.enabledPlans());
        plans.addAll(state.disabledPlans().keySet());
        List<ServicePlanId> expected = snapshot.sku(state.skuId()).servicePlans().stream()
                .filter(plan -> snapshot.servicePlan(plan).appliesTo() == AppliesTo.USER)
                .toList();

        assertThat(plans).as("plans of %s", state).containsExactlyElementsOf(expected);
        assertThat(state.enabledPlans().size() + state.disabledPlans().size())
                .as("plans counted once in %s", state)
                .isEqualTo(plans.size());
    }

    private void effectiveLicensesAreThoseNotDisabled(UserId user) {
        SortedSet<ServicePlanId> plans = new TreeSet<>();
        result.states(user).stream()
                .filter(state -> state.status() != AssignmentStatus.DISABLED)
                .forEach(state -> plans.addAll(state.enabledPlans()));
        SortedSet<ServicePlanId> effective = new TreeSet<>();
        result.effectiveLicenses(user).forEach(license -> effective.addAll(license.enabledPlans()));

        assertThat(effective).as("plans of %s", user).isEqualTo(plans);
    }

    private void plansAreThoseOfTheEffectiveLicenses(int index) {
        UserId user = snapshot.userId(index);
        for (int plan = 0; plan < snapshot.servicePlans().size(); plan++) {
            ServicePlanId id = snapshot.servicePlans().get(plan).id();
            boolean effective = result.effectiveLicenses(user).stream()
                    .anyMatch(license -> license.enabledPlans().contains(id));

            assertThat(result.hasPlan(user, id))
                    .as("whether %s has %s", user, id)
                    .isEqualTo(effective);
            assertThat(result.hasPlan(index, plan))
                    .as("whether %s has %s, by index", user, id)
                    .isEqualTo(effective);
            assertThat(result.explain(user, id).enabled())
                    .as("what is explained of %s and %s", user, id)
                    .isEqualTo(effective);
        }
    }

    private void usageAddsUp(SkuUsage usage) {
        assertThat(usage.consumed())
                .isEqualTo(result.usersOf(usage.skuId()).distinct().count());
        assertThat(usage.overAllocated()).isEqualTo(Math.max(0, usage.consumed() - usage.seats()));
        assertThat(usage.available()).isIn(0L, Math.max(0, usage.seats() - usage.consumed()));
        assertThat(result.usage(usage.skuId())).isEqualTo(usage);
    }

    private static void summaryAddsUp(GroupSummary group) {
        long largest = group.errors().values().stream().reduce(0L, Math::max);
        long sum = group.errors().values().stream().reduce(0L, Long::sum);

        assertThat(group.errors().values()).as("errors of %s", group).doesNotContain(0L);
        assertThat(group.licensed() + largest).as("licensed of %s", group).isLessThanOrEqualTo(group.members());
        if (group.eligible()) {
            assertThat(group.licensed() + sum).as("licensed of %s", group).isGreaterThanOrEqualTo(group.members());
        }
    }
}
