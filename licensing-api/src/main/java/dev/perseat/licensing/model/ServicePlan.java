package dev.perseat.licensing.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A part of one or more SKUs that can be switched off by itself, with the rules for holding it.
 *
 * @param id the id
 * @param name the technical name, perhaps empty
 * @param appliesTo whom it serves; only plans for users count in the calculation
 * @param requires the clauses that must all be met while the plan is enabled, in the order given; unmodifiable
 * @param conflictsWith the plans of other SKUs that cannot be held beside this one, by id; unmodifiable. A conflict
 *     named on one side counts on both.
 * @param prohibitedLocations the countries in which the plan may not be used, in order; unmodifiable
 * @param requiresUniqueProxyAddresses whether no other user may share a proxy address with a user of this plan
 * @since 0.1
 */
public record ServicePlan(
        ServicePlanId id,
        String name,
        AppliesTo appliesTo,
        List<PlanRequirement> requires,
        SortedSet<ServicePlanId> conflictsWith,
        SortedSet<UsageLocation> prohibitedLocations,
        boolean requiresUniqueProxyAddresses) {
    /**
     * Copies the collections. That the plan neither requires nor excludes itself is checked by the snapshot.
     *
     * @param id the id
     * @param name the technical name, perhaps empty
     * @param appliesTo whom it serves
     * @param requires the clauses that must all be met
     * @param conflictsWith the plans that cannot be held beside it, in natural order
     * @param prohibitedLocations the countries in which it may not be used, in natural order
     * @param requiresUniqueProxyAddresses whether its users may not share a proxy address
     */
    public ServicePlan {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(appliesTo, "appliesTo");
        requires = List.copyOf(requires);
        conflictsWith = Collections.unmodifiableSortedSet(new TreeSet<>((Collection<ServicePlanId>) conflictsWith));
        prohibitedLocations =
                Collections.unmodifiableSortedSet(new TreeSet<>((Collection<UsageLocation>) prohibitedLocations));
    }

    /**
     * Begins a plan for users without any rule, named by its id.
     *
     * @param id the id
     * @return a builder, not safe for use by several threads
     */
    public static Builder builder(ServicePlanId id) {
        return new Builder(id);
    }

    /**
     * Returns a builder that begins with everything this plan has.
     *
     * @return a builder, not safe for use by several threads
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id).name(name).appliesTo(appliesTo).conflictsWith(conflictsWith);
        requires.forEach(builder::requires);
        prohibitedLocations.forEach(builder::prohibitedIn);
        return builder.requiresUniqueProxyAddresses(requiresUniqueProxyAddresses);
    }

    /**
     * Collects the parts of a plan.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final ServicePlanId id;
        private String name;
        private AppliesTo appliesTo = AppliesTo.USER;
        private final List<PlanRequirement> requires = new ArrayList<>();
        private final SortedSet<ServicePlanId> conflictsWith = new TreeSet<>();
        private final SortedSet<UsageLocation> prohibitedLocations = new TreeSet<>();
        private boolean requiresUniqueProxyAddresses;

        private Builder(ServicePlanId id) {
            this.id = id;
            this.name = id.value();
        }

        /**
         * Sets the technical name.
         *
         * @param newName the name, perhaps empty
         * @return this builder
         */
        public Builder name(String newName) {
            this.name = newName;
            return this;
        }

        /**
         * Sets whom the plan serves.
         *
         * @param newAppliesTo users or the company
         * @return this builder
         */
        public Builder appliesTo(AppliesTo newAppliesTo) {
            this.appliesTo = newAppliesTo;
            return this;
        }

        /**
         * Adds a clause, after those added before.
         *
         * @param clause what must be enabled beside the plan
         * @return this builder
         */
        public Builder requires(PlanRequirement clause) {
            requires.add(clause);
            return this;
        }

        /**
         * Adds plans that cannot be held beside this one.
         *
         * @param plans the plans
         * @return this builder
         */
        public Builder conflictsWith(Collection<ServicePlanId> plans) {
            conflictsWith.addAll(plans);
            return this;
        }

        /**
         * Adds a country in which the plan may not be used.
         *
         * @param location the country
         * @return this builder
         */
        public Builder prohibitedIn(UsageLocation location) {
            prohibitedLocations.add(location);
            return this;
        }

        /**
         * Sets whether users of the plan may not share a proxy address with anybody.
         *
         * @param required true if addresses must be unique
         * @return this builder
         */
        public Builder requiresUniqueProxyAddresses(boolean required) {
            this.requiresUniqueProxyAddresses = required;
            return this;
        }

        /**
         * Returns the plan.
         *
         * @return a plan of all that was said
         */
        public ServicePlan build() {
            return new ServicePlan(
                    id, name, appliesTo, requires, conflictsWith, prohibitedLocations, requiresUniqueProxyAddresses);
        }
    }
}
