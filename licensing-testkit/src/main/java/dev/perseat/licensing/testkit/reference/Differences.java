package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.HoldingChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Section 7: what differs between two holdings of one user. */
final class Differences {
    private Differences() {}

    /** The differences by source and SKU: added, removed, plans changed. */
    static List<HoldingChange> between(List<HeldLicense> before, List<HeldLicense> after) {
        SortedSet<HeldLicense> bySourceAndSku = new TreeSet<>(before);
        bySourceAndSku.addAll(after);
        List<HoldingChange> changes = new ArrayList<>();
        for (HeldLicense license : bySourceAndSku) {
            Optional<HeldLicense> old = find(before, license);
            Optional<HeldLicense> now = find(after, license);
            if (!old.equals(now)) {
                changes.add(new HoldingChange(
                        license.source(),
                        license.skuId(),
                        old.map(HeldLicense::enabledPlans).orElse(null),
                        now.map(HeldLicense::enabledPlans).orElse(null)));
            }
        }
        return changes;
    }

    private static Optional<HeldLicense> find(List<HeldLicense> licenses, HeldLicense wanted) {
        return licenses.stream()
                .filter(license -> license.compareTo(wanted) == 0)
                .findFirst();
    }
}
