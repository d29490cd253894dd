package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.EffectiveLicense;
import dev.perseat.licensing.assignment.GroupSummary;
import dev.perseat.licensing.assignment.HoldingChange;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.SkuUsage;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the statements that say what a calculator must answer. */
final class AnswerReader {
    private static final Comparator<HoldingChange> BY_SOURCE_AND_SKU =
            Comparator.comparing(HoldingChange::source).thenComparing(HoldingChange::skuId);

    private static final Comparator<MissingDependency> BY_GROUP_SKU_AND_PLAN = Comparator.comparing(
                    MissingDependency::groupId)
            .thenComparing(MissingDependency::skuId)
            .thenComparing(MissingDependency::planId);

    private final SortedSet<ExpectedState> states = new TreeSet<>(ExpectedState.ORDER);
    private final SortedMap<UserId, List<EffectiveLicense>> effective = new TreeMap<>();
    private final SortedMap<SkuId, SkuUsage> usage = new TreeMap<>();
    private final SortedMap<GroupId, GroupSummary> summaries = new TreeMap<>();
    private final List<MissingDependency> missing = new ArrayList<>();
    private final SortedMap<UserId, SortedSet<HoldingChange>> changes = new TreeMap<>();
    private boolean noChange;
    private final List<String> problems = new ArrayList<>();

    Map<String, Consumer<Line>> statements() {
        return Map.of(
                "state", this::state,
                "effective", this::effective,
                "usage", this::usage,
                "summary", this::summary,
                "missing", this::missing,
                "change", this::change,
                "no-change", line -> noChange = true,
                "problem", line -> problems.add(Refusal.read(line)));
    }

    Expectation expectation(Line last) {
        missing.sort(BY_GROUP_SKU_AND_PLAN);
        Answer answer = new Answer(states.stream().toList(), effective, usage, summaries, missing, userChanges());
        if (problems.isEmpty()) {
            return answer;
        } else if (!answer.lines().isEmpty()) {
            throw last.error("the world has problems, and yet an answer");
        }
        return new Refusal(problems);
    }

    private void state(Line line) {
        ExpectedState state = ExpectedState.read(line);
        once(line, states.add(state));
    }

    private static void once(Line line, boolean isFirst) {
        if (!isFirst) {
            throw line.error("this is said before, perhaps otherwise");
        }
    }

    private void effective(Line line) {
        UserId user = Phrases.user(line);
        List<EffectiveLicense> licenses = effective.computeIfAbsent(user, any -> new ArrayList<>());
        if (line.accept("none")) {
            once(line, licenses.isEmpty());
            return;
        }
        SkuId sku = Phrases.sku(line);
        once(line, licenses.stream().noneMatch(license -> license.skuId().equals(sku)));
        SortedSet<ServicePlanId> plans = line.accept("with") ? Phrases.plans(line) : new TreeSet<>();
        licenses.add(new EffectiveLicense(sku, plans));
        licenses.sort(Comparator.comparing(EffectiveLicense::skuId));
    }

    private void usage(Line line) {
        SkuId sku = Phrases.sku(line);
        SkuUsage said = new SkuUsage(
                sku,
                numberAfter(line, "seats"),
                numberAfter(line, "consumed"),
                numberAfter(line, "available"),
                numberAfter(line, "over-allocated"),
                numberAfter(line, "waiting"));
        once(line, usage.put(sku, said) == null);
    }

    /** What is not said is 0. */
    private static long numberAfter(Line line, String keyword) {
        return line.accept(keyword) ? line.number("a number of " + keyword) : 0;
    }

    private void summary(Line line) {
        GroupId group = Phrases.group(line);
        boolean eligible = !line.accept("not-eligible");
        long members = numberAfter(line, "members");
        long licensed = numberAfter(line, "licensed");
        SortedMap<LicenseViolation.Kind, Long> errors = new TreeMap<>();
        if (line.accept("errors")) {
            while (!line.atEnd()) {
                LicenseViolation.Kind kind = line.constant("a kind of violation", LicenseViolation.Kind.values());
                once(line, errors.put(kind, (long) line.number("a number of members")) == null);
            }
        }
        GroupSummary said = new GroupSummary(group, eligible, members, licensed, errors, List.of());
        once(line, summaries.put(group, said) == null);
    }

    private void missing(Line line) {
        GroupId group = Phrases.group(line);
        SkuId sku = Phrases.sku(line);
        ServicePlanId plan = Phrases.plan(line);
        line.expect("requires");
        missing.add(new MissingDependency(group, sku, plan, Phrases.clause(line)));
    }

    private void change(Line line) {
        UserId user = Phrases.user(line);
        AssignmentSource source = Phrases.source(line);
        SkuId sku = Phrases.sku(line);
        SortedSet<ServicePlanId> before = line.accept("before") ? Phrases.plans(line) : null;
        SortedSet<ServicePlanId> after = line.accept("after") ? Phrases.plans(line) : null;
        HoldingChange change;
        try {
            change = new HoldingChange(source, sku, before, after);
        } catch (IllegalArgumentException e) {
            throw line.error(e);
        }
        once(
                line,
                changes.computeIfAbsent(user, any -> new TreeSet<>(BY_SOURCE_AND_SKU))
                        .add(change));
    }

    private @Nullable List<UserChange> userChanges() {
        if (changes.isEmpty() && !noChange) {
            return null;
        }
        return changes.entrySet().stream()
                .map(entry -> new UserChange(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
