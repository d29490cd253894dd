package dev.perseat.licensing.assignment;

/**
 * A snapshot, made ready for calculating: what depends on the tenant alone has been worked out. Immutable and safe for
 * use by several threads.
 *
 * <p>It also tells who is in which group. That question is asked here because its answer needs the nesting of groups both
 * ways round, which a compiled tenant has and a snapshot has not, and needs neither holdings nor a result. Each of the
 * {@link Memberships} can be asked by id or, for asking about very many, by index in the {@linkplain #snapshot()
 * snapshot}. Questions keep nothing, so they take no memory but that of their answers, 4 bytes for each member or group,
 * and do not wait for each other.
 *
 * @since 0.1
 */
public interface CompiledTenant extends Memberships {
    /**
     * Returns the tenant.
     *
     * @return the snapshot that was compiled
     */
    TenantSnapshot snapshot();

    /**
     * Decides for every user of the tenant (sections 2 to 7 of the law).
     *
     * @param holdings what each user holds now; {@link Holdings#empty()} to calculate from scratch. What no longer
     *     exists in the snapshot is dropped, and appears in {@link AssignmentResult#changes()}
     * @return the result, a fixed point: calculating again from its holdings changes nothing
     */
    AssignmentResult calculate(Holdings holdings);

    /**
     * Decides for every user like {@link #calculate}, and goes on from there, change by change.
     *
     * @param holdings what each user holds now
     * @return a live calculation of its own; its first {@link LiveCalculation#result()} is what {@code calculate} returns
     */
    LiveCalculation live(Holdings holdings);

    /**
     * Returns the members of a group like {@link #memberIds}, by index and without making an object of any.
     *
     * @param group the index of the group
     * @return the indexes of the users, ascending, which is by id; a new array
     * @throws IndexOutOfBoundsException if there is no such group
     */
    int[] memberIndexes(int group);

    /**
     * Returns how many members a group has, like {@link #memberCount(dev.perseat.licensing.model.GroupId)}.
     *
     * @param group the index of the group
     * @return the number of users
     * @throws IndexOutOfBoundsException if there is no such group
     */
    int memberCount(int group);

    /**
     * Returns the groups that have a user as a member like {@link #groupsOf}, by index.
     *
     * @param user the index of the user
     * @return the indexes of the groups, ascending, which is by id; a new array
     * @throws IndexOutOfBoundsException if there is no such user
     */
    int[] groupIndexes(int user);

    /**
     * Returns whether a user is a member of a group, both by index.
     *
     * @param user the index of the user
     * @param group the index of the group
     * @return true if the group is in {@link #groupIndexes}
     * @throws IndexOutOfBoundsException if there is no such user or group
     */
    boolean isMember(int user, int group);
}
