package dev.perseat.licensing.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A group of the directory, with the licences it has. Its members are not part of it: they are told to the {@link
 * dev.perseat.licensing.assignment.TenantSnapshot} or streamed by the {@link dev.perseat.licensing.directory.Directory},
 * since a group may have millions.
 *
 * @param id the id
 * @param displayName the name, perhaps empty
 * @param kind the kind
 * @param securityEnabled whether the group can be given access at all
 * @param membershipRule the rule that a dynamic group follows, or null; never evaluated here
 * @param licenses the licences of the group, in the order given; unmodifiable
 * @since 0.1
 */
public record Group(
        GroupId id,
        String displayName,
        GroupKind kind,
        boolean securityEnabled,
        @Nullable String membershipRule,
        List<License> licenses) {
    /**
     * Copies the licences. That no SKU is in them twice is checked by the snapshot.
     *
     * @param id the id
     * @param displayName the name, perhaps empty
     * @param kind the kind
     * @param securityEnabled whether the group can be given access
     * @param membershipRule the rule of a dynamic group, or null
     * @param licenses the licences of the group
     */
    public Group {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(displayName, "displayName");
        Objects.requireNonNull(kind, "kind");
        licenses = List.copyOf(licenses);
    }

    /**
     * Returns a security group without licences.
     *
     * @param id the id
     * @return the group, with its id as its name
     */
    public static Group of(GroupId id) {
        return new Group(id, id.value(), GroupKind.SECURITY, true, null, List.of());
    }

    /**
     * Returns this group with other licences.
     *
     * @param newLicenses the licences, in place of those it has
     * @return the changed copy
     */
    public Group withLicenses(List<License> newLicenses) {
        return new Group(id, displayName, kind, securityEnabled, membershipRule, newLicenses);
    }

    /**
     * Returns this group with another kind.
     *
     * @param newKind the kind
     * @param newSecurityEnabled whether the group can be given access
     * @return the changed copy
     */
    public Group withKind(GroupKind newKind, boolean newSecurityEnabled) {
        return new Group(id, displayName, newKind, newSecurityEnabled, membershipRule, licenses);
    }

    /**
     * Returns whether the group gives its licences to its members (section 2 of the law): it is security-enabled and
     * not a distribution group.
     *
     * @return true if members inherit
     */
    public boolean isEligible() {
        return securityEnabled && kind != GroupKind.DISTRIBUTION;
    }
}
