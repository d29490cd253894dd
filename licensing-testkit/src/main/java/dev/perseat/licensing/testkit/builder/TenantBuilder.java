package dev.perseat.licensing.testkit.builder;

import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.model.UsageLocation;

/**
 * Where the description of a tenant begins:
 *
 * <pre>{@code
 * TenantSnapshot contoso = TenantBuilder.tenant("contoso").in("US")
 *         .plan("TEAMS").requires("EXCHANGE")
 *         .sku("E3", "EXCHANGE", "TEAMS").seats(25)
 *         .user("alice").in("NO")
 *         .group("sales").with("E3").without("TEAMS").members("alice", "bob")
 *         .snapshot();
 * }</pre>
 *
 * @since 0.1
 */
public final class TenantBuilder extends TenantSentence {
    private TenantBuilder(String id) {
        super(new Parts(id));
    }

    /**
     * Begins the description of a tenant, which is in the US until something else is said.
     *
     * @param id the id of the tenant, which is its name, too
     * @return what can be said of the tenant
     */
    public static TenantBuilder tenant(String id) {
        return new TenantBuilder(id);
    }

    /**
     * Says where the tenant is: what counts for users without a location, for licences from groups.
     *
     * @param country an ISO 3166-1 alpha-2 code
     * @return this
     */
    public TenantBuilder in(String country) {
        parts.location(UsageLocation.of(country));
        return this;
    }

    /**
     * Sets the policy, in place of that of Entra.
     *
     * @param policy the policy
     * @return this
     */
    public TenantBuilder policy(LicensingPolicy policy) {
        parts.policy(policy);
        return this;
    }

    /**
     * Chooses who counts as a member of a group.
     *
     * @param choice who counts
     * @return this
     */
    public TenantBuilder policy(LicensingPolicy.NestedGroups choice) {
        return policy(parts.policy().with(choice));
    }

    /**
     * Chooses what fails together.
     *
     * @param choice what fails together
     * @return this
     */
    public TenantBuilder policy(LicensingPolicy.GroupFailure choice) {
        return policy(parts.policy().with(choice));
    }

    /**
     * Chooses what becomes of a plan whose requirement its group does not meet.
     *
     * @param choice what becomes of it
     * @return this
     */
    public TenantBuilder policy(LicensingPolicy.MissingDependency choice) {
        return policy(parts.policy().with(choice));
    }
}
