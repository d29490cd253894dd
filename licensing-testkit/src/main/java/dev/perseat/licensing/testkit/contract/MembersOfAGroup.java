package dev.perseat.licensing.testkit.contract;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The members of a group with their errors, read from what a result says of its tenant and of each user. */
final class MembersOfAGroup {
    private MembersOfAGroup() {}

    static List<UserId> ids(GroupId group, TenantSnapshot snapshot) {
        SortedSet<UserId> users = new TreeSet<>();
        withThoseBelow(group, snapshot).forEach(each -> users.addAll(snapshot.memberUsers(each)));
        return List.copyOf(users);
    }

    static List<GroupMember> of(GroupId group, AssignmentResult result) {
        return ids(group, result.snapshot()).stream()
                .map(user -> new GroupMember(user, kinds(result.states(user), AssignmentSource.group(group))))
                .toList();
    }

    private static Set<GroupId> withThoseBelow(GroupId group, TenantSnapshot snapshot) {
        Set<GroupId> found = new LinkedHashSet<>(List.of(group));
        if (snapshot.policy().nestedGroups() == NestedGroups.TRANSITIVE) {
            List<GroupId> open = new ArrayList<>(found);
            while (!open.isEmpty()) {
                snapshot.memberGroups(open.remove(open.size() - 1)).stream()
                        .filter(found::add)
                        .forEach(open::add);
            }
        }
        return found;
    }

    private static Set<LicenseViolation.Kind> kinds(List<LicenseAssignmentState> states, AssignmentSource source) {
        Set<LicenseViolation.Kind> kinds = EnumSet.noneOf(LicenseViolation.Kind.class);
        for (LicenseAssignmentState state : states) {
            LicenseViolation violation = state.violation();
            if (violation != null && state.source().equals(source)) {
                kinds.add(violation.kind());
            }
        }
        kinds.remove(LicenseViolation.Kind.OTHER);
        return kinds;
    }
}
