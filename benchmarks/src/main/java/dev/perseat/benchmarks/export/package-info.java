/** Generated tenants as files: begin with {@link dev.perseat.benchmarks.export.WriteTenant}. */
@NullMarked
package dev.perseat.benchmarks.export;

import org.jspecify.annotations.NullMarked;
