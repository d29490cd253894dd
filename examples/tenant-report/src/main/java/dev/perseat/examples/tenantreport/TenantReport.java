package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.directory.DirectoryException;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import dev.perseat.licensing.msgraph.GraphExport;
import dev.perseat.licensing.msgraph.GraphFormatException;
import dev.perseat.licensing.msgraph.GraphTenant;
import dev.perseat.licensing.msgraph.ProductNames;
import dev.perseat.licensing.msgraph.ServicePlanFacts;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The command line. */
@Command(
        name = "tenant-report",
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Prints who gets which licence in a tenant exported from Microsoft Graph, and why.",
        footer = {"", "Exit status: 0 if every folder was reported, 2 for bad input or usage, 1 for any other failure."
        })
public final class TenantReport implements Callable<Integer> {
    private static final int REPORTED = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int USERS_SHOWN = 50;

    @Option(
            names = "--catalog",
            paramLabel = "FOLDER",
            description = "Facts about service plans: plan-requirements.csv, plan-conflicts.csv, plan-locations.csv,"
                    + " plan-uniqueness.csv; each may be absent.")
    private @Nullable Path catalog;

    @Option(
            names = "--products",
            paramLabel = "FILE",
            description = "Microsoft's table of product names, for the names in a text report.")
    private @Nullable Path products;

    @Option(
            names = "--nested-groups",
            paramLabel = "direct|transitive",
            defaultValue = "direct",
            converter = Choices.OfNestedGroups.class,
            description = "Who counts as a member of a group (default: ${DEFAULT-VALUE}).")
    private NestedGroups nestedGroups = NestedGroups.DIRECT;

    @Option(
            names = "--group-failure",
            paramLabel = "all-or-nothing|per-product",
            defaultValue = "all-or-nothing",
            converter = Choices.OfGroupFailure.class,
            description = "What fails together of a group's licences (default: ${DEFAULT-VALUE}).")
    private GroupFailure groupFailure = GroupFailure.ALL_OR_NOTHING;

    @Option(names = "--from-scratch", description = "Ignore what the users hold according to the export.")
    private boolean fromScratch;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = Choices.OfFormat.class,
            description = "How to report (default: ${DEFAULT-VALUE}). JSON: one document per folder, each on one line.")
    private Format format = Format.TEXT;

    @Option(
            names = "--all-users",
            description = "In a text report, list every user with something to tell, not only the first " + USERS_SHOWN
                    + " in each part.")
    private boolean allUsers;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            converter = ThreadCount.class,
            description = "How many threads calculate (default: ${DEFAULT-VALUE}). The answer does not depend on it.")
    private int threads = 1;

    /** Picocli looks at it: with it, the help is printed and nothing else is done. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help and exit.")
    @SuppressWarnings("unused")
    private boolean help;

    @Parameters(
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "A tenant: organization.json, users.json, groups.json, members.json, subscribedSkus.json.")
    private List<Path> folders = List.of();

    private final OutputStream out;
    private final PrintStream err;

    private TenantReport(OutputStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Reports tenants on standard output. The status tells how it went: 0 if every folder was reported, 2 for bad input
     * or usage, 1 for any other failure.
     *
     * @param args options and folders
     */
    public static void main(String[] args) {
        // System.out would swallow a failure to write.
        int status = run(new FileOutputStream(FileDescriptor.out), System.err, args);
        if (status != REPORTED) {
            System.exit(status);
        }
    }

    /** Does what {@link #main} does, and returns the status. */
    static int run(OutputStream out, PrintStream err, String... args) {
        OutputStream buffered = new BufferedOutputStream(out);
        return new CommandLine(new TenantReport(buffered, err))
                .setOut(new PrintWriter(buffered, true, StandardCharsets.UTF_8))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((wrong, words) -> usage(err, wrong))
                .setExecutionExceptionHandler((broken, command, parsed) -> failure(err, broken))
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        ServicePlanFacts facts;
        try {
            facts = catalog == null ? ServicePlanFacts.none() : ServicePlanFacts.read(catalog);
        } catch (GraphFormatException wrong) {
            return refused("--catalog", wrong.problems());
        }
        ProductNames names;
        try {
            names = products == null ? ProductNames.none() : ProductNames.read(products);
        } catch (GraphFormatException wrong) {
            return refused("--products", wrong.problems());
        }
        int status = REPORTED;
        for (Path folder : folders) {
            status = Math.max(status, report(folder, facts, names));
        }
        return status;
    }

    private int report(Path folder, ServicePlanFacts facts, ProductNames names) throws IOException {
        Progress progress = new Progress(err);
        GraphTenant tenant;
        try {
            tenant = GraphExport.open(folder).read(policy(), facts, progress);
        } catch (GraphFormatException wrong) {
            return refused(folder, wrong.problems());
        } catch (InvalidTenantException wrong) {
            return refused(folder, wrong.problems());
        }
        progress.calculating(tenant.snapshot().userCount());
        Holdings holdings = fromScratch ? Holdings.empty() : tenant.holdings();
        AssignmentCalculator calculator = DenseAssignmentCalculator.create(ForkJoinPool.commonPool(), threads);
        AssignmentResult result = calculator.calculate(tenant.snapshot(), holdings);
        switch (format) {
            case TEXT -> TextReport.write(result, names, allUsers ? Integer.MAX_VALUE : USERS_SHOWN, out, progress);
            case JSON -> JsonReport.write(result, out, progress);
        }
        out.flush();
        return REPORTED;
    }

    private LicensingPolicy policy() {
        return LicensingPolicy.entra().with(nestedGroups).with(groupFailure);
    }

    private int refused(Object what, List<?> problems) {
        if (problems.size() == 1) {
            err.println("tenant-report: " + what + ": " + problems.get(0));
        } else {
            err.println("tenant-report: " + what + ": " + problems.size() + " problems:");
            problems.forEach(problem -> err.println("- " + problem));
        }
        return BAD_INPUT;
    }

    private static int usage(PrintStream err, ParameterException wrong) {
        err.println("tenant-report: " + wrong.getMessage());
        err.println("Try 'tenant-report --help'.");
        return BAD_INPUT;
    }

    private static int failure(PrintStream err, Exception broken) {
        Throwable cause = broken.getCause();
        if (broken instanceof DirectoryException) {
            err.println("tenant-report: " + broken.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
        } else if (broken instanceof IOException) {
            err.println("tenant-report: the report cannot be written: " + broken.getMessage());
        } else if (cause instanceof IOException) {
            err.println("tenant-report: the report cannot be written: " + cause.getMessage());
        } else {
            err.println("tenant-report: internal error, please report it");
            broken.printStackTrace(err);
        }
        return FAILED;
    }
}
