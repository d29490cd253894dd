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
 * The statement that answers a query of the audit trail. Each condition but the time has an index that goes on by
 * sequence, so that a page costs its size; the columns of that index are all named in the order, since otherwise H2 does not
 * see it. Of several activities each is searched by itself, since an index of them is in order only within one.
 */
final class AuditSearch {
    private static final int USUAL = Codes.ACTIVITY.of(Activity.CHANGE_USER_LICENSE);

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
        return !indexed(query).isEmpty()
                || query.activities().size() == 1
                || query.activities().size() == Activity.values().length;
    }

    /** The column by which few entries are found, whatever their activities, or nothing. */
    private static String indexed(AuditQuery query) {
        if (query.target() != null) {
            return "target";
        } else if (query.cause() != null) {
            return "cause";
        }
        return query.actorId() == null || query.actorId().equals(AuditWriter.LIBRARY) ? "" : "actor";
    }

    private String select(
            UUID tenant, AuditQuery query, Collection<Activity> activities, long afterSequence, int limit) {
        StringBuilder text = new StringBuilder("select ")
                .append(AuditReader.COLUMNS)
                .append(" from perseat_audit where tenant = ? and sequence > ?");
        parameters.add(tenant);
        parameters.add(afterSequence);
        addTimes(text, query);
        addActor(text, query.actorId(), indexed(query));
        addTarget(text, query.target());
        OperationId cause = query.cause();
        if (cause != null) {
            add(text, " and cause = ?", cause.number());
        }
        String indexed = indexed(query);
        if (indexed.isEmpty() && activities.size() == 1 && !activities.contains(Activity.CHANGE_USER_LICENSE)) {
            indexed = "activity";
        }
        addActivities(text, activities, indexed);
        add(text, " order by tenant, " + (indexed.isEmpty() ? "" : indexed + ", ") + "sequence limit ?", limit);
        return text.toString();
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

    /** PostgreSQL does not find rows by what is only not distinct. */
    private void addActor(StringBuilder text, @Nullable String actorId, String indexed) {
        if (AuditWriter.LIBRARY.equals(actorId)) {
            text.append(" and actor is null");
        } else if (actorId != null) {
            String condition = indexed.equals("actor") ? " and actor = ?" : " and actor is not distinct from ?";
            add(text, condition, HashKey.of(ContentKind.ACTOR.write(actorId)));
        }
    }

    private void addTarget(StringBuilder text, @Nullable Target target) {
        if (target != null) {
            add(text, " and target = ?", AuditWriter.targetKey(target));
        }
    }

    /** Unless they have to be found by their activity, entries are compared so that no database tries to find them by it. */
    private static void addActivities(StringBuilder text, Collection<Activity> activities, String indexed) {
        if (activities.size() < Activity.values().length) {
            String column = indexed.equals("activity") ? indexed : "coalesce(activity, " + USUAL + ")";
            text.append(activities.stream()
                    .map(activity -> Integer.toString(Codes.ACTIVITY.of(activity)))
                    .collect(Collectors.joining(", ", " and " + column + " in (", ")")));
        }
    }

    private void add(StringBuilder text, String condition, Object parameter) {
        text.append(condition);
        parameters.add(parameter);
    }
}
