package dev.perseat.benchmarks.union;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/** Databases that run inside the process, and where their dialects differ. */
enum SqlEngine {
    /** Its recursive queries do not notice that a row was there before, so only the depth ends a cycle of groups. */
    H2("jdbc:h2:mem:", "BIT_OR_AGG", "CSVREAD('%s')", 1),
    /** Ends a cycle of groups by itself. */
    DUCKDB("jdbc:duckdb:", "BIT_OR", "read_csv('%s', header = true)", 0);

    private final String url;
    private final String bitOr;
    private final String csv;
    private final int depthStep;

    SqlEngine(String url, String bitOr, String csv, int depthStep) {
        this.url = url;
        this.bitOr = bitOr;
        this.csv = csv;
        this.depthStep = depthStep;
    }

    /** Returns the address of a new database in memory. */
    String url() {
        return url;
    }

    /** Returns the name of the function that unites bits. */
    String bitOr() {
        return bitOr;
    }

    /** Returns by how much the depth grows in a step of a recursive query, which ends at a depth of 16. */
    int depthStep() {
        return depthStep;
    }

    /** Returns what reads a file as a table. */
    String csv(String file) {
        return String.format(Locale.ROOT, csv, file);
    }

    /** Returns whether the driver is there: that of DuckDB is large, and only comes with the Maven profile. */
    boolean isPresent() {
        return DriverManager.drivers().anyMatch(driver -> {
            try {
                return driver.acceptsURL(url);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
