/**
 * Small tenants written like a sentence, with plain strings as ids. Begin with {@link
 * dev.perseat.licensing.testkit.builder.TenantBuilder}.
 */
@NullMarked
package dev.perseat.licensing.testkit.builder;

import org.jspecify.annotations.NullMarked;
