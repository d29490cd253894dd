package dev.perseat.licensing.testkit.builder;

import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import java.util.List;

/**
 * What can be said of a user.
 *
 * @since 0.1
 */
public final class UserClause extends TenantSentence {
    private final User.Builder user;
    private final Licenses licenses;

    UserClause(Parts parts, String id) {
        super(parts);
        this.user = parts.user(id);
        this.licenses = parts.licensesOfUser(id);
    }

    /**
     * Says where the user is.
     *
     * @param country an ISO 3166-1 alpha-2 code
     * @return this
     */
    public UserClause in(String country) {
        user.usageLocation(UsageLocation.of(country));
        return this;
    }

    /**
     * Gives the user direct licences, with every plan.
     *
     * @param skus the ids of the SKUs
     * @return this
     */
    public UserClause with(String... skus) {
        licenses.add(skus);
        return this;
    }

    /**
     * Switches plans off in the licence mentioned last.
     *
     * @param plans the ids of the plans
     * @return this
     * @throws IllegalStateException if no licence of the user was mentioned
     */
    public UserClause without(String... plans) {
        licenses.disable(plans);
        return this;
    }

    /**
     * Adds proxy addresses.
     *
     * @param addresses the addresses, without a protocol prefix
     * @return this
     */
    public UserClause withAddress(String... addresses) {
        user.proxyAddresses(List.of(addresses));
        return this;
    }

    /**
     * Sets the name that messages show.
     *
     * @param displayName the name
     * @return this
     */
    public UserClause named(String displayName) {
        user.displayName(displayName);
        return this;
    }

    /**
     * Says that the user cannot sign in, which changes nothing about licences.
     *
     * @return this
     */
    public UserClause disabled() {
        user.accountEnabled(false);
        return this;
    }
}
