package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.GroupId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the licences of one group (section 7 of the law).
 *
 * @param groupId the group
 * @param eligible whether the group gives its licences to anybody; if not, it carries the problem {@code
 *     GROUP_NOT_ELIGIBLE}
 * @param members how many users are members in the sense of the policy
 * @param licensed how many of them have every licence of the group without an error
 * @param errors how many of them have an error of a kind from this group, by kind; a member with two kinds counts under
 *     each. {@link LicenseViolation.Kind#OTHER} is not counted: it goes back to a violation that is. Unmodifiable,
 *     without zeros
 * @param missingDependencies the plans of the group that are switched off for a missing dependency, by SKU and plan;
 *     unmodifiable
 * @since 0.1
 */
public record GroupSummary(
        GroupId groupId,
        boolean eligible,
        long members,
        long licensed,
        SortedMap<LicenseViolation.Kind, Long> errors,
        List<MissingDependency> missingDependencies) {
    /**
     * Copies the collections.
     *
     * @param groupId the group
     * @param eligible whether the group gives its licences
     * @param members how many users are members
     * @param licensed how many of them have no error
     * @param errors how many of them have an error, by kind
     * @param missingDependencies the plans switched off for a missing dependency
     */
    public GroupSummary {
        errors = Collections.unmodifiableSortedMap(new TreeMap<>((Map<LicenseViolation.Kind, Long>) errors));
        missingDependencies = List.copyOf(missingDependencies);
    }
}
