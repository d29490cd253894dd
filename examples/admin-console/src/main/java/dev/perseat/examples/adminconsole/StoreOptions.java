package dev.perseat.examples.adminconsole;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where everything is kept. */
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "Where everything is kept: a JDBC URL of H2 or PostgreSQL, or '" + Stores.MEMORY
                    + "' (default: " + Stores.FILE + ", a file in the current folder; '" + Stores.MEMORY
                    + "' with --demo).")
    private @Nullable String store;

    @Option(names = "--store-user", paramLabel = "NAME", description = "Who the database shall take the console for.")
    private @Nullable String user;

    @Option(
            names = "--store-password",
            paramLabel = "PASSWORD",
            arity = "0..1",
            interactive = true,
            description = "The password; asked for if it is left away.")
    private @Nullable String password;

    /** Where everything is kept. */
    String place(boolean demo) {
        if (store != null) {
            return store;
        }
        return demo ? Stores.MEMORY : Stores.FILE;
    }

    @Nullable
    String user() {
        return user;
    }

    @Nullable
    String password() {
        return password;
    }
}
