package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.model.User;
import java.util.List;

/**
 * What one entry of users.json says.
 *
 * @param user the user, with the direct licences that are among the assignments
 * @param assignments the entries of {@code licenseAssignmentStates}, each source and SKU once
 */
record UserEntry(User user, List<AssignmentEntry> assignments) {}
