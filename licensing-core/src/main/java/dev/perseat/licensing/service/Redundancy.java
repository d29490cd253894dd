package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.RedundantLicense;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which direct licences users do not need. */
final class Redundancy {
    private Redundancy() {}

    /** Returns the redundant licences of a user, by SKU. */
    static List<RedundantLicense> of(UserId user, LiveCalculation live) {
        List<LicenseAssignmentState> states = live.states(user);
        List<RedundantLicense> redundant = new ArrayList<>();
        for (LicenseAssignmentState direct : states) {
            if (direct.source().isDirect() && direct.isHeld()) {
                addIfRedundant(user, direct, states, redundant);
            }
        }
        return redundant;
    }

    private static void addIfRedundant(
            UserId user,
            LicenseAssignmentState direct,
            List<LicenseAssignmentState> states,
            List<RedundantLicense> redundant) {
        List<GroupId> groups = new ArrayList<>();
        NavigableSet<ServicePlanId> plans = new TreeSet<>();
        for (LicenseAssignmentState state : states) {
            if (state.skuId().equals(direct.skuId()) && isGiven(state)) {
                state.source().group().ifPresent(groups::add);
                plans.addAll(state.enabledPlans());
            }
        }
        if (!groups.isEmpty() && plans.containsAll(direct.enabledPlans())) {
            redundant.add(new RedundantLicense(user, direct.skuId(), direct.enabledPlans(), groups, plans));
        }
    }

    /** A retained licence would go with the next change, so it proves nothing. */
    private static boolean isGiven(LicenseAssignmentState state) {
        return !state.source().isDirect() && state.isHeld() && state.violation() == null;
    }

    /** Returns the plans that a user has now, from whichever licence in effect. */
    static NavigableSet<ServicePlanId> plans(UserId user, LiveCalculation live) {
        NavigableSet<ServicePlanId> plans = new TreeSet<>();
        for (LicenseAssignmentState state : live.states(user)) {
            if (state.isHeld() && state.status() != AssignmentStatus.DISABLED) {
                plans.addAll(state.enabledPlans());
            }
        }
        return plans;
    }
}
