/**
 * The licensing service as an application sees it: begin with {@link dev.perseat.licensing.admin.Licensing}, which gives a
 * {@link dev.perseat.licensing.admin.TenantLicensing} for each tenant. Whatever is done is a {@link
 * dev.perseat.licensing.admin.LicenseCommand}: submitted, it becomes an {@link dev.perseat.licensing.admin.Operation} that is
 * applied in the background; previewed, it tells what it would do.
 */
@NullMarked
package dev.perseat.licensing.admin;

import org.jspecify.annotations.NullMarked;
