package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.model.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditSearchTest {
    private static final Instant TIME = Instant.parse("2026-11-25T08:30:00Z");

    @Test
    void everyCombinationOfConditions_isAnsweredByAnIndex() throws Exception {
        SortedSet<String> statements = statements();
        new PostgreSqlPlans().assertIndexed(TestDatabases.migrated(TestDatabases.postgres()), statements);
        new H2Plans().assertIndexed(TestDatabases.migrated(TestDatabases.h2()), statements);
    }

    private static SortedSet<String> statements() {
        SortedSet<String> statements = new TreeSet<>();
        for (String actor : new @Nullable String[] {null, "ann", AuditWriter.LIBRARY}) {
            for (Target target : new @Nullable Target[] {null, Target.of(UserId.of("ann"))}) {
                for (OperationId cause : new @Nullable OperationId[] {null, OperationId.of(7)}) {
                    for (Set<Activity> activities : activities()) {
                        times(actor, target, cause, activities)
                                .forEach(query -> statements.add(new AuditSearch(HashKey.NONE, query, 0, 10).sql()));
                    }
                }
            }
        }
        return statements;
    }

    private static List<Set<Activity>> activities() {
        return List.of(
                EnumSet.allOf(Activity.class),
                EnumSet.of(Activity.SET_POLICY),
                EnumSet.of(Activity.CHANGE_USER_LICENSE),
                EnumSet.of(Activity.SET_POLICY, Activity.SET_GROUP_LICENSE),
                EnumSet.of(Activity.SET_POLICY, Activity.CHANGE_USER_LICENSE));
    }

    private static List<AuditQuery> times(
            @Nullable String actor, @Nullable Target target, @Nullable OperationId cause, Set<Activity> activities) {
        return Arrays.asList(
                new AuditQuery(null, null, actor, target, cause, activities),
                new AuditQuery(TIME, null, actor, target, cause, activities),
                new AuditQuery(null, TIME, actor, target, cause, activities),
                new AuditQuery(TIME, TIME, actor, target, cause, activities));
    }
}
