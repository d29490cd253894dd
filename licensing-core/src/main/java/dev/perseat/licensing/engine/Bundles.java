package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All bundles of a tenant: those of each licensed group, and those of each distinct list of direct licences. */
final class Bundles {
    private static final Bundle[] NONE = {};

    private final Catalog catalog;
    private final IntTuples planSets;
    private final @Nullable GroupTemplate[] templates;
    private final Bundle[][] ofGroup;

    private final IntTuples directKeys = new IntTuples();
    private final List<Bundle> directBundles = new ArrayList<>();
    private final IntTuples directLists = new IntTuples();

    Bundles(Catalog catalog, Sources sources, IntTuples planSets) {
        this.catalog = catalog;
        this.planSets = planSets;
        TenantSnapshot snapshot = catalog.snapshot;
        int groupCount = snapshot.groups().size();
        templates = new GroupTemplate[groupCount];
        ofGroup = new Bundle[groupCount][];
        boolean together = snapshot.policy().groupFailure() == GroupFailure.ALL_OR_NOTHING;
        for (int index = 0; index < groupCount; index++) {
            Group group = snapshot.groups().get(index);
            ofGroup[index] = NONE;
            if (group.isEligible() && !group.licenses().isEmpty()) {
                GroupTemplate template = GroupTemplate.of(catalog, group.licenses());
                templates[index] = template;
                ofGroup[index] = together
                        ? new Bundle[] {bundle(sources.ofGroup(index), template.skus, template.enabled)}
                        : bundlePerSku(sources.ofGroup(index), template);
            }
        }
    }

    private Bundle[] bundlePerSku(int source, GroupTemplate template) {
        Bundle[] bundles = new Bundle[template.skus.length];
        for (int k = 0; k < bundles.length; k++) {
            bundles[k] = bundle(source, new int[] {template.skus[k]}, new int[][] {template.enabled[k]});
        }
        return bundles;
    }

    private Bundle bundle(int source, int[] skus, int[][] enabled) {
        return new Bundle(catalog, source, skus, enabled, planSets);
    }

    /** Returns what an eligible licensed group gives, or null for any other group. */
    @Nullable
    GroupTemplate template(int group) {
        return templates[group];
    }

    /** Returns the bundles of a group, by SKU; none if it is not eligible. */
    Bundle[] ofGroup(int group) {
        return ofGroup[group];
    }

    /** Returns the number of a list of direct licences; equal lists, in whatever order, have the same. */
    int directList(List<License> licenses) {
        if (licenses.isEmpty()) {
            return IntTuples.EMPTY;
        }
        int[] list = licenses.stream()
                .sorted(Comparator.comparing(License::skuId))
                .mapToInt(this::directBundle)
                .toArray();
        return directLists.add(list);
    }

    private int directBundle(License license) {
        int sku = catalog.snapshot.skuIndex(license.skuId());
        int[] disabled = catalog.plans(license.disabledPlans());
        int[] key = new int[disabled.length + 1];
        key[0] = sku;
        System.arraycopy(disabled, 0, key, 1, disabled.length);
        int number = directKeys.add(key) - 1;
        if (number == directBundles.size()) {
            int[] enabled = GroupTemplate.without(catalog.plansOfSku[sku], disabled);
            directBundles.add(bundle(Sources.DIRECT, new int[] {sku}, new int[][] {enabled}));
        }
        return number;
    }

    int directCount(int list) {
        return directLists.length(list);
    }

    /** Appends the bundles of a list of direct licences, by SKU. */
    void addDirect(int list, List<Bundle> target) {
        for (int k = 0; k < directLists.length(list); k++) {
            target.add(directBundles.get(directLists.get(list, k)));
        }
    }
}
