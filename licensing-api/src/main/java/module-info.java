/**
 * What an application or an adapter of Perseat compiles against: the model of a tenant, the contract of the assignment
 * calculator, and the directory SPI. It has no run-time dependency.
 *
 * <p>Begin with {@link dev.perseat.licensing.assignment.TenantSnapshot} and {@link
 * dev.perseat.licensing.assignment.AssignmentCalculator}.
 */
module dev.perseat.licensing.api {
    requires static transitive org.jspecify;

    exports dev.perseat.licensing.model;
    exports dev.perseat.licensing.assignment;
    exports dev.perseat.licensing.directory;
}
