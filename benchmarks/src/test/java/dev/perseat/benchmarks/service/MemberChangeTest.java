package dev.perseat.benchmarks.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.benchmarks.tenant.TenantShape;
import org.junit.jupiter.api.Test;

/** The measurement runs, and finds that one user is written for each change. */
class MemberChangeTest {
    @Test
    void row_smallTenant_oneUserIsWrittenForEachChange() {
        assertThat(MemberChange.row(TenantShape.NESTED_200, 2, 10))
                .startsWith("| NESTED_200 |")
                .endsWith("| 1.00 |");
    }
}
