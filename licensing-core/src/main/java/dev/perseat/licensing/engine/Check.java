package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import org.jspecify.annotations.Nullable;

/** What became of a bundle: accepted, or the check of section 5 of the law that it failed. */
enum Check {
    ACCEPTED(null),
    LOCATION(Kind.PROHIBITED_IN_USAGE_LOCATION),
    CONFLICT(Kind.MUTUALLY_EXCLUSIVE),
    UNIQUENESS(Kind.UNIQUENESS),
    COUNT(Kind.COUNT),
    /** Check 5: the bundle would push out what an incumbent bundle needs. */
    DISPLACEMENT(Kind.MUTUALLY_EXCLUSIVE),
    DEPENDENCY(Kind.DEPENDENCY);

    private final @Nullable Kind kind;

    Check(@Nullable Kind kind) {
        this.kind = kind;
    }

    /** Returns the kind of violation that a failure of this check is. */
    Kind kind() {
        if (kind == null) {
            throw new IllegalStateException("an accepted bundle has no violation");
        }
        return kind;
    }
}
