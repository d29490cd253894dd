package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is worth telling about single users, found in one walk through all of them. */
final class Findings {
    /** The users of one sort of finding: the first few with the licences concerned, and how many there are in all. */
    static final class Part {
        private final int limit;
        private final List<Finding> shown = new ArrayList<>();
        private int users;

        private Part(int limit) {
            this.limit = limit;
        }

        List<Finding> shown() {
            return shown;
        }

        int users() {
            return users;
        }

        private void add(UserId user, List<LicenseAssignmentState> states) {
            if (!states.isEmpty()) {
                users++;
                if (shown.size() < limit) {
                    shown.add(new Finding(user, states));
                }
            }
        }
    }

    /** One user with the licences concerned. */
    record Finding(UserId user, List<LicenseAssignmentState> states) {}

    private final Part errors;
    private final Part retained;
    private final Part redundant;

    private Findings(int limit) {
        errors = new Part(limit);
        retained = new Part(limit);
        redundant = new Part(limit);
    }

    static Findings of(AssignmentResult result, int limit, Progress progress) {
        Findings findings = new Findings(limit);
        TenantSnapshot snapshot = result.snapshot();
        int users = snapshot.userCount();
        for (int i = 0; i < users; i++) {
            UserId user = snapshot.userId(i);
            findings.look(user, result.states(user));
            progress.reported(i + 1, users);
        }
        return findings;
    }

    /** Licences that are not assigned. */
    Part errors() {
        return errors;
    }

    /** Licences that nobody asks for any more, kept since another one needs them. */
    Part retained() {
        return retained;
    }

    /** Direct licences that give nothing that a group's licence for the same product does not give as well. */
    Part redundant() {
        return redundant;
    }

    private void look(UserId user, List<LicenseAssignmentState> states) {
        errors.add(user, states.stream().filter(state -> !state.isHeld()).toList());
        retained.add(user, states.stream().filter(Findings::isRetained).toList());
        redundant.add(
                user,
                states.stream().filter(state -> isRedundant(state, states)).toList());
    }

    private static boolean isRetained(LicenseAssignmentState state) {
        return state.isHeld() && state.violation() != null;
    }

    private static boolean isAccepted(LicenseAssignmentState state) {
        return state.status() == AssignmentStatus.ACTIVE
                || (state.status() == AssignmentStatus.DISABLED && state.violation() == null);
    }

    private static boolean isRedundant(LicenseAssignmentState direct, List<LicenseAssignmentState> states) {
        if (!direct.source().isDirect() || !isAccepted(direct)) {
            return false;
        }
        List<LicenseAssignmentState> inherited = states.stream()
                .filter(state -> !state.source().isDirect() && isAccepted(state))
                .filter(state -> state.skuId().equals(direct.skuId()))
                .toList();
        SortedSet<ServicePlanId> plans = new TreeSet<>();
        inherited.forEach(state -> plans.addAll(state.enabledPlans()));
        return !inherited.isEmpty() && plans.containsAll(direct.enabledPlans());
    }
}
