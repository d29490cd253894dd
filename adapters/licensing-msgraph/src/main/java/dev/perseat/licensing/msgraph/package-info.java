/**
 * Reads a tenant that was exported from Microsoft Graph: begin with {@link dev.perseat.licensing.msgraph.GraphExport}.
 *
 * <p>Graph does not tell how service plans depend on and exclude each other; {@link
 * dev.perseat.licensing.msgraph.ServicePlanFacts} reads that from CSV files. {@link
 * dev.perseat.licensing.msgraph.ProductNames} gives the names that people know products by. Inside, {@code JsonCursor}
 * walks through a file, {@code ListResponse} through its entries, and one reader for each sort of entry makes the model's
 * objects.
 */
@NullMarked
package dev.perseat.licensing.msgraph;

import org.jspecify.annotations.NullMarked;
