package dev.perseat.benchmarks.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.msgraph.GraphExport;
import dev.perseat.licensing.msgraph.ServicePlanFacts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteTenantTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void write_anyLoad_readsBackTheSame(Load load) throws IOException {
        WriteTenant.write(TenantShape.NESTED_200, load, folder);

        TenantSnapshot read = GraphExport.open(folder)
                .snapshot(
                        LicensingPolicy.entra().with(NestedGroups.TRANSITIVE),
                        ServicePlanFacts.read(folder.resolve("catalog")));

        TenantSnapshot written =
                Scenario.fromScratch(TenantShape.NESTED_200, load).snapshot();
        assertThat(read.tenant()).isEqualTo(written.tenant());
        assertThat(read.servicePlans()).isEqualTo(written.servicePlans());
        assertThat(read.skus()).isEqualTo(written.skus());
        assertThat(read.users()).isEqualTo(written.users());
        assertThat(read.groups()).isEqualTo(written.groups());
        for (SkuId sku : written.skus().stream().map(each -> each.id()).toList()) {
            assertThat(read.subscription(sku)).isEqualTo(written.subscription(sku));
        }
        written.groups().forEach(group -> {
            assertThat(read.memberUsers(group.id())).isEqualTo(written.memberUsers(group.id()));
            assertThat(read.memberGroups(group.id())).isEqualTo(written.memberGroups(group.id()));
        });
    }
}
