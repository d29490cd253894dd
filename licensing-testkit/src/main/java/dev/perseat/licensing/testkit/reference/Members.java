package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Section 3: who is a member of what, worked out for every group. */
final class Members {
    private final TenantSnapshot snapshot;
    private final SortedMap<GroupId, SortedSet<UserId>> ofGroup = new TreeMap<>();

    Members(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        for (Group group : snapshot.groups()) {
            ofGroup.put(group.id(), usersOf(group.id()));
        }
    }

    /** Section 3; cycles are fine, since no group is looked at twice. */
    private SortedSet<UserId> usersOf(GroupId group) {
        Set<GroupId> reachable = new TreeSet<>(List.of(group));
        if (snapshot.policy().nestedGroups() == NestedGroups.TRANSITIVE) {
            Deque<GroupId> open = new ArrayDeque<>(reachable);
            while (!open.isEmpty()) {
                snapshot.memberGroups(open.remove()).stream()
                        .filter(reachable::add)
                        .forEach(open::add);
            }
        }
        SortedSet<UserId> users = new TreeSet<>();
        reachable.forEach(each -> users.addAll(snapshot.memberUsers(each)));
        return Collections.unmodifiableSortedSet(users);
    }

    SortedSet<UserId> of(GroupId group) {
        return Objects.requireNonNull(ofGroup.get(snapshot.group(group).id()));
    }

    List<GroupId> groupsOf(UserId user) {
        UserId known = snapshot.user(user).id();
        List<GroupId> groups = new ArrayList<>();
        ofGroup.forEach((group, users) -> {
            if (users.contains(known)) {
                groups.add(group);
            }
        });
        return Collections.unmodifiableList(groups);
    }

    boolean isMember(UserId user, GroupId group) {
        return of(group).contains(snapshot.user(user).id());
    }
}
