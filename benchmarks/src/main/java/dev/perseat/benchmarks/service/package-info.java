/**
 * The service over a store in memory, in large tenants: begin with {@link dev.perseat.benchmarks.service.MemberChange}.
 */
@NullMarked
package dev.perseat.benchmarks.service;

import org.jspecify.annotations.NullMarked;
