package dev.perseat.benchmarks.export;

import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of service plans as tables. */
final class CatalogFiles {
    private CatalogFiles() {}

    static void write(List<ServicePlan> plans, Path folder) throws IOException {
        write(
                folder.resolve("plan-requirements.csv"),
                "service_plan_id,requires_any_of",
                plans,
                plan -> plan.requires().stream().map(clause -> plan.id() + "," + words(clause)));
        write(
                folder.resolve("plan-conflicts.csv"),
                "service_plan_id_a,service_plan_id_b",
                plans,
                plan -> plan.conflictsWith().stream().map(other -> plan.id() + "," + other));
        write(
                folder.resolve("plan-locations.csv"),
                "service_plan_id,prohibited_countries",
                plans,
                plan -> plan.prohibitedLocations().stream().map(location -> plan.id() + "," + location.countryCode()));
    }

    private static String words(PlanRequirement clause) {
        return clause.anyOf().stream().map(ServicePlanId::value).collect(Collectors.joining(" "));
    }

    private static void write(
            Path file, String header, List<ServicePlan> plans, Function<ServicePlan, Stream<String>> rows)
            throws IOException {
        Files.write(
                file,
                Stream.concat(Stream.of(header), plans.stream().flatMap(rows)).toList());
    }
}
