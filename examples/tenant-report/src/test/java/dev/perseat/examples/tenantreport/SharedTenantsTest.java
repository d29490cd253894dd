package dev.perseat.examples.tenantreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tenants whose exports say what Entra itself made of them: the calculation must come to the same. They lie in a folder
 * {@code shared} beside the project or one of the folders above it, and are not looked at where there is none.
 */
class SharedTenantsTest {
    private static final JsonMapper JSON = new JsonMapper();

    private Path shared;

    @BeforeEach
    void findShared() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve("shared"))
                .filter(folder -> Files.isDirectory(folder.resolve("tenants")))
                .findFirst();
        assumeTrue(found.isPresent(), "no folder 'shared' with tenants here or above");
        shared = found.orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso-small", "contoso-seats", "contoso-conflicts"})
    void fromWhatUsersHold_sameAsEntra(String tenant) throws IOException {
        assertSameAsEntra(tenant);
    }

    /** Not contoso-conflicts: a licence that is kept for another's sake tells of a day before. */
    @ParameterizedTest
    @ValueSource(strings = {"contoso-small", "contoso-seats"})
    void fromScratch_sameAsEntra(String tenant) throws IOException {
        assertSameAsEntra(tenant, "--from-scratch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso-small", "contoso-seats", "contoso-conflicts"})
    void fromWhatUsersHold_nothingChanges(String tenant) {
        CommandLineRun run = run(tenant);
        assertThat(run.out()).contains("Users whose licences change from what they hold now: 0\n");
    }

    private void assertSameAsEntra(String tenant, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--format", "json"));
        all.addAll(List.of(options));
        JsonNode report = JSON.readTree(run(tenant, all.toArray(String[]::new)).out());
        Path folder = shared.resolve("tenants").resolve(tenant);
        JsonNode users =
                JSON.readTree(Files.readString(folder.resolve("users.json"))).get("value");
        JsonNode skus = JSON.readTree(Files.readString(folder.resolve("subscribedSkus.json")))
                .get("value");
        assertThat(reportedStates(report.get("users"))).isEqualTo(reportedStates(users));
        assertThat(licences(report.get("users"))).isEqualTo(licences(users));
        assertThat(consumed(report.get("subscribedSkus"))).isEqualTo(consumed(skus));
    }

    private CommandLineRun run(String tenant, String... options) {
        List<String> args =
                new ArrayList<>(List.of("--catalog", shared.resolve("catalog").toString()));
        args.addAll(List.of(options));
        args.add(shared.resolve("tenants").resolve(tenant).toString());
        CommandLineRun run = CommandLineRun.of(args.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run;
    }

    private static SortedMap<String, List<String>> reportedStates(JsonNode users) {
        SortedMap<String, List<String>> states = new TreeMap<>();
        for (JsonNode user : users) {
            List<String> ofUser = new ArrayList<>();
            for (JsonNode state : user.get("licenseAssignmentStates")) {
                String group = state.get("assignedByGroup").isNull()
                        ? "direct"
                        : state.get("assignedByGroup").asString();
                String error = state.get("error").isNull()
                        ? "None"
                        : state.get("error").asString();
                ofUser.add(String.join(
                        " ",
                        group,
                        state.get("skuId").asString(),
                        state.get("state").asString(),
                        error,
                        plans(state).toString()));
            }
            ofUser.sort(null);
            states.put(user.get("id").asString(), ofUser);
        }
        return states;
    }

    private static SortedMap<String, List<String>> licences(JsonNode users) {
        SortedMap<String, List<String>> licences = new TreeMap<>();
        for (JsonNode user : users) {
            List<String> ofUser = new ArrayList<>();
            for (JsonNode license : user.get("assignedLicenses")) {
                ofUser.add(license.get("skuId").asString() + " " + plans(license));
            }
            ofUser.sort(null);
            licences.put(user.get("id").asString(), ofUser);
        }
        return licences;
    }

    private static List<String> plans(JsonNode node) {
        List<String> plans = new ArrayList<>();
        node.get("disabledPlans").forEach(plan -> plans.add(plan.asString()));
        plans.sort(null);
        return plans;
    }

    private static SortedMap<String, Integer> consumed(JsonNode skus) {
        SortedMap<String, Integer> consumed = new TreeMap<>();
        skus.forEach(sku -> consumed.put(
                sku.get("skuId").asString(), sku.get("consumedUnits").asInt()));
        return consumed;
    }
}
