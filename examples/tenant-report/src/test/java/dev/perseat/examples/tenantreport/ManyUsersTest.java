package dev.perseat.examples.tenantreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contoso with sixty users who have a direct licence and no usage location, and nobody else. */
class ManyUsersTest {
    private static final String AUDIO = "0c266dff-15dd-4b49-8397-2bb16070ed52";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        for (String file : new String[] {"organization.json", "groups.json", "subscribedSkus.json"}) {
            Files.copy(CommandLineRun.contoso().resolve(file), folder.resolve(file));
        }
        Files.writeString(folder.resolve("members.json"), "{\"value\":[]}");
        String users = IntStream.range(10, 70)
                .mapToObj(n -> "{\"id\":\"u" + n + "\",\"licenseAssignmentStates\":[{\"skuId\":\"" + AUDIO
                        + "\",\"state\":\"Error\",\"error\":\"CountViolation\",\"disabledPlans\":[]}]}")
                .collect(Collectors.joining(","));
        Files.writeString(folder.resolve("users.json"), "{\"value\":[" + users + "]}");
    }

    @Test
    void text_saysHowManyUsersItLeavesOut() {
        CommandLineRun run = CommandLineRun.of(folder.toString());
        assertThat(run.out())
                .contains("Users with errors: 60\n", "\nu59\n", "\nand 10 more users (--all-users lists them)\n")
                .doesNotContain("\nu60\n");
    }

    @Test
    void textOfAllUsers_leavesOutNobody() {
        CommandLineRun run = CommandLineRun.of("--all-users", folder.toString());
        assertThat(run.out()).contains("\nu60\n", "\nu69\n").doesNotContain("--all-users");
    }

    @Test
    void json_leavesOutNobody() {
        CommandLineRun run = CommandLineRun.of("--format", "json", folder.toString());
        assertThat(run.out().split("UsageLocationViolation", -1)).hasSize(61);
    }

    @Test
    void progress_isToldAtRoundNumbersAlone() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(err, true, StandardCharsets.UTF_8));
        progress.read("users.json", 0);
        progress.read("users.json", 90_000);
        progress.read("users.json", 100_000);
        progress.read("users.json", 100_000);
        progress.calculating(100_000);
        IntStream.rangeClosed(1, 100_000).forEach(done -> progress.reported(done, 100_000));
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "reading users.json: 100000 entries",
                        "calculating: 100000 users",
                        "reporting: 100000 of 100000 users");
    }

    @Test
    void progressOfASmallTenant_isSilent() {
        assertThat(CommandLineRun.of(folder.toString()).err()).isEmpty();
    }
}
