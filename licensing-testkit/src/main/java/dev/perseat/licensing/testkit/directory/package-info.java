/**
 * Directories for tests. Begin with {@link dev.perseat.licensing.testkit.directory.InMemoryDirectory} to have one, and
 * with {@link dev.perseat.licensing.testkit.directory.DirectoryContract} to test your own: its tests are named after the
 * rules D1 to D13 of {@link dev.perseat.licensing.directory.Directory}; those of {@link
 * dev.perseat.licensing.testkit.directory.ChangeTrackingDirectoryContract} after D14 to D18.
 */
@NullMarked
package dev.perseat.licensing.testkit.directory;

import org.jspecify.annotations.NullMarked;
