package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.UserId;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the changes of a step to the stored tenant, as {@link dev.perseat.licensing.assignment.TenantSnapshot#with} makes
 * them: what is said last of a thing counts, and who goes loses every membership told before and keeps those told afterwards.
 * Only what the changes name is touched.
 */
final class Closing {
    private final SortedMap<ObjectKey, Optional<byte[]>> objects = new TreeMap<>();
    private final Map<Membership, Told> memberships = new LinkedHashMap<>();
    private final Map<UserId, Integer> goneUsers = new LinkedHashMap<>();
    private final Map<GroupId, Integer> goneGroups = new LinkedHashMap<>();
    private Tenant tenant;
    private LicensingPolicy policy;
    private int time;

    private Closing(HeadRow before) {
        tenant = before.tenant();
        policy = before.policy();
    }

    private record ObjectKey(short kind, String id) implements Comparable<ObjectKey> {
        @Override
        public int compareTo(ObjectKey other) {
            return kind == other.kind ? id.compareTo(other.id) : Short.compare(kind, other.kind);
        }
    }

    /** Whether a membership is there, and when that was said. */
    private record Told(boolean isThere, int time) {}

    /** Makes the changes of one step, and returns the head with what they make of it. */
    static HeadRow close(Session session, HeadRow head, long version) throws SQLException {
        Closing closing = new Closing(head);
        new StepLog(session).forEachChange(version, closing::note);
        closing.storeObjects(session);
        closing.storeMemberships(session);
        return head.with(closing.tenant, closing.policy);
    }

    private void note(TenantChange change) {
        if (change instanceof TenantChange.MembershipAdded it) {
            memberships.put(it.membership(), new Told(true, time++));
        } else if (change instanceof TenantChange.MembershipRemoved it) {
            memberships.put(it.membership(), new Told(false, time++));
        } else if (change instanceof TenantChange.UserSet it) {
            set(ObjectKind.USER, it.user());
        } else if (change instanceof TenantChange.UserRemoved it) {
            remove(ObjectKind.USER, it.userId().value());
            goneUsers.put(it.userId(), time++);
        } else if (change instanceof TenantChange.GroupSet it) {
            set(ObjectKind.GROUP, it.group());
        } else if (change instanceof TenantChange.GroupRemoved it) {
            remove(ObjectKind.GROUP, it.groupId().value());
            goneGroups.put(it.groupId(), time++);
        } else {
            noteProducts(change);
        }
    }

    private void noteProducts(TenantChange change) {
        if (change instanceof TenantChange.SubscriptionSet it) {
            set(ObjectKind.SUBSCRIPTION, it.subscription());
        } else if (change instanceof TenantChange.SubscriptionRemoved it) {
            remove(ObjectKind.SUBSCRIPTION, it.skuId().value());
        } else if (change instanceof TenantChange.SkuSet it) {
            set(ObjectKind.SKU, it.sku());
        } else if (change instanceof TenantChange.SkuRemoved it) {
            remove(ObjectKind.SKU, it.skuId().value());
        } else if (change instanceof TenantChange.ServicePlanSet it) {
            set(ObjectKind.SERVICE_PLAN, it.servicePlan());
        } else if (change instanceof TenantChange.ServicePlanRemoved it) {
            remove(ObjectKind.SERVICE_PLAN, it.servicePlanId().value());
        } else if (change instanceof TenantChange.PolicySet it) {
            policy = it.policy();
        } else if (change instanceof TenantChange.TenantSet it) {
            tenant = it.tenant();
        }
    }

    private <T> void set(ObjectKind<T> kind, T thing) {
        objects.put(new ObjectKey(kind.number(), kind.id().apply(thing)), Optional.of(kind.body(thing)));
    }

    private void remove(ObjectKind<?> kind, String id) {
        objects.put(new ObjectKey(kind.number(), id), Optional.empty());
    }

    private void storeObjects(Session session) throws SQLException {
        Rows set = Rows.upsert(session, Table.OBJECT);
        Rows removed = Rows.delete(session, Table.OBJECT);
        for (Map.Entry<ObjectKey, Optional<byte[]>> each : objects.entrySet()) {
            short kind = each.getKey().kind;
            byte[] id = IdKey.of(each.getKey().id);
            if (each.getValue().isPresent()) {
                set.add(kind, id, each.getValue().orElseThrow());
            } else {
                removed.add(kind, id);
            }
        }
        set.flush();
        removed.flush();
    }

    private void storeMemberships(Session session) throws SQLException {
        removeGone(session);
        Rows added = Rows.insertNew(session, Table.MEMBERSHIP);
        Rows removed = Rows.delete(session, Table.MEMBERSHIP);
        for (Map.Entry<Membership, Told> each : memberships.entrySet()) {
            if (each.getValue().isThere && each.getValue().time > timeGone(each.getKey())) {
                MemberRows.add(added, each.getKey());
            } else {
                MemberRows.addKey(removed, each.getKey());
            }
        }
        removed.flush();
        added.flush();
    }

    private void removeGone(Session session) throws SQLException {
        Rows ofMembers = Rows.delete(session, Table.MEMBERSHIPS_OF_MEMBER);
        Rows ofGroups = Rows.delete(session, Table.MEMBERSHIPS_OF_GROUP);
        for (UserId user : goneUsers.keySet()) {
            ofMembers.add(MemberRows.memberKey(user));
        }
        for (GroupId group : goneGroups.keySet()) {
            ofMembers.add(MemberRows.memberKey(group));
            ofGroups.add(MemberRows.key(group));
        }
        ofMembers.flush();
        ofGroups.flush();
    }

    /** Returns when the group or the member went last, or -1 for never. */
    private int timeGone(Membership membership) {
        int group = goneGroups.getOrDefault(membership.groupId(), -1);
        int member = -1;
        if (membership instanceof Membership.OfUser it) {
            member = goneUsers.getOrDefault(it.member(), -1);
        } else if (membership instanceof Membership.OfGroup it) {
            member = goneGroups.getOrDefault(it.member(), -1);
        }
        return Math.max(group, member);
    }
}
