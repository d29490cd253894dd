package dev.perseat.examples.adminconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void escaped_whatCouldRepaintAScreen_isWrittenOut() {
        assertThat(Text.escaped("a\u001b[2Jb\nc\u202ed\ud800")).isEqualTo("a\\u{1b}[2Jb\\u{a}c\\u{202e}d\\u{d800}");
        assertThat(Text.escaped("Åse 明 Юрий 🙂")).isEqualTo("Åse 明 Юрий 🙂");
    }

    @Test
    void table_wideAndCombiningLetters_staysAligned() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Table table = new Table(1, 2, "Name", "Seats");
        table.row("明", "1");
        table.row("A\u030ase", "20");
        table.row("b\tc", "300");
        table.print(new Screen(out, false));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("Name     Seats\n明           1\nA\u030ase         20\nb\\u{9}c    300\n");
    }

    @Test
    void words_quotes_keepBlanksAndEmptyWords() {
        Words words = Words.of("assign \"Office 365 E3\" to \"\"");
        assertThat(words.take("")).isEqualTo("assign");
        assertThat(words.take("")).isEqualTo("Office 365 E3");
        words.skip("to");
        assertThat(words.take("")).isEmpty();
        assertThat(words.isEmpty()).isTrue();
    }
}
