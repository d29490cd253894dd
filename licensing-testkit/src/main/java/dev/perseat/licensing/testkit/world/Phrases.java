package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the phrases that several statements have in common; {@link Sentence} writes them. */
final class Phrases {
    private Phrases() {}

    static UserId user(Line line) {
        return line.value("a user id", UserId::of);
    }

    static SkuId sku(Line line) {
        return line.value("a SKU id", SkuId::of);
    }

    static ServicePlanId plan(Line line) {
        return line.value("a plan id", ServicePlanId::of);
    }

    static GroupId group(Line line) {
        return line.value("a group id", GroupId::of);
    }

    static UsageLocation location(Line line) {
        return line.value("a country code", UsageLocation::of);
    }

    /** Reads any number of plans; naming one twice is a slip of the pen. */
    static SortedSet<ServicePlanId> plans(Line line) {
        SortedSet<ServicePlanId> plans = new TreeSet<>();
        for (ServicePlanId plan : line.values("a plan id", ServicePlanId::of)) {
            if (!plans.add(plan)) {
                throw line.error("plan '" + plan + "' is named twice");
            }
        }
        return plans;
    }

    /** Reads {@code direct} or {@code group ID}. */
    static AssignmentSource source(Line line) {
        if (line.accept("direct")) {
            return AssignmentSource.direct();
        }
        line.expect("group");
        return AssignmentSource.group(group(line));
    }

    /** Reads {@code PLAN or PLAN ...}, after {@code requires}. */
    static PlanRequirement clause(Line line) {
        List<ServicePlanId> plans = new ArrayList<>();
        do {
            plans.add(plan(line));
        } while (line.accept("or"));
        return PlanRequirement.anyOf(plans);
    }

    /** Reads a violation if there is one next. */
    static Optional<LicenseViolation> violation(Line line) {
        if (line.accept("location-missing")) {
            return Optional.of(new LicenseViolation.UsageLocationMissing());
        } else if (line.accept("prohibited")) {
            return Optional.of(prohibited(line));
        } else if (line.accept("exclusive")) {
            return Optional.of(exclusive(line));
        } else if (line.accept("uniqueness")) {
            return Optional.of(uniqueness(line));
        } else if (line.accept("count")) {
            return Optional.of(new LicenseViolation.Count(sku(line)));
        } else if (line.accept("dependency")) {
            return Optional.of(dependency(line));
        } else if (line.accept("other")) {
            return Optional.of(new LicenseViolation.Other(sku(line)));
        }
        return Optional.empty();
    }

    private static LicenseViolation prohibited(Line line) {
        ServicePlanId plan = plan(line);
        line.expect("in");
        UsageLocation location = location(line);
        return new LicenseViolation.ProhibitedInUsageLocation(plan, location, line.accept("of-tenant"));
    }

    private static LicenseViolation exclusive(Line line) {
        ServicePlanId plan = plan(line);
        line.expect("with");
        ServicePlanId other = plan(line);
        line.expect("of");
        return new LicenseViolation.MutuallyExclusive(plan, other, source(line), sku(line), line.accept("retained"));
    }

    private static LicenseViolation uniqueness(Line line) {
        ServicePlanId plan = plan(line);
        line.expect("addresses");
        String address = line.text("an address");
        line.expect("of");
        return new LicenseViolation.Uniqueness(plan, address, user(line));
    }

    private static LicenseViolation dependency(Line line) {
        ServicePlanId plan = plan(line);
        line.expect("of");
        AssignmentSource source = source(line);
        SkuId sku = sku(line);
        line.expect("requires");
        return new LicenseViolation.Dependency(source, sku, plan, clause(line));
    }
}
