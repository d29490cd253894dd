package dev.perseat.examples.adminconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DemoTest {
    @Test
    @Timeout(120)
    void demo_hundredThousandUsers_asInGoldenFile() throws IOException {
        ConsoleRun run = ConsoleRun.of("--demo", "--no-times");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (InputStream in = DemoTest.class.getResourceAsStream("demo.out.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
