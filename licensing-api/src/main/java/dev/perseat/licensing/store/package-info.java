/**
 * The SPI through which the library remembers: begin with {@link dev.perseat.licensing.store.LicenseStore}, whose rules are
 * numbered. The testkit holds a store in memory, the contract test that every implementation passes, and a store that fails
 * on purpose.
 *
 * <p>What is stored of a tenant is a <em>log of steps</em> (what was changed, in order) and the <em>holdings</em> (what users
 * have from it). A step is stored at once; its effect on users follows in batches, each of them with its entries of the
 * audit trail. What the effect is follows from the steps alone, so that whoever reads them comes to the same.
 */
@NullMarked
package dev.perseat.licensing.store;

import org.jspecify.annotations.NullMarked;
