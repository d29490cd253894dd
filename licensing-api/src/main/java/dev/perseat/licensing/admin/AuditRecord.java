package dev.perseat.licensing.admin;

/**
 * An entry of the audit trail, with its place in it.
 *
 * @param sequence the place: entries of a tenant are numbered from 1, without gaps, in the order in which they were stored
 * @param entry what happened
 * @since 0.1
 */
public record AuditRecord(long sequence, AuditEntry entry) {}
