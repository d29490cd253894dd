package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.model.License;
import java.util.List;
import java.util.Optional;

/** Reads the entries of a group's {@code assignedLicenses}. */
final class LicenseReader implements EntryReader<License> {
    @Override
    public Optional<License> read(JsonCursor json, Problems problems) {
        Entry entry = Entry.begin(json, problems);
        String skuId = null;
        List<String> disabledPlans = List.of();
        for (String name = json.nextProperty(); name != null; name = json.nextProperty()) {
            switch (name) {
                case "skuId" -> skuId = json.stringOrNull();
                case "disabledPlans" -> disabledPlans = json.strings();
                default -> json.skip();
            }
        }
        return entry.license(skuId, disabledPlans);
    }
}
