/**
 * What every licensing service has to pass, over any store: begin with {@link
 * dev.perseat.licensing.testkit.service.LicensingHistoryLaws}, and extend it by a test of few lines.
 */
@NullMarked
package dev.perseat.licensing.testkit.service;

import org.jspecify.annotations.NullMarked;
