package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The law of assignment, followed sentence by sentence with sets, maps and loops. It is right rather than fast: use it
 * for small tenants, to hold another calculator against. Has no state, so it is safe for use by several threads.
 *
 * @since 0.1
 */
public final class ReferenceCalculator implements AssignmentCalculator {
    /** Makes a calculator; all of them are alike. */
    public ReferenceCalculator() {}

    @Override
    public CompiledTenant compile(TenantSnapshot snapshot) {
        return new ReferenceTenant(snapshot);
    }

    @Override
    public List<MissingDependency> missingDependencies(TenantSnapshot snapshot) {
        Catalogue catalogue = new Catalogue(snapshot);
        List<MissingDependency> missing = new ArrayList<>();
        for (Group group : snapshot.groups()) {
            if (group.isEligible()) {
                missing.addAll(new GroupTemplate(catalogue, group).missingDependencies());
            }
        }
        return Collections.unmodifiableList(missing);
    }
}
