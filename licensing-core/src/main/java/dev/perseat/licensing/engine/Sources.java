package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.GroupId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The sources of licences as numbers that order as the sources do: direct is 0, then the groups by id. Holdings may be
 * from groups that are gone, so these are numbered along with those of the snapshot.
 */
final class Sources {
    static final int DIRECT = 0;

    private final List<AssignmentSource> sources;
    private final int[] numberOfGroup;

    Sources(TenantSnapshot snapshot, Holdings holdings) {
        SortedSet<GroupId> gone = goneGroups(snapshot, holdings);
        List<AssignmentSource> all = new ArrayList<>();
        all.add(AssignmentSource.direct());
        snapshot.groups().forEach(group -> all.add(AssignmentSource.group(group.id())));
        gone.forEach(group -> all.add(AssignmentSource.group(group)));
        if (!gone.isEmpty()) {
            Collections.sort(all);
        }
        sources = all;
        numberOfGroup = new int[snapshot.groups().size()];
        if (gone.isEmpty()) {
            Arrays.setAll(numberOfGroup, group -> group + 1);
        } else {
            Arrays.setAll(
                    numberOfGroup,
                    group -> number(
                            AssignmentSource.group(snapshot.groups().get(group).id())));
        }
    }

    private static SortedSet<GroupId> goneGroups(TenantSnapshot snapshot, Holdings holdings) {
        SortedSet<GroupId> gone = new TreeSet<>();
        Set<List<HeldLicense>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        holdings.forEach((user, licenses) -> {
            if (seen.add(licenses)) {
                for (HeldLicense license : licenses) {
                    license.source().group().ifPresent(group -> {
                        if (snapshot.groupIndex(group) < 0) {
                            gone.add(group);
                        }
                    });
                }
            }
        });
        return gone;
    }

    int number(AssignmentSource source) {
        return Collections.binarySearch(sources, source);
    }

    int ofGroup(int group) {
        return numberOfGroup[group];
    }

    AssignmentSource source(int number) {
        return sources.get(number);
    }
}
