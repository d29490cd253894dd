package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.msgraph.ReadProgress;
import java.io.PrintStream;

/**
 * Tells on standard error how far a long run is. Lines are counted out, not timed, so that two runs over the same tenant
 * say the same; a tenant that is done in a moment says nothing.
 */
final class Progress implements ReadProgress {
    private static final int PER_LINE = 100_000;

    private final PrintStream err;
    private long told;

    Progress(PrintStream err) {
        this.err = err;
    }

    @Override
    public void read(String file, long entries) {
        // The end of a file may be told right after a round number, which may be the same.
        if (entries > 0 && entries % PER_LINE == 0 && entries != told) {
            err.println("reading " + file + ": " + entries + " entries");
        }
        told = entries;
    }

    void calculating(int users) {
        if (users >= PER_LINE) {
            err.println("calculating: " + users + " users");
        }
    }

    void reported(int done, int users) {
        if (done % PER_LINE == 0) {
            err.println("reporting: " + done + " of " + users + " users");
        }
    }
}
