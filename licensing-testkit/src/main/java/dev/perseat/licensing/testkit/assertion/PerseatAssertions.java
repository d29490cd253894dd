package dev.perseat.licensing.testkit.assertion;

import dev.perseat.licensing.assignment.AssignmentResult;

/**
 * Where assertions begin, as in {@code assertThat(result).user("alice").hasPlan("EXCHANGE")}.
 *
 * @since 0.1
 */
public final class PerseatAssertions {
    private PerseatAssertions() {}

    /**
     * Begins an assertion on a result.
     *
     * @param actual the result of a calculation
     * @return the assertion
     */
    public static AssignmentResultAssert assertThat(AssignmentResult actual) {
        return new AssignmentResultAssert(actual);
    }
}
