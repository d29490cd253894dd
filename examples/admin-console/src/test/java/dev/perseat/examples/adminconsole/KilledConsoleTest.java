package dev.perseat.examples.adminconsole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.OperationStatus;
import dev.perseat.licensing.admin.Progress;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.testkit.service.StoreCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A console in a process of its own, killed by the system: nothing of it runs to its end. */
class KilledConsoleTest {
    private static final int USERS = 5_000;
    private static final String ASSIGN = "assign \"Office 365 E3\" to \"Contoso All Staff\" without SWAY";
    private static final OperationId ASSIGNED = OperationId.of(2);

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void kill_inTheMiddle_nextConsoleGoesOnToTheSameEnd() throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(ConsoleRun.ofTypingAt(url(undisturbed), USERS, ASSIGN).status())
                .isZero();

        Path killed = folder.resolve("killed");
        Process console = start(killed);
        try {
            type(console, "hold 40\n" + ASSIGN + "\n");
            awaitLine(console, "op-2 is held: ");
        } finally {
            console.destroyForcibly().waitFor();
        }
        Progress halfway = Kept.in(killed).progress;
        assertThat(halfway.processed()).isBetween(1L, halfway.total() - 1);

        assertThat(ConsoleRun.ofTypingAt(url(killed), USERS, "wait").out())
                .contains("Contoso is in the store already", "op-2 has ended: ");
        assertThat(Kept.in(killed)).isEqualTo(Kept.in(undisturbed));
    }

    private static String url(Path file) {
        return "jdbc:h2:file:" + file;
    }

    private static Process start(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AdminConsole.class.getName(),
                        "--store",
                        url(file),
                        "--users",
                        Integer.toString(USERS))
                .redirectErrorStream(true)
                .start();
    }

    /** Its input stays open, so that the console waits for more. */
    private static void type(Process console, String lines) throws IOException {
        console.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
        console.getOutputStream().flush();
    }

    private static void awaitLine(Process console, String wanted) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(console.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder told = new StringBuilder();
        String line = out.readLine();
        while (line != null && !line.contains(wanted)) {
            told.append(line).append('\n');
            line = out.readLine();
        }
        assertThat(line).as("after\n%s", told).isNotNull();
    }

    /** What is in a store, times aside. */
    private record Kept(Holdings holdings, List<AuditEntry> trail, OperationStatus status, Progress progress) {
        static Kept in(Path file) {
            try (Stores.Open open = Stores.open(new StoreOptions(), url(file), Clock.systemUTC())) {
                List<AuditEntry> trail = StoreCheck.trail(open.store(), Contoso.ID).stream()
                        .map(it -> timeless(it.entry()))
                        .toList();
                Operation assigned =
                        open.store().operation(Contoso.ID, ASSIGNED).orElseThrow();
                return new Kept(
                        StoreCheck.holdings(open.store(), Contoso.ID), trail, assigned.status(), assigned.progress());
            }
        }

        private static AuditEntry timeless(AuditEntry entry) {
            return new AuditEntry(
                    Instant.EPOCH,
                    entry.actorId(),
                    entry.activity(),
                    entry.target(),
                    entry.refused(),
                    entry.cause(),
                    entry.changes(),
                    entry.properties());
        }
    }
}
