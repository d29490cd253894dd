package dev.perseat.licensing.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A user of the directory. Disabled accounts and guests are users like any other.
 *
 * @param id the id
 * @param userPrincipalName the sign-in name, perhaps empty
 * @param displayName the name, perhaps empty
 * @param usageLocation the country of the user, or null if the directory has none
 * @param accountEnabled whether the user can sign in; a disabled account still uses its seats
 * @param proxyAddresses the mail addresses, without a protocol prefix, in the order given; unmodifiable
 * @param attributes further attributes by name, in order of the names; unmodifiable
 * @param directLicenses the licences assigned to the user directly, in the order given; unmodifiable
 * @since 0.1
 */
public record User(
        UserId id,
        String userPrincipalName,
        String displayName,
        @Nullable UsageLocation usageLocation,
        boolean accountEnabled,
        List<String> proxyAddresses,
        SortedMap<String, String> attributes,
        List<License> directLicenses) {
    private static final SortedMap<String, String> NO_ATTRIBUTES = Collections.emptySortedMap();

    /**
     * Copies the collections. That no SKU is licensed twice is checked by the snapshot.
     *
     * @param id the id
     * @param userPrincipalName the sign-in name, perhaps empty
     * @param displayName the name, perhaps empty
     * @param usageLocation the country of the user, or null
     * @param accountEnabled whether the user can sign in
     * @param proxyAddresses the mail addresses
     * @param attributes further attributes by name
     * @param directLicenses the direct licences
     */
    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(userPrincipalName, "userPrincipalName");
        Objects.requireNonNull(displayName, "displayName");
        proxyAddresses = List.copyOf(proxyAddresses);
        attributes = attributes.isEmpty()
                ? NO_ATTRIBUTES
                : Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) attributes));
        directLicenses = List.copyOf(directLicenses);
    }

    /**
     * Begins an enabled user without a name, a location, or a licence.
     *
     * @param id the id
     * @return a builder, not safe for use by several threads
     */
    public static Builder builder(UserId id) {
        return new Builder(id);
    }

    /**
     * Returns a builder that begins with everything this user has.
     *
     * @return a builder, not safe for use by several threads
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id)
                .userPrincipalName(userPrincipalName)
                .displayName(displayName)
                .usageLocation(usageLocation)
                .accountEnabled(accountEnabled)
                .proxyAddresses(proxyAddresses);
        attributes.forEach(builder::attribute);
        directLicenses.forEach(builder::directLicense);
        return builder;
    }

    /**
     * Collects the parts of a user.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final UserId id;
        private String userPrincipalName = "";
        private String displayName = "";
        private @Nullable UsageLocation usageLocation;
        private boolean accountEnabled = true;
        private final List<String> proxyAddresses = new ArrayList<>(0);
        private final SortedMap<String, String> attributes = new TreeMap<>();
        private final List<License> directLicenses = new ArrayList<>(0);

        private Builder(UserId id) {
            this.id = id;
        }

        /**
         * Sets the sign-in name.
         *
         * @param name the name, perhaps empty
         * @return this builder
         */
        public Builder userPrincipalName(String name) {
            this.userPrincipalName = name;
            return this;
        }

        /**
         * Sets the name.
         *
         * @param name the name, perhaps empty
         * @return this builder
         */
        public Builder displayName(String name) {
            this.displayName = name;
            return this;
        }

        /**
         * Sets the country.
         *
         * @param location the country, or null for none
         * @return this builder
         */
        public Builder usageLocation(@Nullable UsageLocation location) {
            this.usageLocation = location;
            return this;
        }

        /**
         * Sets whether the user can sign in.
         *
         * @param enabled true if so
         * @return this builder
         */
        public Builder accountEnabled(boolean enabled) {
            this.accountEnabled = enabled;
            return this;
        }

        /**
         * Adds mail addresses, without a protocol prefix.
         *
         * @param addresses the addresses
         * @return this builder
         */
        public Builder proxyAddresses(Collection<String> addresses) {
            proxyAddresses.addAll(addresses);
            return this;
        }

        /**
         * Sets a further attribute.
         *
         * @param name the name of the attribute
         * @param value its value, in place of one set before
         * @return this builder
         */
        public Builder attribute(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        /**
         * Adds a direct licence.
         *
         * @param license the licence
         * @return this builder
         */
        public Builder directLicense(License license) {
            directLicenses.add(license);
            return this;
        }

        /**
         * Returns the user.
         *
         * @return a user of all that was said
         */
        public User build() {
            return new User(
                    id,
                    userPrincipalName,
                    displayName,
                    usageLocation,
                    accountEnabled,
                    proxyAddresses,
                    attributes,
                    directLicenses);
        }
    }
}
