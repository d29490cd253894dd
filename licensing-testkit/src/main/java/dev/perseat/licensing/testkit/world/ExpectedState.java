package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.PlanDisablement;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A state as a world says it: of its plans, a state says all or nothing.
 *
 * @param enabled the plans enabled, or null if nothing is said of the plans
 * @param disabled the plans of the SKU that are not enabled, each with the reason; empty if nothing is said of the plans
 */
record ExpectedState(
        UserId user,
        AssignmentSource source,
        SkuId sku,
        AssignmentStatus status,
        @Nullable LicenseViolation violation,
        @Nullable SortedSet<ServicePlanId> enabled,
        SortedMap<ServicePlanId, PlanDisablement> disabled) {
    static final Comparator<ExpectedState> ORDER = Comparator.comparing(ExpectedState::user)
            .thenComparing(ExpectedState::source)
            .thenComparing(ExpectedState::sku);

    static ExpectedState from(UserId user, LicenseAssignmentState state) {
        return new ExpectedState(
                user,
                state.source(),
                state.skuId(),
                state.status(),
                state.violation(),
                state.enabledPlans(),
                state.disabledPlans());
    }

    /** Leaves out the plans if the other state says nothing of them. */
    ExpectedState inDetailOf(ExpectedState other) {
        return other.enabled == null
                ? new ExpectedState(user, source, sku, status, violation, null, new TreeMap<>())
                : this;
    }

    String line() {
        Sentence sentence =
                new Sentence("state").id(user).source(source).id(sku).word(status);
        if (violation != null) {
            sentence.violation(violation);
        }
        if (enabled != null) {
            sentence.word("enabled").ids(enabled);
        }
        sentence.some("by-administrator", disabled(PlanDisablement.ByAdministrator.class))
                .some("not-assigned", disabled(PlanDisablement.NotAssigned.class));
        disabled.forEach((plan, reason) -> {
            if (reason instanceof PlanDisablement.ByDependency dependency) {
                sentence.word("by-dependency").id(plan).clause(dependency.requirement());
            }
        });
        return sentence.toString();
    }

    private List<ServicePlanId> disabled(Class<? extends PlanDisablement> reason) {
        return disabled.entrySet().stream()
                .filter(entry -> reason.isInstance(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    static ExpectedState read(Line line) {
        UserId user = Phrases.user(line);
        AssignmentSource source = Phrases.source(line);
        SkuId sku = Phrases.sku(line);
        AssignmentStatus status = line.constant("a status", AssignmentStatus.values());
        LicenseViolation violation = Phrases.violation(line).orElse(null);
        if (line.accept("enabled")) {
            return new ExpectedState(user, source, sku, status, violation, Phrases.plans(line), readDisabled(line));
        }
        return new ExpectedState(user, source, sku, status, violation, null, new TreeMap<>());
    }

    private static SortedMap<ServicePlanId, PlanDisablement> readDisabled(Line line) {
        SortedMap<ServicePlanId, PlanDisablement> disabled = new TreeMap<>();
        while (!line.atEnd()) {
            if (line.accept("by-administrator")) {
                Phrases.plans(line).forEach(plan -> add(line, disabled, plan, new PlanDisablement.ByAdministrator()));
            } else if (line.accept("not-assigned")) {
                Phrases.plans(line).forEach(plan -> add(line, disabled, plan, new PlanDisablement.NotAssigned()));
            } else {
                line.expect("by-dependency");
                ServicePlanId plan = Phrases.plan(line);
                line.expect("requires");
                PlanRequirement clause = Phrases.clause(line);
                add(line, disabled, plan, new PlanDisablement.ByDependency(clause));
            }
        }
        return disabled;
    }

    private static void add(
            Line line, SortedMap<ServicePlanId, PlanDisablement> disabled, ServicePlanId plan, PlanDisablement reason) {
        if (disabled.put(plan, reason) != null) {
            throw line.error("plan '" + plan + "' is left out twice");
        }
    }
}
