/**
 * Everything for testing with licences: builders, assertions, generators, contract tests, small worlds as files, an
 * in-memory directory, and the reference calculator that the fast one is held against.
 *
 * <p>Begin with {@link dev.perseat.licensing.testkit.builder.TenantBuilder} and {@link
 * dev.perseat.licensing.testkit.assertion.PerseatAssertions}.
 */
module dev.perseat.licensing.testkit {
    requires transitive dev.perseat.licensing.api;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;
    requires transitive net.jqwik.api;
    requires static transitive org.jspecify;

    exports dev.perseat.licensing.testkit.assertion;
    exports dev.perseat.licensing.testkit.builder;
    exports dev.perseat.licensing.testkit.contract;
    exports dev.perseat.licensing.testkit.directory;
    exports dev.perseat.licensing.testkit.generate;
    exports dev.perseat.licensing.testkit.reference;
    exports dev.perseat.licensing.testkit.service;
    exports dev.perseat.licensing.testkit.store;
    exports dev.perseat.licensing.testkit.world;
}
