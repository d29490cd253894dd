/**
 * What an application or an adapter of Perseat compiles against: the model of a tenant, the contract of the assignment
 * calculator, the licensing service, and the SPIs for directories and stores. It has no run-time dependency.
 *
 * <p>Begin with {@link dev.perseat.licensing.admin.Licensing}, or for calculations alone with {@link
 * dev.perseat.licensing.assignment.TenantSnapshot} and {@link dev.perseat.licensing.assignment.AssignmentCalculator}.
 */
module dev.perseat.licensing.api {
    requires static transitive org.jspecify;

    exports dev.perseat.licensing.model;
    exports dev.perseat.licensing.assignment;
    exports dev.perseat.licensing.directory;
    exports dev.perseat.licensing.admin;
    exports dev.perseat.licensing.store;
}
