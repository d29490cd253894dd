package dev.perseat.licensing.service;

import dev.perseat.licensing.testkit.service.LicensingCrashLaws;

/** The service may die at any time. */
class DefaultLicensingCrashTest extends LicensingCrashLaws implements InMemoryLicensing {}
