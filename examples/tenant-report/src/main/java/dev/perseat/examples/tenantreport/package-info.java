/**
 * A command line that prints who gets which licence in a tenant, and why: begin with {@link
 * dev.perseat.examples.tenantreport.TenantReport}. It shows what an application does with the library: read a tenant
 * ({@code GraphExport}), calculate, and look at the result ({@code JsonReport}, {@code TextReport}).
 */
@NullMarked
package dev.perseat.examples.tenantreport;

import org.jspecify.annotations.NullMarked;
