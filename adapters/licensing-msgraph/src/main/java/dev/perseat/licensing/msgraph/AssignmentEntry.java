package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.model.License;

/**
 * What one entry of {@code licenseAssignmentStates} says.
 *
 * @param source where the licence is from
 * @param license the SKU and its disabled plans
 * @param held whether the user holds it, that is, whether it is not in error
 */
record AssignmentEntry(AssignmentSource source, License license, boolean held) {}
