package dev.perseat.examples.tenantreport;

/** How a report is written. */
enum Format {
    /** For an administrator to read. */
    TEXT,
    /** For a program to read: one document on one line. */
    JSON
}
