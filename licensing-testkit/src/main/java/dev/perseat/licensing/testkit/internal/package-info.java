/** What several packages of the testkit share, and nobody else needs. */
@NullMarked
package dev.perseat.licensing.testkit.internal;

import org.jspecify.annotations.NullMarked;
