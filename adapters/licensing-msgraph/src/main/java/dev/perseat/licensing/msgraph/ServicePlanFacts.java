package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.UsageLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The rules of service plans that Graph does not tell: what they require, what they exclude, where they may not be used and
 * whether they need unique proxy addresses. Immutable and safe for use by several threads.
 *
 * @since 0.1
 */
public final class ServicePlanFacts {
    private static final ServicePlanFacts NONE = new ServicePlanFacts();

    private final SortedMap<ServicePlanId, List<PlanRequirement>> requirements = new TreeMap<>();
    private final SortedMap<ServicePlanId, SortedSet<ServicePlanId>> conflicts = new TreeMap<>();
    private final SortedMap<ServicePlanId, SortedSet<UsageLocation>> prohibitedLocations = new TreeMap<>();
    private final NavigableSet<ServicePlanId> unique = new TreeSet<>();
    private final SortedSet<ServicePlanId> plans = new TreeSet<>();

    private ServicePlanFacts() {}

    /**
     * Returns no facts.
     *
     * @return facts that name no plan
     */
    public static ServicePlanFacts none() {
        return NONE;
    }

    /**
     * Reads the facts from CSV files in UTF-8 with a header row; columns are found by name, and further ones are passed
     * over. Ids are taken as they are written. A file may be absent, and then says nothing.
     *
     * <table>
     * <caption>Files</caption>
     * <tr><th>File</th><th>Columns</th><th>A row says</th></tr>
     * <tr><td>plan-requirements.csv</td><td>service_plan_id, requires_any_of</td><td>the plan requires one of these, their
     * ids separated by blanks; several rows of a plan are several clauses, in the order of the file</td></tr>
     * <tr><td>plan-conflicts.csv</td><td>service_plan_id_a, service_plan_id_b</td><td>neither may be held beside the
     * other</td></tr>
     * <tr><td>plan-locations.csv</td><td>service_plan_id, prohibited_countries</td><td>the plan may not be used there,
     * ISO 3166-1 alpha-2 codes separated by blanks; several rows of a plan add up</td></tr>
     * <tr><td>plan-uniqueness.csv</td><td>service_plan_id</td><td>users of the plan may not share a proxy
     * address with anybody</td></tr>
     * </table>
     *
     * @param catalogFolder the folder with the files
     * @return the facts
     * @throws GraphFormatException if there is no such folder, or a file is not as it should be; it names every row at
     *     fault, of all files
     * @throws dev.perseat.licensing.directory.DirectoryException if a file cannot be read
     */
    public static ServicePlanFacts read(Path catalogFolder) {
        if (!Files.isDirectory(catalogFolder)) {
            throw new GraphFormatException("there is no catalogue folder '" + catalogFolder + "'");
        }
        return new Reading(catalogFolder).read();
    }

    /**
     * Returns the plans that the facts name, in whatever role.
     *
     * @return the plans by id; unmodifiable
     */
    public SortedSet<ServicePlanId> plans() {
        return Collections.unmodifiableSortedSet(plans);
    }

    /**
     * Adds what is known of a plan to it.
     *
     * @param plan any plan
     * @return the plan with its own rules and those of these facts, its own clauses first
     */
    public ServicePlan complete(ServicePlan plan) {
        ServicePlan.Builder completed = plan.toBuilder();
        requirements.getOrDefault(plan.id(), List.of()).forEach(completed::requires);
        completed.conflictsWith(conflicts.getOrDefault(plan.id(), Collections.emptySortedSet()));
        prohibitedLocations
                .getOrDefault(plan.id(), Collections.emptySortedSet())
                .forEach(completed::prohibitedIn);
        return completed
                .requiresUniqueProxyAddresses(plan.requiresUniqueProxyAddresses() || unique.contains(plan.id()))
                .build();
    }

