package dev.perseat.examples.adminconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            licences                                   | 'licences' is not known; 'help' lists what is
            licenses now                               | 'now' is too much; several words of one name stand in quotes
            license                                    | PRODUCT is missing
            license Excel                              | there is no product 'Excel'
            license "Office 365"                       | 'Office 365' is found in 2 products: Office 365 E1 (STANDARDPACK), Office 365 E3 (ENTERPRISEPACK); say more of one name, or its id
            license "Office 365 E3                     | a quote is not closed
            status Fabricam                            | there is no group 'Fabricam'
            status contoso                             | 'contoso' is found in 6 groups: Contoso All Staff (g-all-staff), Contoso Board (g-board), Contoso Engineering (g-engineering), Contoso Frontline (g-frontline), Contoso News (g-news) and 1 more; say more of one name, or its id
            user bob                                   | there is no user 'bob' in this tenant
            assign VISIOCLIENT g-board                 | 'to' is expected in place of 'g-board'
            assign VISIOCLIENT to g-board without SWAY | Visio Plan 2 has no plan 'SWAY'; 'plans' lists those that it has
            seats EMS many                             | 'many' is not a number of seats, from 0 to 2147483647
            hold 100                                   | '100' is not a percentage from 0 to 99
            cancel 7                                   | '7' is not an operation id such as op-17
            preview licenses                           | 'licenses' is not a request that can be previewed
            as gwen groups                             | there is no role 'groups'; a role is such as license-administrator
            audit tenant contoso                       | 'tenant' has no audit trail of its own; a user, a group and an operation have
            """)
    void script_lineThatCannotBeDone_namedInOneLine(String line, String message) throws IOException {
        ConsoleRun run = ConsoleRun.ofScript(folder, "# first", line, "say never");
        assertThat(run.err()).isEqualTo("admin-console: " + folder.resolve("script.txt") + ":2: " + message + "\n");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).doesNotContain("never");
    }

    @Test
    void script_refusal_isAnAnswer() throws IOException {
        ConsoleRun run = ConsoleRun.ofScript(
                folder, "assign EMS to g-news", "remove EMS from g-board", "as rita reports-reader", "seats EMS 1");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.lines().filter(line -> line.startsWith("refused: "))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --users 99                | --users 99 is not from 100 to 1000000
            --users many              | Invalid value for option '--users': 'many' is not an int
            --script x --demo         | --script and --demo exclude each other
            --script no-such-file.txt | --script no-such-file.txt cannot be read
            --store jdbc:mysql:x      | --store is neither 'memory' nor a JDBC URL of H2 or PostgreSQL
            --scrip x                 | Unknown options: '--scrip', 'x'
            """)
    void options_thatMakeNoSense_namedInOneLine(String options, String message) {
        ConsoleRun run = ConsoleRun.of(options.split(" ", -1));
        assertThat(run.err()).isEqualTo("admin-console: " + message + "\nTry 'admin-console --help'.\n");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void script_inAnotherCharset_namedInOneLine() throws IOException {
        Path script = Files.write(folder.resolve("latin.txt"), new byte[] {'s', 'a', 'y', ' ', (byte) 0xE5, '\n'});
        ConsoleRun run = ConsoleRun.of("--script", script.toString());
        assertThat(run.err())
                .isEqualTo("admin-console: --script " + script + " is not in UTF-8\nTry 'admin-console --help'.\n");
        assertThat(run.status()).isEqualTo(2);
    }
}
