package dev.perseat.licensing.msgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.User;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of some megabytes, by default 5. That memory does not matter shows with more of them and little heap for the
 * tests: {@code MAVEN_OPTS=-Xmx700m JAVA_TOOL_OPTIONS=-Xmx32m mvn test -Dtest=LargeExportTest -Dperseat.megabytes=200}.
 */
class LargeExportTest {
    private static final long BYTES = Long.getLong("perseat.megabytes", 5) * 1_000_000;

    @TempDir
    private Path path;

    @Test
    void users_largeFile_areStreamed() throws IOException {
        Directory directory = ExportFolder.in(path).export().directory();
        long written = write(
                "users.json",
                "{\"value\": [",
                "{\"id\": \"a%d\", \"displayName\": \"Somebody\", \"usageLocation\": \"NO\", \"identities\": [{\"x\": 1}],"
                        + " \"licenseAssignmentStates\": [{\"skuId\": \"s1\", \"disabledPlans\": [\"p1\"], \"state\":"
                        + " \"Active\"}]}",
                "]}");

        try (Stream<User> users = directory.users()) {
            assertThat(users.count()).isEqualTo(written);
        }
    }

    @Test
    void memberships_largeGroup_areStreamed() throws IOException {
        Directory directory = ExportFolder.in(path).export().directory();
        long written = write(
                "members.json",
                "{\"value\": [{\"id\": \"b1\", \"members\": [",
                "{\"@odata.type\": \"#microsoft.graph.user\", \"id\": \"a%d\"}",
                "]}]}");

        try (Stream<Membership> memberships = directory.memberships()) {
            assertThat(memberships.count()).isEqualTo(written);
        }
    }

    private long write(String file, String head, String entry, String tail) throws IOException {
        String[] parts = entry.split("%d", -1);
        long entries = 0;
        long length = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(path.resolve(file))) {
            writer.write(head);
            while (length < BYTES) {
                String text = (entries == 0 ? "" : ",") + parts[0] + entries + parts[1];
                writer.write(text);
                length += text.length();
                entries++;
            }
            writer.write(tail);
        }
        return entries;
    }
}
