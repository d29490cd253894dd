package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Queries of a trail by every condition, and entries of every kind for them to find. */
final class StoreQueries {
    /** The same id for each kind, so that only the kind tells them apart; one that is also the id of an operation. */
    private static final List<Target> TARGETS = List.of(
            Target.tenant(),
            Target.of(GroupId.of("op-1")),
            Target.of(UserId.of("op-1")),
            Target.of(SkuId.of("op-1")),
            Target.of(OperationId.of(1)),
            Target.of(GroupId.of("OP-1")));

    private StoreQueries() {}

    /** Entries of every activity about every kind of target, by two actors. */
    static List<AuditEntry> entries(StoreScript script) {
        List<AuditEntry> entries = new ArrayList<>();
        for (Activity activity : Activity.values()) {
            for (Target target : TARGETS) {
                boolean refused = entries.size() % 2 == 0;
                entries.add(new AuditEntry(
                        script.tick(),
                        refused ? "Actor" : "actor",
                        activity,
                        target,
                        refused,
                        refused ? null : OperationId.of(1),
                        List.of(),
                        List.of()));
            }
        }
        return entries;
    }

    static List<AuditQuery> all(StoreModel model) {
        List<AuditRecord> trail = model.trail();
        Instant from = trail.get(trail.size() / 3).entry().at();
        Instant to = trail.get(trail.size() * 2 / 3).entry().at();
        AuditQuery all = AuditQuery.all();
        List<AuditQuery> queries = new ArrayList<>(List.of(
                all,
                all.between(from, to),
                all.between(from, from),
                all.between(from, from.plusNanos(1_000)),
                new AuditQuery(from, null, null, null, null, all.activities()),
                new AuditQuery(null, to, null, null, null, all.activities()),
                all.by("actor"),
                all.by("ACTOR"),
                all.by("%"),
                all.by("actor").about(TARGETS.get(1)).between(StoreScript.BEGIN, to),
                all.by("actor").causedBy(OperationId.of(1)).of(Activity.SET_POLICY),
                all.causedBy(OperationId.of(Long.MAX_VALUE))));
        TARGETS.forEach(target -> queries.add(all.about(target)));
        trail.forEach(it -> queries.add(all.about(it.entry().target())));
        model.log().forEach(step -> queries.add(all.causedBy(step.operation().id())));
        for (Activity activity : Activity.values()) {
            queries.add(all.of(activity));
            queries.add(all.of(activity, Activity.CHANGE_USER_LICENSE).between(from, to));
        }
        return queries.stream().distinct().toList();
    }
}
