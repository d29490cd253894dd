/**
 * Tenants in the shapes of Microsoft Graph, facts about service plans from CSV files, and Microsoft's product table.
 *
 * <p>Begin with {@link dev.perseat.licensing.msgraph.GraphExport}.
 */
module dev.perseat.licensing.msgraph {
    requires transitive dev.perseat.licensing.api;
    requires org.apache.commons.csv;
    requires static org.jspecify;
    requires tools.jackson.core;

    exports dev.perseat.licensing.msgraph;
}
