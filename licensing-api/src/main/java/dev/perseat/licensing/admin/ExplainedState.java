package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.LicenseAssignmentState;

/**
 * What became of a licence of a user, with the reason as a sentence.
 *
 * @param state the state, with the reason as data
 * @param sentence the reason in English; its wording may change in any version
 * @param remedy what would mend it, in English; empty if nothing is wrong
 * @since 0.1
 */
public record ExplainedState(LicenseAssignmentState state, String sentence, String remedy) {}
