package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one place where sentences are made of reasons.
 *
 * <p>Products are named by part number, plans by technical name, groups by display name and id; whatever has no name that
 * is clear, and every user, is named by id alone. Apart from the shared proxy address, which is the reason itself, no
 * personal data gets into a sentence. The text depends on the arguments and the snapshot alone, not on the default
 * locale, and never contains a line break. Its wording may change in any version; programs read the reasons themselves.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class ReasonWriter {
    private final TenantSnapshot snapshot;
    private final ReasonNames names;
    private final ReasonCauses causes;
    private final ReasonRemedies remedies;

    private ReasonWriter(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        this.names = new ReasonNames(snapshot);
        this.causes = new ReasonCauses(snapshot, names);
        this.remedies = new ReasonRemedies(snapshot, names);
    }

    /**
     * Returns a writer of English sentences.
     *
     * @param snapshot the tenant that the reasons are about; it gives the names
     * @return the writer
     */
    public static ReasonWriter english(TenantSnapshot snapshot) {
        return new ReasonWriter(snapshot);
    }

    /**
     * Says what became of a licence of a user, and why.
     *
     * @param user the user
     * @param state one of the user's states
     * @return one sentence
     */
    public String sentence(UserId user, LicenseAssignmentState state) {
        String subject = ReasonNames.capital(names.user(user));
        String licence = names.licence(state.skuId(), state.source());
        return switch (state.status()) {
            case ACTIVE -> subject + " has " + licence + withoutPlans(state) + ".";
            case ACTIVE_WITH_ERROR -> subject + " keeps " + licence + retention(state) + ".";
            case DISABLED ->
                subject + " holds " + licence + ", without effect while the subscription is "
                        + subscriptionStatus(state) + (state.violation() == null ? "" : retention(state)) + ".";
            case ERROR -> subject + " does not get " + licence + ": " + cause(state) + ".";
        };
    }

    /**
     * Says what would mend what is wrong with a licence of a user.
     *
     * @param user the user
     * @param state one of the user's states
     * @return one sentence or two, or an empty text if nothing is wrong
     */
    public String remedy(UserId user, LicenseAssignmentState state) {
        LicenseViolation violation = state.violation();
        String reactivate = state.status() == AssignmentStatus.DISABLED ? remedies.reactivate(state.skuId()) : "";
        if (violation == null) {
            return reactivate;
        }
        String remedy = remedies.remedy(user, state, violation);
        return reactivate.isEmpty() ? remedy : reactivate + " " + remedy;
    }

    /**
     * Says why a user has a plan, or why not, with every reason.
     *
     * @param explanation the explanation
     * @return one sentence
     */
    public String sentence(PlanExplanation explanation) {
        String reasons = explanation.reasons().stream().map(this::reason).collect(Collectors.joining("; "));
        return ReasonNames.capital(names.user(explanation.userId()))
                + (explanation.enabled() ? " has plan " : " does not have plan ") + names.plan(explanation.planId())
                + ": " + reasons + ".";
    }

    /**
     * Says why a plan of a group's licence is switched off.
     *
     * @param missing the plan that lacks another one
     * @return one sentence
     */
    public String sentence(MissingDependency missing) {
        return "Plan " + names.plan(missing.planId()) + " of "
                + names.licence(missing.skuId(), AssignmentSource.group(missing.groupId()))
                + " is switched off, because it requires plan " + names.anyOf(missing.requirement())
                + ", which no licence of the group enables.";
    }

    private String reason(PlanReason reason) {
        if (reason instanceof PlanReason.Enabled enabled) {
            String kept = enabled.assignment().status() == AssignmentStatus.ACTIVE_WITH_ERROR ? ", retained," : "";
            return licence(enabled.assignment()) + kept + " enables it";
        } else if (reason instanceof PlanReason.SubscriptionNotUsable unusable) {
            return licence(unusable.assignment()) + " would enable it, but the subscription is "
                    + ReasonCauses.status(unusable.status());
        } else if (reason instanceof PlanReason.Omitted omitted) {
            return omitted(omitted);
        } else if (reason instanceof PlanReason.Violated violated) {
            return licence(violated.assignment()) + " is in error, because " + causes.cause(violated.violation());
        } else if (reason instanceof PlanReason.GroupNotEligible notEligible) {
            return names.group(notEligible.groupId()) + " has " + names.sku(notEligible.skuId()) + ", but "
                    + whyNotEligible(notEligible.groupId());
        } else if (reason instanceof PlanReason.NotRequested) {
            return "no licence of the user, direct or from a group, is for a product with this plan";
        }
        return "the plan serves the company as a whole and is assigned to nobody";
    }

    private String omitted(PlanReason.Omitted omitted) {
        String licence = licence(omitted.assignment());
        if (omitted.why() instanceof PlanDisablement.ByAdministrator) {
            return licence + " leaves it out, because the administrator switched it off";
        } else if (omitted.why() instanceof PlanDisablement.ByDependency byDependency) {
            return licence + " leaves it out, because it requires plan " + names.anyOf(byDependency.requirement())
                    + ", which no licence of the group enables";
        }
        return licence + ", retained, did not have it";
    }

    private String whyNotEligible(GroupId group) {
        return snapshot.group(group).kind() == GroupKind.DISTRIBUTION
                ? "a distribution group gives its licences to nobody"
                : "a group that is not security-enabled gives its licences to nobody";
    }

    private String licence(LicenseAssignmentState state) {
        return names.licence(state.skuId(), state.source());
    }

    private String retention(LicenseAssignmentState state) {
        String need = state.violation() instanceof LicenseViolation.Dependency dependency
                ? causes.need(dependency)
                : cause(state);
        return ", although the group no longer gives it: " + need;
    }

    private String cause(LicenseAssignmentState state) {
        LicenseViolation violation = state.violation();
        return violation == null ? "nothing stands in the way" : causes.cause(violation);
    }

    private String subscriptionStatus(LicenseAssignmentState state) {
        return snapshot.subscription(state.skuId())
                .map(subscription -> ReasonCauses.status(subscription.capabilityStatus()))
                .orElse("missing");
    }

    private String withoutPlans(LicenseAssignmentState state) {
        List<ServicePlanId> byAdministrator = new ArrayList<>();
        SortedMap<String, List<ServicePlanId>> byDependency = new TreeMap<>();
        state.disabledPlans().forEach((plan, why) -> {
            if (why instanceof PlanDisablement.ByDependency dependency) {
                String clause = names.anyOf(dependency.requirement());
                byDependency.computeIfAbsent(clause, any -> new ArrayList<>()).add(plan);
            } else {
                byAdministrator.add(plan);
            }
        });
        StringBuilder text = new StringBuilder();
        if (!byAdministrator.isEmpty()) {
            text.append("; switched off by the administrator: ").append(names.allOf(byAdministrator));
        }
        byDependency.forEach((clause, plans) -> text.append("; switched off, because no licence of the group enables ")
                .append(clause)
                .append(": ")
                .append(names.allOf(plans)));
        return text.toString();
    }
}
