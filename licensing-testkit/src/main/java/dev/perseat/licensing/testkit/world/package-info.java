/**
 * Worlds: small tenants as text files, with the answer that the law (sections 1 to 7) demands, written by hand. Begin with
 * {@link dev.perseat.licensing.testkit.world.WorldContract}, which holds a calculator against all of them, and with the
 * {@code README.md} beside the files, which has the format and tells which sentence of the law each world covers. {@link
 * dev.perseat.licensing.testkit.world.WorldWriter} saves any tenant and its answer as such a file.
 */
@NullMarked
package dev.perseat.licensing.testkit.world;

import org.jspecify.annotations.NullMarked;
