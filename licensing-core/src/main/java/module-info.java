/**
 * The assignment calculator of Perseat: begin with {@link
 * dev.perseat.licensing.engine.DenseAssignmentCalculator}.
 */
module dev.perseat.licensing.core {
    requires transitive dev.perseat.licensing.api;

    exports dev.perseat.licensing.engine;
}
