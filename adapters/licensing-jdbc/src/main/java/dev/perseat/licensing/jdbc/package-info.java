/**
 * The {@linkplain dev.perseat.licensing.store.LicenseStore store} on JDBC: PostgreSQL, or H2 embedded. Begin with {@link
 * dev.perseat.licensing.jdbc.LicenseSchema}, which makes the tables, then {@link
 * dev.perseat.licensing.jdbc.JdbcLicenseStore}. The schema, its privileges and its limits are described in
 * {@code docs/store.md}.
 *
 * <p>For who changes it: {@code Commits} writes, {@code Reads} and {@code JdbcStoredTenant} read, {@code Closing} brings the
 * stored tenant up to a step, {@code Table} knows how rows are written as sets, and the {@code ...Codec} classes know what is
 * in a payload.
 */
@NullMarked
package dev.perseat.licensing.jdbc;

import org.jspecify.annotations.NullMarked;
