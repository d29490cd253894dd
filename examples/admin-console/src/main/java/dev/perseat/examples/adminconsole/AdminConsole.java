package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.store.LicenseStoreException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "admin-console",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Lets you look at the licences of an organisation, assign them to groups, watch, and look up who"
                + " changed what. Without --script and --demo it asks you.",
        footer = {
            "",
            "Exit status: 0 if everything was done (a refusal is an answer), 2 for bad usage or a line of a script that"
                    + " cannot be understood, 1 for any other failure."
        })
public final class AdminConsole implements Callable<Integer> {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int MOST_USERS = 1_000_000;
    private static final String DEMO = "demo.txt";

    /** Picocli looks at it to tell what is wrong. */
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "Do what the lines of a file say, and stop at the first that cannot be understood.")
    private @Nullable Path script;

    @Option(names = "--demo", description = "Do what the script that ships with the console says.")
    private boolean demo;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many users the organisation has, from " + Contoso.FEWEST + " to " + MOST_USERS
                    + " (default: ${DEFAULT-VALUE}).")
    private int users;

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    @Option(names = "--no-times", description = "Write a dash for each time, so that two runs can be compared.")
    private boolean noTimes;

    /** Picocli looks at it: with it, the help is printed and nothing else is done. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    @SuppressWarnings("unused")
    private boolean help;

    private final BufferedReader in;
    private final OutputStream out;
    private final PrintStream err;
    private final boolean terminal;

    private AdminConsole(BufferedReader in, OutputStream out, PrintStream err, boolean terminal) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs the console on standard input and output. The status tells how it went: 0 if everything was done, 2 for bad usage
     * or a line of a script that cannot be understood, 1 for any other failure.
     *
     * @param args options
     */
    public static void main(String[] args) {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(AdminConsole::isTerminal);
        Reader in =
                terminal.map(Console::reader).orElseGet(() -> new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // System.out would swallow a failure to write.
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        int status = run(new BufferedReader(in), out, System.err, terminal.isPresent(), args);
        if (status != DONE) {
            System.exit(status);
        }
    }

    /** From Java 22 on there is a console without a terminal, too, and it can be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Does what {@link #main} does, and returns the status. */
    static int run(BufferedReader in, OutputStream out, PrintStream err, boolean terminal, String... args) {
        return new CommandLine(new AdminConsole(in, out, err, terminal))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((wrong, words) -> usage(err, wrong))
                .setExecutionExceptionHandler((broken, command, parsed) -> failure(err, broken))
                .execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check(!demo || script == null, "--script and --demo exclude each other");
        check(
                users >= Contoso.FEWEST && users <= MOST_USERS,
                "--users " + users + " is not from " + Contoso.FEWEST + " to " + MOST_USERS);
        String place = storeOptions.place(demo);
        check(Stores.isKnown(place), "--store is neither '" + Stores.MEMORY + "' nor a JDBC URL of H2 or PostgreSQL");
        @Nullable List<String> lines = lines();
        Clock clock = Clock.systemUTC();
        Screen screen = new Screen(out, terminal);
        Times times = new Times(!noTimes);
        Catalogue catalogue = Catalogue.shipped();
        try (Stores.Open store = Stores.open(storeOptions, place, clock);
                Workplace workplace = new Workplace(store.store(), new ProgressLine(screen, times, clock))) {
            Interpreter interpreter = new Interpreter(workplace, catalogue, screen, times);
            if (store.place() != null) {
                screen.line("Everything is kept in " + store.place() + ".");
            }
            begin(workplace, catalogue, screen, interpreter);
            if (lines != null) {
                return new Script(interpreter, screen, err).run(script == null ? DEMO : script.toString(), lines);
            }
            new Menu(interpreter, in, screen).run();
            return DONE;
        }
    }

    private void check(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
        }
    }

    /** The lines of the script, or null if there is none. */
    private @Nullable List<String> lines() throws IOException {
        if (script != null) {
            check(Files.isReadable(script) && !Files.isDirectory(script), "--script " + script + " cannot be read");
            try {
                return Files.readAllLines(script, StandardCharsets.UTF_8);
            } catch (CharacterCodingException e) {
                check(false, "--script " + script + " is not in UTF-8");
            }
        }
        return demo ? shipped() : null;
    }

    private static List<String> shipped() throws IOException {
        try (InputStream demo = AdminConsole.class.getResourceAsStream(DEMO)) {
            return new String(Objects.requireNonNull(demo).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private void begin(Workplace workplace, Catalogue catalogue, Screen screen, Interpreter interpreter)
            throws InterruptedException {
        Optional<Operation> imported = workplace.settle(catalogue, users);
        if (imported.isPresent()) {
            screen.line("Contoso has " + Text.count(users, "user") + ". You are admin, Global Administrator.");
            interpreter.follow(imported.get());
        } else {
            screen.line("Contoso is in the store already. You are admin, Global Administrator.");
            interpreter.run("wait");
        }
    }

    private static int usage(PrintStream err, ParameterException wrong) {
        err.println("admin-console: " + wrong.getMessage());
        err.println("Try 'admin-console --help'.");
        return BAD_INPUT;
    }

    private static int failure(PrintStream err, Exception broken) {
        if (broken instanceof LicenseStoreException) {
            err.println("admin-console: the store failed: " + Text.escaped(String.valueOf(broken.getMessage())));
        } else if (broken instanceof IOException || broken instanceof UncheckedIOException) {
            err.println("admin-console: reading or writing failed: " + broken.getMessage());
        } else {
            err.println("admin-console: internal error, please report it");
            broken.printStackTrace(err);
        }
        return FAILED;
    }

    /** Runs through lines, each shown before what it does. */
    private record Script(Interpreter interpreter, Screen screen, PrintStream err) {
        int run(String name, List<String> lines) throws InterruptedException {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                try {
                    show(line);
                    interpreter.run(line);
                } catch (BadInputException e) {
                    err.println("admin-console: " + name + ":" + (i + 1) + ": "
                            + Text.escaped(String.valueOf(e.getMessage())));
                    return BAD_INPUT;
                }
            }
            return DONE;
        }

        private void show(String line) {
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("say ")) {
                screen.line("");
                screen.line("> " + line);
            }
        }
    }
}
