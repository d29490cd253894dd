package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What settling one user came to (section 5).
 *
 * @param accepted the bundles that the user has from now on, in the order they were accepted
 * @param retained the holdings that stay although nothing requests them, in the order they were found
 * @param rejected the bundles that the user does not have
 */
record Decision(List<Bundle> accepted, List<Retained> retained, List<Rejected> rejected) {
    /**
     * A holding that stays for the sake of an incumbent bundle.
     *
     * @param holding the holding
     * @param violation the clause that nothing else meets
     */
    record Retained(HeldLicense holding, LicenseViolation.Dependency violation) {}

    /**
     * A bundle with a violation.
     *
     * @param bundle the bundle
     * @param causes the violation, by the SKUs of the bundle that caused it; never empty
     */
    record Rejected(Bundle bundle, SortedMap<SkuId, LicenseViolation> causes) {}

    /** Section 5.4: what the user holds from now on, by source and SKU. */
    List<HeldLicense> holdings() {
        List<HeldLicense> holdings = new ArrayList<>();
        accepted.forEach(bundle -> holdings.addAll(bundle.licenses()));
        retained.forEach(each -> holdings.add(each.holding()));
        return holdings.stream().sorted().toList();
    }
}
