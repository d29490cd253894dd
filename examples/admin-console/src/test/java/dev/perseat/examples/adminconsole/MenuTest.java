package dev.perseat.examples.adminconsole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MenuTest {
    private static final String ASSIGN = "9";

    @Test
    void number_asksForEachWord() {
        ConsoleRun run =
                ConsoleRun.ofTyping(ASSIGN, "Visio Plan 2", "Fabrikam Partners", "", "status g-partners", "quit");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("  PRODUCT: ", "  GROUP: ", "  PLANS (may be empty): ")
                .contains("Fabrikam Partners: All licenses assigned (1 member)");
    }

    @Test
    void number_plansToSwitchOff_areSwitchedOff() {
        ConsoleRun run =
                ConsoleRun.ofTyping(ASSIGN, "Visio Plan 2", "g-partners", "VISIOONLINE", "license VISIOCLIENT");
        assertThat(run.lines()).anyMatch(line -> line.startsWith("Fabrikam Partners") && line.endsWith("VISIOONLINE"));
    }

    @Test
    void error_isOneLineAndTheConversationGoesOn() {
        ConsoleRun run = ConsoleRun.ofTyping("nonsense", "99", "licenses");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("error: 'nonsense' is not known", "error: '99' is not a number from 1 to ")
                .contains("Office 365 E3");
    }

    @Test
    void progress_onATerminal_isOneLineWrittenOver() {
        ConsoleRun run = ConsoleRun.ofTyping("assign VISIOCLIENT to g-partners");
        assertThat(run.out())
                .contains("\r[########################################] 1 of 1 user, elapsed -, remaining -");
    }

    @Test
    void request_notWaitedFor_isFoundByWait() {
        ConsoleRun run = ConsoleRun.ofTyping("hold 0", "assign VISIOCLIENT to g-partners &", "status g-partners", "go");
        assertThat(run.out())
                .containsSubsequence("Fabrikam Partners: Queued (op-2)", "op-2 has ended: Completed, 1 of 1 user");
    }
}
