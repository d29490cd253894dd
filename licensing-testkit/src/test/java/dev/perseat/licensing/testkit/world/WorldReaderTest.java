package dev.perseat.licensing.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.model.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldReaderTest {
    private static World parse(String lines) {
        return WorldReader.parse("w", "title \"W\"\ntenant t in NO\n" + lines);
    }

    @Nested
    class Reads {
        @Test
        void commentsBlankLinesAndTabs() {
            World world = parse("# a comment\n\n  \t user\talice in NO # another\nuser \"# no comment\"\n");
            assertThat(world.input().users())
                    .extracting(user -> user.id().value())
                    .containsExactly("alice", "# no comment");
        }

        @Test
        void escapesInQuotes() {
            World world = parse("user \"\\\"\\\\\\n\\r\\t\\u00E5\\uD83D\\uDE00\"");
            assertThat(world.input().users().get(0).id()).isEqualTo(UserId.of("\"\\\n\r\t\u00E5\uD83D\uDE00"));
        }

        @Test
        void linesThatEndAsOnWindows() {
            assertThat(parse("user alice\r\nuser bob\r\n").input().users()).hasSize(2);
        }

        @Test
        void keywordsInQuotesAsIds() {
            World world = parse("user \"in\" in NO\ngroup \"license\"\nmembers \"license\" \"in\"");
            assertThat(world.snapshot()
                            .memberUsers(world.snapshot().groups().get(0).id()))
                    .containsExactly(UserId.of("in"));
        }
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\0',
                value = {
                    "usr alice                          | 'usr' is not a statement",
                    "\"user\" alice                     | 'user' where a statement should be",
                    "user                               | the line ends where a user id should be",
                    "user in NO                         | 'in' where a user id should be. Maybe it should be in quotes",
                    "user al?ce                         | \"al?ce\" has a character that must be in quotes",
                    "user \"alice                       | the quotes that begin \"alice do not end",
                    "user \"alice\"in NO                | 'i' follows the quotes",
                    "user \"a\\x\"                      | unknown escape \\x",
                    "user \"a\\u12\"                    | unknown escape",
                    "user \"a\\u12G4\"                  | '12G4' is not four hexadecimal digits",
                    "user \"a\\                         | unknown escape",
                    "user \"\"                          | user id '' is blank",
                    "user \"\\uD800\"                   | half a surrogate pair",
                    "user alice bob                     | 'bob' where 'license' should be",
                    "sku S plans P P                    | plan 'P' is named twice",
                    "sku S P                            | 'P' where the line should end",
                    "subscription S enabled many        | 'many' where a number of units should be",
                    "subscription S enabled 2147483648  | '2147483648' where a number of units",
                    "subscription S status broken       | 'broken' is not a capability status. Maybe one of enabled,",
                    "plan P requires                    | the line ends where a plan id should be",
                    "plan P conflicts                   | the line ends where a plan id should be",
                    "group g kind room                  | 'room' is not a kind of group",
                    "tenant u in NO                     | the tenant is said twice",
                    "title \"X\"                        | the title is said twice",
                    "state alice S active               | 'S' where 'group' should be",
                    "state alice direct S active by-administrator P | 'by-administrator' where the line should end",
                    "state alice direct S error prohibited P in XX | country code 'XX'",
                    "change alice direct S              | nothing changes",
                    "problem dangling alice             | 'dangling' is not a kind of problem",
                })
        void withFileLineAndValue(String line, String message) {
            assertThatExceptionOfType(WorldFormatException.class)
                    .isThrownBy(() -> parse(line.strip()))
                    .withMessageStartingWith("w.world, line 3: ")
                    .withMessageContaining(message.strip())
                    .satisfies(e -> assertThat(e.file()).isEqualTo("w.world"))
                    .satisfies(e -> assertThat(e.line()).isEqualTo(3));
        }

        @ParameterizedTest
        @CsvSource({
            "state alice direct S active",
            "usage S seats 1",
            "summary g members 1",
            "effective alice S",
            "effective alice none",
            "change alice direct S after P",
            "policy direct per-product reject"
        })
        void whatIsSaidTwice(String line) {
            assertThat(parse(line)).isNotNull();
            if (!line.endsWith("none")) {
                assertThatThrownBy(() -> parse(line + "\n" + line)).hasMessageContaining("line 4");
            }
        }

        @Test
        void anAnswerToBadInput() {
            assertThatThrownBy(() -> parse("problem duplicate-id alice\nusage S seats 1"))
                    .hasMessageContaining("problems, and yet an answer");
        }

        @Test
        void holdingTheSameTwice() {
            assertThatThrownBy(() -> parse("holds alice direct S with P\nholds alice direct S"))
                    .isInstanceOf(WorldFormatException.class)
                    .hasMessageContaining("twice");
        }

        @Test
        void aTextWithoutTenantOrTitle() {
            assertThatThrownBy(() -> WorldReader.parse("w", "")).hasMessage("w.world, line 1: the world has no title");
            assertThatThrownBy(() -> WorldReader.parse("w", "title X\n"))
                    .hasMessage("w.world, line 1: the world has no tenant");
        }

        @Test
        void aFileThatIsNotUtf8(@TempDir Path folder) throws IOException {
            Path file = Files.write(folder.resolve("latin.world"), new byte[] {'#', (byte) 0xE5, '\n'});
            assertThatThrownBy(() -> WorldReader.read(file))
                    .isInstanceOf(WorldFormatException.class)
                    .hasMessageContaining("latin.world")
                    .hasMessageContaining("UTF-8");
        }

        @Test
        void aFileOfAnotherName(@TempDir Path folder) {
            assertThatThrownBy(() -> WorldReader.read(folder.resolve("world.txt")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(".world");
        }
    }
}
