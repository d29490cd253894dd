package dev.perseat.licensing.msgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UsageLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePlanFactsTest {
    private static final ServicePlanId A = ServicePlanId.of("a");
    private static final ServicePlanId B = ServicePlanId.of("b");
    private static final ServicePlanId C = ServicePlanId.of("c");

    @TempDir
    private Path catalog;

    private void file(String name, String... lines) throws IOException {
        Files.writeString(catalog.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private ServicePlanFacts facts() {
        return ServicePlanFacts.read(catalog);
    }

    private ServicePlan complete(ServicePlanId plan) {
        return facts().complete(ServicePlan.builder(plan).build());
    }

    @Test
    void read_requirements_rowsAreClausesInTheOrderOfTheFile() throws IOException {
        file(
                "plan-requirements.csv",
                "service_plan_id,requires_any_of,source",
                "a,c,\"x, y\"",
                "b,c,",
                "a,c b,",
                "a,b,");

        assertThat(complete(A).requires())
                .containsExactly(PlanRequirement.anyOf(C), PlanRequirement.anyOf(B, C), PlanRequirement.anyOf(B));
        assertThat(complete(B).requires()).containsExactly(PlanRequirement.anyOf(C));
        assertThat(complete(C)).isEqualTo(ServicePlan.builder(C).build());
    }

    @Test
    void read_conflicts_countOnBothSides() throws IOException {
        file("plan-conflicts.csv", "source,service_plan_id_b,service_plan_id_a", "x,a,b", "x,c,b", "x,a,c");

        assertThat(complete(A).conflictsWith()).containsExactly(B, C);
        assertThat(complete(B).conflictsWith()).containsExactly(A, C);
        assertThat(complete(C).conflictsWith()).containsExactly(A, B);
    }

    @Test
    void read_locations_rowsAddUp() throws IOException {
        file("plan-locations.csv", "service_plan_id,prohibited_countries", "a,NO IN", "a, CN\u00a0IN ");

        assertThat(complete(A).prohibitedLocations())
                .containsExactly(UsageLocation.of("CN"), UsageLocation.of("IN"), UsageLocation.of("NO"));
    }

    @Test
    void read_uniqueness_ofThePlansNamed() throws IOException {
        file("plan-uniqueness.csv", "\ufeffservice_plan_id", "", "  b  ", "");

        assertThat(complete(A).requiresUniqueProxyAddresses()).isFalse();
        assertThat(complete(B).requiresUniqueProxyAddresses()).isTrue();
    }

    @Test
    void complete_planWithRules_keepsThem() throws IOException {
        file("plan-requirements.csv", "service_plan_id,requires_any_of", "a,b");
        file("plan-uniqueness.csv", "service_plan_id");
        ServicePlan plan = ServicePlan.builder(A)
                .requires(PlanRequirement.anyOf(C))
                .requiresUniqueProxyAddresses(true)
                .prohibitedIn(UsageLocation.of("NO"))
                .build();

        assertThat(facts().complete(plan))
                .isEqualTo(plan.toBuilder().requires(PlanRequirement.anyOf(B)).build());
    }

    @Test
    void plans_namedInAnyRole_inOrder() throws IOException {
        file("plan-requirements.csv", "service_plan_id,requires_any_of", "z,y x");
        file("plan-conflicts.csv", "service_plan_id_a,service_plan_id_b", "w,v");
        file("plan-locations.csv", "service_plan_id,prohibited_countries", "u,NO");
        file("plan-uniqueness.csv", "service_plan_id", "t");

        assertThat(facts().plans()).extracting(ServicePlanId::value).containsExactly("t", "u", "v", "w", "x", "y", "z");
    }

    @Test
    void read_emptyFolder_noFacts() {
        assertThat(facts().plans()).isEmpty();
        assertThat(ServicePlanFacts.none().plans()).isEmpty();
    }

    @Test
    void read_noFolder_refused() {
        Path missing = catalog.resolve("missing");

        assertThatThrownBy(() -> ServicePlanFacts.read(missing))
                .isInstanceOf(GraphFormatException.class)
                .hasMessage("there is no catalogue folder '" + missing + "'");
    }

    @Test
    void read_badRows_allAreNamed() throws IOException {
        file("plan-requirements.csv", "service_plan_id,requires_any_of", "a,", ",b", "\"a\nb\",\" \"", "a");
        file("plan-conflicts.csv", "service_plan_id_a,b", "a,b");
        file("plan-locations.csv", "service_plan_id,prohibited_countries", "a,NO XX", "b,no", "c,");
        file("plan-uniqueness.csv");

        assertThat(catchThrowableOfType(GraphFormatException.class, this::facts).problems())
                .containsExactly(
                        "plan-requirements.csv:2 requires_any_of: the cell is empty",
                        "plan-requirements.csv:3 service_plan_id: service plan id '' is blank",
                        "plan-requirements.csv:5 requires_any_of: the cell is empty",
                        "plan-requirements.csv:6 requires_any_of: the cell is empty",
                        "plan-conflicts.csv:1: there is no column 'service_plan_id_b'",
                        "plan-locations.csv:2 prohibited_countries: country code 'XX' is not in ISO 3166-1 alpha-2",
                        "plan-locations.csv:3 prohibited_countries: country code 'no' is not in ISO 3166-1 alpha-2",
                        "plan-locations.csv:4 prohibited_countries: the cell is empty",
                        "plan-uniqueness.csv: the file is empty, it has no header row");
    }

    @Test
    void read_brokenQuotes_refusedWithItsLine() throws IOException {
        file("plan-uniqueness.csv", "service_plan_id", "a", "\"b\" c");

        assertThatThrownBy(this::facts)
                .isInstanceOf(GraphFormatException.class)
                .hasMessage("plan-uniqueness.csv:3: this is not CSV. Maybe a quotation mark is missing?");
    }

    @Test
    void read_notUtf8_refused() throws IOException {
        Files.write(catalog.resolve("plan-uniqueness.csv"), new byte[] {'a', (byte) 0xE9});

        assertThatThrownBy(this::facts)
                .isInstanceOf(GraphFormatException.class)
                .hasMessage("plan-uniqueness.csv: the file is not in UTF-8");
    }
}
