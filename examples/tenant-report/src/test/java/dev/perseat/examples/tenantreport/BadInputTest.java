package dev.perseat.examples.tenantreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    @Nested
    class Usage {
        @Test
        void noFolder_refused() {
            assertRefused(CommandLineRun.of(), "FOLDER");
        }

        @Test
        void unknownOption_refused() {
            assertRefused(CommandLineRun.ofContoso("--frmat", "json"), "--frmat");
        }

        @ParameterizedTest
        @ValueSource(strings = {"--format=xml", "--format=JSON", "--nested-groups=all", "--group-failure=never"})
        void unknownWord_refusedWithTheWordsThatAreKnown(String option) {
            assertRefused(CommandLineRun.ofContoso(option), "is none of ");
        }

        @Test
        void optionWithoutItsValue_refused() {
            assertRefused(CommandLineRun.of("--catalog"), "--catalog");
        }

        @Test
        void missingCatalog_refused() {
            assertRefused(CommandLineRun.of("--catalog", "no-such-folder", contoso()), "no-such-folder");
        }

        @Test
        void missingProducts_refused() {
            assertRefused(CommandLineRun.of("--products", "no-such-file.csv", contoso()), "no-such-file.csv");
        }

        @Test
        void help_toStandardOutput() {
            CommandLineRun run = CommandLineRun.of("--help");
            assertThat(run.out()).contains("--nested-groups", "--group-failure", "--from-scratch", "--catalog");
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
        }
    }

    @Nested
    class Tenant {
        @TempDir
        private Path folder;

        @BeforeEach
        void copyContoso() throws IOException {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(CommandLineRun.contoso())) {
                for (Path file : files) {
                    Files.copy(file, folder.resolve(file.getFileName().toString()));
                }
            }
        }

        @Test
        void missingFolder_refused() {
            assertRefused(CommandLineRun.of("no-such-tenant"), "no-such-tenant");
        }

        @Test
        void missingFile_namesFile() throws IOException {
            Files.delete(folder.resolve("groups.json"));
            assertRefused(run(), "groups.json");
        }

        @Test
        void truncatedJson_namesFile() throws IOException {
            Path users = folder.resolve("users.json");
            String whole = Files.readString(users);
            Files.writeString(users, whole.substring(0, whole.length() / 2));
            assertRefused(run(), "users.json:");
        }

        @Test
        void severalProblems_allNamed() throws IOException {
            replace("users.json", "\"usageLocation\": \"PT\"", "\"usageLocation\": \"pt\"");
            replace("subscribedSkus.json", "\"enabled\": 12", "\"enabled\": -12");
            replace("members.json", "a0000000-0000-4000-8000-000400000001", "nobody");
            CommandLineRun run = run();
            assertRefused(run, "problems:");
            assertThat(run.err()).contains("pt", "-12", "nobody");
        }

        @Test
        void oneBadFolder_theOthersAreReported() throws IOException {
            Files.delete(folder.resolve("users.json"));
            CommandLineRun good = CommandLineRun.ofContoso("--format", "json");
            CommandLineRun both = CommandLineRun.ofContoso("--format", "json", folder.toString());
            assertThat(both.out()).isEqualTo(good.out());
            assertThat(both.err()).contains("users.json");
            assertThat(both.status()).isEqualTo(2);
        }

        private CommandLineRun run() {
            return CommandLineRun.of("--format", "json", folder.toString());
        }

        private void replace(String file, String text, String with) throws IOException {
            Path path = folder.resolve(file);
            String content = Files.readString(path);
            assertThat(content).contains(text);
            Files.writeString(path, content.replace(text, with));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void outputThatCannotBeWritten_isNeitherSuccessNorBadInput(String format) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = TenantReport.run(
                full, new PrintStream(err, true, StandardCharsets.UTF_8), "--format", format, contoso());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("tenant-report: the report cannot be written: no space left" + System.lineSeparator());
        assertThat(status).isEqualTo(1);
    }

    private static String contoso() {
        return CommandLineRun.contoso().toString();
    }

    private static void assertRefused(CommandLineRun run, String named) {
        assertThat(run.err()).startsWith("tenant-report: ").contains(named).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(2);
    }
}
