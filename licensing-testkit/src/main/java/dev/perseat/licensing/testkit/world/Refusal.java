package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.TenantProblem;
import java.util.Collection;
import java.util.List;

/**
 * Bad input, with every problem of it (section 1 of the law).
 *
 * @param problems each problem, sorted, as the line that says it: its kind and the ids concerned
 */
record Refusal(List<String> problems) implements Expectation {
    Refusal {
        problems = problems.stream().sorted().toList();
    }

    static Refusal of(Collection<TenantProblem> problems) {
        return new Refusal(problems.stream()
                .map(problem -> line(problem.kind(), problem.ids()))
                .toList());
    }

    static String line(TenantProblem.Kind kind, Collection<String> ids) {
        return new Sentence("problem").word(kind).ids(ids).toString();
    }

    static String read(Line line) {
        TenantProblem.Kind kind = line.constant("a kind of problem", TenantProblem.Kind.values());
        return line(kind, line.someValues("an id", id -> id));
    }

    @Override
    public List<String> lines() {
        return problems;
    }

    @Override
    public Refusal inDetailOf(Expectation other) {
        return this;
    }
}
