package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.LicenseChange;
import dev.perseat.licensing.admin.ModifiedProperty;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.SkuId;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What commands about licences of groups and of users have in common. */
final class LicenseSets {
    private LicenseSets() {}

    /** Returns the SKUs that a change removes and that are not there. */
    static List<SkuId> missing(LicenseChange change, List<License> licenses) {
        NavigableSet<SkuId> missing = new TreeSet<>((Collection<SkuId>) change.removed());
        licenses.forEach(license -> missing.remove(license.skuId()));
        return List.copyOf(missing);
    }

    /** Tells the licences before and after. */
    static ModifiedProperty property(List<License> before, List<License> after) {
        return new ModifiedProperty("licenses", LicenseText.of(before), LicenseText.of(after));
    }
}
