package dev.perseat.licensing.assignment;

import java.util.Collection;
import java.util.List;

/**
 * The input is not a tenant that can be calculated. It names every problem found, not only the first; its message shows
 * the first twenty.
 *
 * @since 0.1
 */
public final class InvalidTenantException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<TenantProblem> problems;

    /**
     * Makes an exception of problems.
     *
     * @param tenant the id of the tenant
     * @param problems what is wrong, in any order; a problem given twice counts once
     * @throws IllegalArgumentException if there is none
     */
    public InvalidTenantException(String tenant, Collection<TenantProblem> problems) {
        this(tenant, problems.stream().sorted().distinct().toList());
    }

    private InvalidTenantException(String tenant, List<TenantProblem> sorted) {
        super(message(tenant, sorted));
        this.problems = sorted;
    }

    /**
     * Returns every problem.
     *
     * @return the problems by kind and message; unmodifiable, never empty
     */
    public List<TenantProblem> problems() {
        return problems;
    }

    private static String message(String tenant, List<TenantProblem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problem given for tenant '" + tenant + "'");
        }
        StringBuilder text = new StringBuilder("tenant '").append(tenant).append("' has ");
        text.append(problems.size()).append(problems.size() == 1 ? " problem:" : " problems:");
        problems.stream().limit(SHOWN).forEach(problem -> text.append("\n- ").append(problem.message()));
        if (problems.size() > SHOWN) {
            text.append("\n- and ").append(problems.size() - SHOWN).append(" more");
        }
        return text.toString();
    }
}
