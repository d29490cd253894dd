package dev.perseat.licensing.admin;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;

/**
 * A group that has a licence, and how far that has come.
 *
 * @param groupId the group
 * @param displayName its name, perhaps empty
 * @param license the licence, with the plans switched off
 * @param status how far it has come
 * @since 0.1
 */
public record LicensedGroup(GroupId groupId, String displayName, License license, GroupStatus status) {}
