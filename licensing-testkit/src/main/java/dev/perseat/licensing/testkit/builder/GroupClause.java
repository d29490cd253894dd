package dev.perseat.licensing.testkit.builder;

import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import java.util.function.UnaryOperator;

/**
 * What can be said of a group.
 *
 * @since 0.1
 */
public final class GroupClause extends TenantSentence {
    private final GroupId id;
    private final Licenses licenses;

    GroupClause(Parts parts, String id) {
        super(parts);
        this.id = parts.group(id);
        this.licenses = parts.licensesOfGroup(this.id);
    }

    /**
     * Gives the group licences, with every plan.
     *
     * @param skus the ids of the SKUs
     * @return this
     */
    public GroupClause with(String... skus) {
        licenses.add(skus);
        return this;
    }

    /**
     * Switches plans off in the licence mentioned last.
     *
     * @param plans the ids of the plans
     * @return this
     * @throws IllegalStateException if no licence of the group was mentioned
     */
    public GroupClause without(String... plans) {
        licenses.disable(plans);
        return this;
    }

    /**
     * Makes users members. Those who were not spoken of spring into being.
     *
     * @param users the ids of the users
     * @return this
     */
    public GroupClause members(String... users) {
        for (String user : users) {
            parts.member(id, user);
        }
        return this;
    }

    /**
     * Makes groups members. Those that were not spoken of spring into being.
     *
     * @param groups the ids of the groups
     * @return this
     */
    public GroupClause memberGroups(String... groups) {
        for (String group : groups) {
            parts.memberGroup(id, parts.group(group));
        }
        return this;
    }

    /**
     * Says of which kind the group is. A distribution group is not security-enabled from then on, any other is.
     *
     * @param kind the kind
     * @return this
     */
    public GroupClause kind(GroupKind kind) {
        return change(group -> group.withKind(kind, kind != GroupKind.DISTRIBUTION));
    }

    /**
     * Says that the group is not security-enabled.
     *
     * @return this
     */
    public GroupClause notSecurityEnabled() {
        return change(group -> group.withKind(group.kind(), false));
    }

    /**
     * Sets the name that messages show.
     *
     * @param displayName the name
     * @return this
     */
    public GroupClause named(String displayName) {
        return change(group -> new Group(
                group.id(),
                displayName,
                group.kind(),
                group.securityEnabled(),
                group.membershipRule(),
                group.licenses()));
    }

    private GroupClause change(UnaryOperator<Group> change) {
        parts.change(id, change);
        return this;
    }
}
