package dev.perseat.licensing.model;

/**
 * The kinds of groups that a directory has.
 *
 * @since 0.1
 */
public enum GroupKind {
    /** A security group. */
    SECURITY,
    /** A security group with a mailbox address. */
    MAIL_ENABLED_SECURITY,
    /** A Microsoft 365 group; it gives licences only if it is security-enabled. */
    MICROSOFT_365,
    /** A list of recipients; it never gives licences. */
    DISTRIBUTION
}
