package dev.perseat.licensing.directory;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;

/**
 * One direct member of a group: a user or a group.
 *
 * @since 0.1
 */
public sealed interface Membership {
    /**
     * Returns the group that has the member.
     *
     * @return the group
     */
    GroupId groupId();

    /**
     * A user in a group.
     *
     * @param groupId the group
     * @param member the user
     * @since 0.1
     */
    record OfUser(GroupId groupId, UserId member) implements Membership {}

    /**
     * A group in a group.
     *
     * @param groupId the group that has the member
     * @param member the group that is the member
     * @since 0.1
     */
    record OfGroup(GroupId groupId, GroupId member) implements Membership {}

    /**
     * Returns the membership of a user.
     *
     * @param group the group
     * @param member the user
     * @return the membership
     */
    static Membership of(GroupId group, UserId member) {
        return new OfUser(group, member);
    }

    /**
     * Returns the membership of a group.
     *
     * @param group the group that has the member
     * @param member the group that is the member
     * @return the membership
     */
    static Membership of(GroupId group, GroupId member) {
        return new OfGroup(group, member);
    }
}
