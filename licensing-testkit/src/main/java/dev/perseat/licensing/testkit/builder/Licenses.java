package dev.perseat.licensing.testkit.builder;

import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The licences of one user or group, as far as they were told. */
final class Licenses {
    private final List<License> licenses = new ArrayList<>();

    void add(String... skus) {
        for (String sku : skus) {
            licenses.add(License.of(SkuId.of(sku)));
        }
    }

    void disable(String... plans) {
        if (licenses.isEmpty()) {
            throw new IllegalStateException(
                    "there is no licence to switch plans off in. Maybe 'with' comes after 'without'?");
        }
        License last = licenses.remove(licenses.size() - 1);
        TreeSet<ServicePlanId> disabled = new TreeSet<>(last.disabledPlans());
        for (String plan : plans) {
            disabled.add(ServicePlanId.of(plan));
        }
        licenses.add(License.of(last.skuId(), disabled));
    }

    List<License> toList() {
        return List.copyOf(licenses);
    }
}
