/**
 * The things of a tenant as immutable records: begin with {@link dev.perseat.licensing.model.Tenant}, {@link
 * dev.perseat.licensing.model.User}, {@link dev.perseat.licensing.model.Group}, {@link dev.perseat.licensing.model.Sku}
 * and {@link dev.perseat.licensing.model.ServicePlan}.
 *
 * <p>Each record checks what it can see by itself when it is made; what takes the whole tenant to see (an id used twice,
 * a reference to nothing) is checked by {@link dev.perseat.licensing.assignment.TenantSnapshot}. All types are immutable
 * and safe to share between threads. A null that is not marked as allowed is refused with a {@link
 * NullPointerException} that names it. Ids compare as strings, UTF-16 code unit by code unit.
 */
@NullMarked
package dev.perseat.licensing.model;

import org.jspecify.annotations.NullMarked;
