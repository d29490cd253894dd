/**
 * The licensing service of Perseat and its assignment calculator: begin with {@link
 * dev.perseat.licensing.service.DefaultLicensing}, or for calculations alone with {@link
 * dev.perseat.licensing.engine.DenseAssignmentCalculator}.
 */
module dev.perseat.licensing.core {
    requires transitive dev.perseat.licensing.api;

    exports dev.perseat.licensing.engine;
    exports dev.perseat.licensing.service;
}
