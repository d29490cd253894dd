package dev.perseat.benchmarks.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.benchmarks.tenant.TenantShape;
import org.junit.jupiter.api.Test;

/** The measurement runs, and finds that nobody but the user who joins or leaves is written. */
class MemberChangeTest {
    @Test
    void row_smallTenant_atMostOneUserIsWrittenForEachChange() {
        assertThat(MemberChange.row(TenantShape.NESTED_200, 2, 10))
                .startsWith("| NESTED_200 |")
                .matches(".*\\| (0\\.[0-9]{2}|1\\.00) \\|");
    }
}
