package dev.perseat.licensing.jdbc;

import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads memberships. Their order does not matter, so that their keys are hashes, which are shorter than ids. A
 * member is its kind and its id, as one value: a user and a group with the same id differ.
 */
record MemberRows(Session session) {
    private static final byte USER = 0;
    private static final byte GROUP = 1;

    static UUID key(GroupId group) {
        return HashKey.of(CodeUnits.bytes(group.value()));
    }

    static UUID memberKey(UserId member) {
        return HashKey.of(bytes(USER, member.value()));
    }

    static UUID memberKey(GroupId member) {
        return HashKey.of(bytes(GROUP, member.value()));
    }

    private static byte[] member(Membership membership) {
        return membership instanceof Membership.OfUser it
                ? bytes(USER, it.member().value())
                : bytes(GROUP, ((Membership.OfGroup) membership).member().value());
    }

    private static byte[] bytes(byte kind, String id) {
        byte[] encoded = CodeUnits.bytes(id);
        byte[] bytes = new byte[encoded.length + 1];
        bytes[0] = kind;
        System.arraycopy(encoded, 0, bytes, 1, encoded.length);
        return bytes;
    }

    static void add(Rows rows, Membership membership) throws SQLException {
        byte[] member = member(membership);
        rows.add(
                key(membership.groupId()),
                HashKey.of(member),
                CodeUnits.bytes(membership.groupId().value()),
                member);
    }

    static void addKey(Rows rows, Membership membership) throws SQLException {
        rows.add(key(membership.groupId()), HashKey.of(member(membership)));
    }

    /**
     * Returns the next memberships by key, after one or from the beginning: first the rest of a group, then whole groups.
     * Comparing pairs would not use the index of every database.
     */
    List<Membership> page(@Nullable Membership last, int limit) throws SQLException {
        UUID group = last == null ? HashKey.NONE : key(last.groupId());
        if (last != null) {
            List<Membership> rest = read(
                    "group_key = ? and member_key > ? order by tenant, group_key, member_key",
                    session.tenant(),
                    group,
                    HashKey.of(member(last)),
                    limit);
            if (!rest.isEmpty()) {
                return rest;
            }
        }
        return read("group_key > ? order by tenant, group_key, member_key", session.tenant(), group, limit);
    }

    private List<Membership> read(String condition, Object... parameters) throws SQLException {
        return session.query(
                "select group_id, member from perseat_membership where tenant = ? and " + condition + " limit ?",
                row -> membership(row.getBytes(1), row.getBytes(2)),
                parameters);
    }

    private static Membership membership(byte[] group, byte[] member) {
        GroupId groupId = GroupId.of(CodeUnits.text(group));
        String id = CodeUnits.text(member, 1, member.length);
        return member[0] == USER ? Membership.of(groupId, UserId.of(id)) : Membership.of(groupId, GroupId.of(id));
    }
}
