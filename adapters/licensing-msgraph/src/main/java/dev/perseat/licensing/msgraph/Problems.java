package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.TenantProblem;

/** Takes the problems of content: values that are well-formed JSON of the right type, but cannot be used. */
@FunctionalInterface
interface Problems {
    /** Reports a problem. If this returns, the reader goes on without the thing at fault. */
    void report(TenantProblem problem);

    /** Does not let any problem pass: for streams, which have no end at which to report. */
    static Problems refused() {
        return problem -> {
            throw new GraphFormatException(problem.message());
        };
    }
}
