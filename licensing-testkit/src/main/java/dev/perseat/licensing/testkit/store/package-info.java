/**
 * Stores for tests. Begin with {@link dev.perseat.licensing.testkit.store.InMemoryLicenseStore} to have one, with {@link
 * dev.perseat.licensing.testkit.store.LicenseStoreContract} to test your own, whose tests are named after the rules S1 to
 * S15 of {@link dev.perseat.licensing.store.LicenseStore}, and with {@link
 * dev.perseat.licensing.testkit.store.FaultInjectingStore} to see what becomes of a caller when a commit goes wrong.
 */
@NullMarked
package dev.perseat.licensing.testkit.store;

import org.jspecify.annotations.NullMarked;
