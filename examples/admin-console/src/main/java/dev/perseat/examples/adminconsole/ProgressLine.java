package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.Progress;
import java.time.Clock;
import java.util.Locale;

/** How far an operation is: on a terminal one line that is written over, elsewhere a line at each tenth. */
final class ProgressLine {
    private static final int STEPS = 40;

    private final Screen screen;
    private final Times times;
    private final Clock clock;
    private long tenths = -1;
    private boolean over;

    ProgressLine(Screen screen, Times times, Clock clock) {
        this.screen = screen;
        this.times = times;
        this.clock = clock;
    }

    /** Begins with an operation of which nothing has been told yet, or which has been told as far as this. */
    void begin(Operation operation) {
        tenths = operation.progress().processed() == 0 ? -1 : tenths(operation.progress());
        over = false;
    }

    void tell(Operation operation) {
        Progress progress = operation.progress();
        if (progress.total() == 0) {
            return;
        }
        if (screen.isTerminal()) {
            over = true;
            screen.over(bar(progress) + " " + sentence(operation));
        } else if (tenths(progress) > Math.max(0, tenths)) {
            screen.line(String.format(Locale.ROOT, "  %3d %%  ", tenths(progress) * 10) + sentence(operation));
        }
        tenths = tenths(progress);
    }

    void end() {
        if (over) {
            screen.leave();
        }
        over = false;
    }

    private static long tenths(Progress progress) {
        return progress.total() == 0 ? 0 : progress.processed() * 10 / progress.total();
    }

    private static String bar(Progress progress) {
        int done = (int) (progress.processed() * STEPS / progress.total());
        return "[" + "#".repeat(done) + ".".repeat(STEPS - done) + "]";
    }

    private String sentence(Operation operation) {
        Progress progress = operation.progress();
        String failed = progress.failed() == 0 ? "" : ", " + Text.number(progress.failed()) + " with errors";
        String elapsed = times.of(operation.elapsed(clock.instant()));
        String left = operation.remaining(clock.instant()).map(times::of).orElse("?");
        return Text.number(progress.processed()) + " of " + Text.count(progress.total(), "user") + failed + ", elapsed "
                + elapsed + ", remaining " + left;
    }
}
