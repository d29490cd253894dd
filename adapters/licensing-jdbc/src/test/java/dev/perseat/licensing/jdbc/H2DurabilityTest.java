package dev.perseat.licensing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 by itself writes what is committed half a second later, and half of what is not. */
class H2DurabilityTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void commit_toAFileMigratedBefore_isInItOnceItReturns() {
        String url = "jdbc:h2:file:" + folder.resolve("store");
        TestDatabases.migrated(TestDatabases.h2(url)).close();
        try (HikariDataSource source = TestDatabases.h2(url)) {
            SmallWorld.tell(JdbcLicenseStore.of(source));
            assertThatThrownBy(() -> TestDatabases.execute(source, "shutdown immediately"))
                    .as("the connection dies with the database")
                    .hasRootCauseInstanceOf(SQLException.class);
        }
        try (HikariDataSource source = TestDatabases.h2(url)) {
            assertThat(JdbcLicenseStore.of(source).head(SmallWorld.ID).version())
                    .isEqualTo(3);
        }
    }

    @Test
    void commit_endsTheThreadInWhichH2WritesAtAnyTime() {
        try (HikariDataSource source =
                TestDatabases.migrated(TestDatabases.h2("jdbc:h2:file:" + folder.resolve("store")))) {
            SmallWorld.tell(JdbcLicenseStore.of(source));
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("MVStore background writer")
                            && name.contains(folder.getFileName().toString()));
        }
    }

    @Test
    void commit_whileAnotherIsWritten_waitsForItsTurn_andReadersDoNot() throws Exception {
        try (HikariDataSource source = TestDatabases.migrated(TestDatabases.h2())) {
            LicenseStore store = JdbcLicenseStore.of(source);
            SmallWorld.tell(store);
            FutureTask<Boolean> commit =
                    new FutureTask<>(() -> store.record(SmallWorld.ID, CommitId.of("waits"), List.of()), Boolean.TRUE);
            Thread writer = new Thread(commit);
            Dialect.H2.takeTurn();
            try {
                writer.start();
                while (writer.getState() != Thread.State.WAITING && writer.isAlive()) {
                    Thread.onSpinWait();
                }
                assertThat(commit).isNotDone();
                assertThat(source.getHikariPoolMXBean().getActiveConnections()).isZero();
                assertThat(CompletableFuture.supplyAsync(() -> store.head(SmallWorld.ID)))
                        .succeedsWithin(PATIENCE);
            } finally {
                Dialect.H2.endTurn();
            }
            assertThat(commit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void releaseThatLosesWhatItHasWritten_isRefusedForFiles() {
        String release = "2.5.252 (2026-09-23)";
        assertThatThrownBy(() -> Dialect.h2("jdbc:h2:file:./store", release))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.5.252");
        assertThat(Dialect.h2("jdbc:h2:mem:test", release)).isEqualTo(Dialect.H2);
    }
}
