package dev.perseat.examples.tenantreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenant that ships with the example, in which every state and every violation occurs. */
class ContosoReportTest {
    @Test
    void text_isTheGoldenOne() {
        CommandLineRun run = CommandLineRun.ofContoso("--products", CommandLineRun.products());
        assertThat(run.out()).isEqualTo(golden("contoso.txt"));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void json_isTheGoldenOne() {
        CommandLineRun run = CommandLineRun.ofContoso("--format", "json");
        assertThat(run.out()).isEqualTo(golden("contoso.json"));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void json_manyThreads_sameBytes() {
        CommandLineRun run = CommandLineRun.ofContoso("--format", "json", "--threads", "8");
        assertThat(run.out()).isEqualTo(golden("contoso.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "257", "two", ""})
    void threads_notANumberInBounds_refused(String threads) {
        CommandLineRun run = CommandLineRun.ofContoso("--threads", threads);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("'" + threads + "' is not a whole number from 1 to 256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Active", "ActiveWithError", "Disabled", "Error"})
    void json_everyStateOccurs(String state) {
        assertThat(golden("contoso.json")).contains("\"state\":\"" + state + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CountViolation",
                "DependencyViolation",
                "MutuallyExclusiveViolation",
                "Other",
                "ProhibitedInUsageLocationViolation",
                "UniquenessViolation"
            })
    void json_everyViolationOccurs(String violation) {
        assertThat(golden("contoso.json")).contains("\"state\":\"Error\",\"error\":\"" + violation + "\"");
    }

    @Test
    void json_eachFolderIsOneLine() {
        String folder = CommandLineRun.contoso().toString();
        CommandLineRun run = CommandLineRun.ofContoso("--format", "json", folder);
        assertThat(run.out()).isEqualTo(golden("contoso.json").repeat(2));
    }

    @Test
    void transitive_userOfANestedGroupAsksForItsLicence() {
        String quentin = "{\"id\":\"a0000000-0000-4000-8000-000400000017\",\"licenseAssignmentStates\":[";
        assertThat(golden("contoso.json")).contains(quentin + "]");
        assertThat(CommandLineRun.ofContoso("--format", "json", "--nested-groups", "transitive")
                        .out())
                .contains(quentin + "{\"skuId\":\"6fd2c87f-b296-42f0-b197-1e91e994b900\"");
    }

    @Test
    void perProduct_noLicenceFailsForAnother() {
        assertThat(CommandLineRun.ofContoso("--format", "json", "--group-failure", "per-product")
                        .out())
                .doesNotContain("\"Other\"");
    }

    @Test
    void fromScratch_nothingIsKept() {
        assertThat(CommandLineRun.ofContoso("--format", "json", "--from-scratch")
                        .out())
                .doesNotContain("ActiveWithError");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shuffledExport_sameBytes(long seed, @TempDir Path folder) throws IOException {
        Path shuffled = ShuffledExport.write(CommandLineRun.contoso(), folder, seed);
        CommandLineRun run =
                CommandLineRun.of("--catalog", CommandLineRun.catalog(), "--format", "json", shuffled.toString());
        assertThat(run.out()).isEqualTo(golden("contoso.json"));
    }

    @Test
    void turkishLocaleWithArabicDigits_sameBytes() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            json_isTheGoldenOne();
            text_isTheGoldenOne();
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String golden(String name) {
        try (InputStream in = ContosoReportTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
