/**
 * Stores for tests. Begin with {@link dev.perseat.licensing.testkit.store.InMemoryLicenseStore} to have one.
 */
@NullMarked
package dev.perseat.licensing.testkit.store;

import org.jspecify.annotations.NullMarked;
