package dev.perseat.examples.tenantreport;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a run of the command line left behind. */
record CommandLineRun(int status, String out, String err) {
    private static final Path MAIN = Path.of("src", "main");

    static CommandLineRun of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status;
        try (PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            status = TenantReport.run(out, errors, args);
        }
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A run over the tenant that ships with the example, with its catalogue. */
    static CommandLineRun ofContoso(String... options) {
        return of(Stream.of(
                        List.of("--catalog", catalog()),
                        List.of(options),
                        List.of(contoso().toString()))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    static Path contoso() {
        return MAIN.resolve(Path.of("tenants", "contoso"));
    }

    static String catalog() {
        return MAIN.resolve("catalog").toString();
    }

    static String products() {
        return MAIN.resolve(Path.of("catalog", "products.csv")).toString();
    }
}
