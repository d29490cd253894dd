package dev.perseat.licensing.assignment;

/**
 * The choices that the law leaves to a tenant (section 1).
 *
 * @param nestedGroups who counts as a member of a group
 * @param groupFailure what fails together
 * @param missingDependency what becomes of a group's plan whose requirement the group does not meet
 * @since 0.1
 */
public record LicensingPolicy(
        NestedGroups nestedGroups, GroupFailure groupFailure, MissingDependency missingDependency) {
    private static final LicensingPolicy ENTRA =
            new LicensingPolicy(NestedGroups.DIRECT, GroupFailure.ALL_OR_NOTHING, MissingDependency.DISABLE_PLAN);

    /**
     * Who counts as a member of a group (section 3).
     *
     * @since 0.1
     */
    public enum NestedGroups {
        /** Only the users who are members of the group itself. */
        DIRECT,
        /** Those, and the users of every group reachable through member groups. */
        TRANSITIVE
    }

    /**
     * What fails together (section 4).
     *
     * @since 0.1
     */
    public enum GroupFailure {
        /** All SKUs of a group are one bundle: a user gets all of them or none. */
        ALL_OR_NOTHING,
        /** Each SKU of a group stands for itself. */
        PER_PRODUCT
    }

    /**
     * What becomes of a group's plan with a requirement that no plan of the same group meets (section 2).
     *
     * @since 0.1
     */
    public enum MissingDependency {
        /** The plan is switched off, and reported. */
        DISABLE_PLAN,
        /**
         * The command that would bring it about is refused. A calculation, which is given what is already stored,
         * treats it as {@link #DISABLE_PLAN}; {@link AssignmentCalculator#missingDependencies} tells a command what it
         * has to refuse.
         */
        REJECT
    }

    /**
     * Returns the policy that Entra follows: direct members, all or nothing, plans switched off.
     *
     * @return the default policy
     */
    public static LicensingPolicy entra() {
        return ENTRA;
    }

    /**
     * Returns this policy with another choice of members.
     *
     * @param choice who counts as a member
     * @return the changed copy
     */
    public LicensingPolicy with(NestedGroups choice) {
        return new LicensingPolicy(choice, groupFailure, missingDependency);
    }

    /**
     * Returns this policy with another choice of what fails together.
     *
     * @param choice what fails together
     * @return the changed copy
     */
    public LicensingPolicy with(GroupFailure choice) {
        return new LicensingPolicy(nestedGroups, choice, missingDependency);
    }

    /**
     * Returns this policy with another choice about missing dependencies.
     *
     * @param choice what becomes of a plan whose requirement is not met
     * @return the changed copy
     */
    public LicensingPolicy with(MissingDependency choice) {
        return new LicensingPolicy(nestedGroups, groupFailure, choice);
    }
}
