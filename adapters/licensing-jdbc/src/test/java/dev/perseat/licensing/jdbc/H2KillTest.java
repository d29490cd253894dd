package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Actor;
import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.Role;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process may be killed after any write to the file, and in the middle of one. */
class H2KillTest {
    private static final AuditEntry ENTRY = AuditEntry.refused(
            Instant.parse("2026-11-25T08:30:00Z"),
            Actor.of("admin@contoso", Role.GLOBAL_ADMINISTRATOR),
            Activity.SET_USER_LICENSE,
            Target.tenant(),
            "not allowed");

    @TempDir
    Path folder;

    /** How many changes the file had seen when each of the commits was told of. */
    private final List<Integer> told = new ArrayList<>();

    private int entriesBefore;
    private int commits;
    private int looks;

    @Test
    void processKilledAtAnyWrite_leavesEachCommitThatWasToldOf_andAFileToGoOnWith() throws IOException {
        TestDatabases.migrated(TestDatabases.h2(url("store"))).close();
        byte[] file = Files.readAllBytes(folder.resolve("store.mv.db"));
        RecordedFile.begin();
        try (HikariDataSource source = TestDatabases.h2(url("recorded:", "store"))) {
            LicenseStore store = JdbcLicenseStore.of(source);
            SmallWorld.tell(store);
            entriesBefore = entries(store);
        }
        int known = RecordedFile.changes().size();
        for (int opened = 0; opened < 3; opened++) {
            commit(5);
        }
        List<RecordedFile.Change> changes = RecordedFile.changes();
        for (int i = 0; i < changes.size(); i++) {
            RecordedFile.Change change = changes.get(i);
            if (i >= known) {
                look(file, i);
                if (change.isDivisible()) {
                    look(change.half().made(file), i);
                }
            }
            file = change.made(file);
        }
        look(file, changes.size());
    }

    /** Opens the file, commits, and closes it. */
    private void commit(int number) {
        try (HikariDataSource source = TestDatabases.h2(url("recorded:", "store"))) {
            LicenseStore store = JdbcLicenseStore.of(source);
            for (int i = 0; i < number; i++) {
                store.record(SmallWorld.ID, CommitId.of("commit-" + commits++), List.of(ENTRY, ENTRY));
                told.add(RecordedFile.changes().size());
            }
        }
    }

    private void look(byte[] file, int changes) throws IOException {
        String name = "killed-" + looks++;
        Files.write(folder.resolve(name + ".mv.db"), file);
        long expected = told.stream().filter(number -> number <= changes).count();
        try (HikariDataSource source = TestDatabases.h2(url(name))) {
            LicenseStore store = JdbcLicenseStore.of(source);
            int before = entries(store);
            assertThat((before - entriesBefore) / 2L)
                    .as("commits after %s changes", changes)
                    .isBetween(expected, expected + 1);
            store.record(SmallWorld.ID, CommitId.of("next"), List.of(ENTRY, ENTRY));
            assertThat(entries(store)).isEqualTo(before + 2);
            TestDatabases.execute(source, "update perseat_holding set licenses = licenses");
        }
    }

    private static int entries(LicenseStore store) {
        return store.audit(SmallWorld.ID, AuditQuery.all(), 0, Integer.MAX_VALUE)
                .size();
    }

    private String url(String name) {
        return url("", name);
    }

    private String url(String scheme, String name) {
        return "jdbc:h2:file:" + scheme + folder.resolve(name) + ";MAX_COMPACT_TIME=0";
    }
}
