package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import java.util.List;

/**
 * Who is in which group in the sense of the policy (section 3 of the law): with {@link
 * LicensingPolicy.NestedGroups#DIRECT} the users who are members of the group itself, with {@link
 * LicensingPolicy.NestedGroups#TRANSITIVE} also those of every group below it. Directories call this transitive members,
 * transitive <i>member of</i>, and checking member groups. It is about every group, whatever its kind and whether or not it
 * has licences, and about every user, disabled accounts included. The member groups of a group are not among its members.
 *
 * <p>A {@link CompiledTenant} answers for the tenant that was compiled, a {@link LiveCalculation} for the tenant as the
 * latest change left it. Nothing is worked out for the whole tenant, neither at first nor later: each question follows the
 * nesting from where it begins, and costs what it finds; with nested groups, also one bit for each group of the tenant.
 *
 * @since 0.1
 */
public interface Memberships {
    /**
     * Returns the members of a group, each once. Costs in proportion to the groups below and to their direct members; one
     * who is a direct member of several of these groups counts that often.
     *
     * @param group the group
     * @return the users by id; unmodifiable, with random access, and not changed by anything later
     * @throws IllegalArgumentException if there is no such group
     */
    List<UserId> memberIds(GroupId group);

    /**
     * Returns how many members a group has. Costs what {@link #memberIds} costs, but makes no list; where no groups below
     * count, the number is known.
     *
     * @param group the group
     * @return the number of users
     * @throws IllegalArgumentException if there is no such group
     */
    int memberCount(GroupId group);

    /**
     * Returns the groups that have a user as a member. Costs in proportion to these groups and to their direct memberships
     * in groups.
     *
     * @param user the user
     * @return the groups by id; unmodifiable, with random access, and not changed by anything later
     * @throws IllegalArgumentException if there is no such user
     */
    List<GroupId> groupsOf(UserId user);

    /**
     * Returns whether a user is a member of a group. Costs at most what {@link #groupsOf} costs, of which no list is made,
     * and less if the user is a direct member, or the group has no groups below.
     *
     * @param user the user
     * @param group the group
     * @return true if the group is in {@link #groupsOf}
     * @throws IllegalArgumentException if there is no such user or group
     */
    boolean isMember(UserId user, GroupId group);
}