    /** Reads the files one after another, and collects what is wrong with them. */
    private static final class Reading {
        private static final String PLAN = "service_plan_id";
        private static final String PLAN_A = "service_plan_id_a";
        private static final String PLAN_B = "service_plan_id_b";
        private static final String REQUIRES = "requires_any_of";
        private static final String COUNTRIES = "prohibited_countries";

        private final Path folder;
        private final ServicePlanFacts facts = new ServicePlanFacts();
        private final List<String> problems = new ArrayList<>();

        Reading(Path folder) {
            this.folder = folder;
        }

        ServicePlanFacts read() {
            read("plan-requirements.csv", List.of(PLAN, REQUIRES), this::requirement);
            read("plan-conflicts.csv", List.of(PLAN_A, PLAN_B), this::conflict);
            read("plan-locations.csv", List.of(PLAN, COUNTRIES), this::locations);
            read("plan-uniqueness.csv", List.of(PLAN), row -> plan(row, PLAN).ifPresent(facts.unique::add));
            if (!problems.isEmpty()) {
                throw new GraphFormatException(problems);
            }
            return facts;
        }

        private void read(String file, List<String> columns, Consumer<CsvTable.Row> action) {
            Path path = folder.resolve(file);
            if (Files.notExists(path)) {
                return;
            }
            try {
                CsvTable.read(path, columns, action);
            } catch (GraphFormatException broken) {
                problems.addAll(broken.problems());
            }
        }

        private void requirement(CsvTable.Row row) {
            NavigableSet<ServicePlanId> anyOf = new TreeSet<>();
            words(row, REQUIRES).forEach(id -> plan(row, REQUIRES, id).ifPresent(anyOf::add));
            Optional<ServicePlanId> plan = plan(row, PLAN);
            if (plan.isPresent() && !anyOf.isEmpty()) {
                facts.requirements
                        .computeIfAbsent(plan.get(), any -> new ArrayList<>())
                        .add(new PlanRequirement(anyOf));
            }
        }

        private void conflict(CsvTable.Row row) {
            Optional<ServicePlanId> a = plan(row, PLAN_A);
            Optional<ServicePlanId> b = plan(row, PLAN_B);
            if (a.isPresent() && b.isPresent()) {
                conflicts(a.get()).add(b.get());
                conflicts(b.get()).add(a.get());
            }
        }

        private SortedSet<ServicePlanId> conflicts(ServicePlanId plan) {
            return facts.conflicts.computeIfAbsent(plan, any -> new TreeSet<>());
        }

        private void locations(CsvTable.Row row) {
            NavigableSet<UsageLocation> countries = new TreeSet<>();
            for (String code : words(row, COUNTRIES)) {
                UsageLocation.find(code)
                        .ifPresentOrElse(
                                countries::add,
                                () -> report(
                                        row, COUNTRIES, "country code '" + code + "' is not in ISO 3166-1 alpha-2"));
            }
            plan(row, PLAN)
                    .ifPresent(plan -> facts.prohibitedLocations
                            .computeIfAbsent(plan, any -> new TreeSet<>())
                            .addAll(countries));
        }

        private List<String> words(CsvTable.Row row, String column) {
            String cell = row.cell(column);
            if (cell.isEmpty()) {
                report(row, column, "the cell is empty");
                return List.of();
            }
            return List.of(cell.split(" "));
        }

        private Optional<ServicePlanId> plan(CsvTable.Row row, String column) {
            return plan(row, column, row.cell(column));
        }

        private Optional<ServicePlanId> plan(CsvTable.Row row, String column, String id) {
            try {
                ServicePlanId plan = ServicePlanId.of(id);
                facts.plans.add(plan);
                return Optional.of(plan);
            } catch (IllegalArgumentException malformed) {
                report(row, column, String.valueOf(malformed.getMessage()));
                return Optional.empty();
            }
        }

        private void report(CsvTable.Row row, String column, String what) {
            problems.add(row.place() + " " + column + ": " + what);
        }
    }
}
