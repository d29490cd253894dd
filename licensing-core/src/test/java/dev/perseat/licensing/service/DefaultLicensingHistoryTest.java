package dev.perseat.licensing.service;

import dev.perseat.licensing.testkit.service.LicensingHistoryLaws;

/** The service comes to what the calculator comes to. */
class DefaultLicensingHistoryTest extends LicensingHistoryLaws implements InMemoryLicensing {}
