/**
 * The SPI through which the library learns who is there and who is in which group: begin with {@link
 * dev.perseat.licensing.directory.Directory}, whose rules are numbered. The testkit holds an in-memory directory and the
 * contract test that every implementation passes.
 */
@NullMarked
package dev.perseat.licensing.directory;

import org.jspecify.annotations.NullMarked;
