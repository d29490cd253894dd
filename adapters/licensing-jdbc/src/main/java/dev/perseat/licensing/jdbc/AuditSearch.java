package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statement that answers a query of the audit trail. Each condition has an index that goes on by sequence, so that a page
 * costs its size. Of several activities each is searched by itself, since an index of them is in order only within one.
 */
final class AuditSearch {
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final String sql;

    AuditSearch(UUID tenant, AuditQuery query, long afterSequence, int limit) {
        if (isNarrow(query)) {
            sql = select(tenant, query, query.activities(), afterSequence, limit);
        } else {
            String branches = query.activities().stream()
                    .map(activity -> "(" + select(tenant, query, List.of(activity), afterSequence, limit) + ")")
                    .collect(Collectors.joining(" union all "));
            sql = "select * from (" + branches + ") as found order by sequence limit ?";
            parameters.add(limit);
        }
    }

    String sql() {
        return sql;
    }

    @Nullable
    Object[] parameters() {
        return parameters.toArray();
    }

    /** Whether one index finds the entries, so that their activities need only be compared. */
    private static boolean isNarrow(AuditQuery query) {
        return query.target() != null
                || query.cause() != null
                || query.actorId() != null
                || query.activities().size() == 1
                || query.activities().size() == Activity.values().length;
    }

    private String select(
            UUID tenant, AuditQuery query, Collection<Activity> activities, long afterSequence, int limit) {
        StringBuilder text = new StringBuilder("select ")
                .append(AuditReader.COLUMNS)
                .append(" from perseat_audit where tenant = ? and sequence > ?");
        parameters.add(tenant);
        parameters.add(afterSequence);
        addTimes(text, query);
        addActor(text, query.actorId());
        addTarget(text, query.target());
        OperationId cause = query.cause();
        if (cause != null) {
            add(text, " and cause = ?", cause.number());
        }
        addActivities(text, activities);
        add(text, " order by tenant, " + first(query, activities) + "sequence limit ?", limit);
        return text.toString();
    }

    /** The column after which an index goes on by sequence: H2 sees that an index is in order only if all its columns are named. */
    private static String first(AuditQuery query, Collection<Activity> activities) {
        if (query.target() != null) {
            return "target, ";
        } else if (query.cause() != null) {
            return "cause, ";
        } else if (query.actorId() != null && !query.actorId().equals(AuditWriter.LIBRARY)) {
            return "actor, ";
        }
        return activities.size() == 1 && !activities.contains(Activity.CHANGE_USER_LICENSE) ? "activity, " : "";
    }

    private void addTimes(StringBuilder text, AuditQuery query) {
        Instant from = query.fromInclusive();
        if (from != null) {
            add(text, " and at_micros >= ?", Micros.notBefore(from));
        }
        Instant to = query.toExclusive();
        if (to != null) {
            add(text, " and at_micros < ?", Micros.notBefore(to));
        }
    }

    private void addActor(StringBuilder text, @Nullable String actorId) {
        if (AuditWriter.LIBRARY.equals(actorId)) {
            text.append(" and actor is null");
        } else if (actorId != null) {
            add(text, " and actor = ?", HashKey.of(ContentKind.ACTOR.write(actorId)));
        }
    }

    private void addTarget(StringBuilder text, @Nullable Target target) {
        if (target != null) {
            add(text, " and target = ?", AuditWriter.targetKey(target));
        }
    }

    private static void addActivities(StringBuilder text, Collection<Activity> activities) {
        List<String> codes = new ArrayList<>();
        boolean isUsualWanted = false;
        for (Activity activity : activities) {
            Short code = AuditWriter.code(activity);
            isUsualWanted |= code == null;
            if (code != null) {
                codes.add(code.toString());
            }
        }
        if (codes.size() == Activity.values().length - 1 && isUsualWanted) {
            return;
        }
        String others = codes.isEmpty() ? "" : "activity in (" + String.join(", ", codes) + ")";
        String usual = isUsualWanted ? "activity is null" : "";
        text.append(" and (")
                .append(others)
                .append(others.isEmpty() || usual.isEmpty() ? "" : " or ")
                .append(usual)
                .append(')');
    }

    private void add(StringBuilder text, String condition, Object parameter) {
        text.append(condition);
        parameters.add(parameter);
    }
}
