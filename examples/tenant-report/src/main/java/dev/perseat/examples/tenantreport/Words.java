package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.model.CapabilityStatus;

/** Wording that several parts of a text report share. */
final class Words {
    private Words() {}

    /** {@code 1 user}, {@code 2 users}. */
    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static String meaning(LicenseViolation.Kind kind) {
        return switch (kind) {
            case PROHIBITED_IN_USAGE_LOCATION -> "a plan is prohibited in the usage location that counts for the user";
            case MUTUALLY_EXCLUSIVE -> "a plan conflicts with a plan of another product";
            case UNIQUENESS -> "a proxy address is used twice";
            case COUNT -> "no seat is free";
            case DEPENDENCY -> "a plan lacks another one that it requires";
            case OTHER -> "another product of the same group is at fault";
        };
    }

    static String meaning(CapabilityStatus status) {
        return switch (status) {
            case ENABLED -> "";
            case WARNING -> "in its grace period";
            case SUSPENDED -> "suspended";
            case DELETED -> "deleted";
            case LOCKED_OUT -> "locked out";
        };
    }
}
