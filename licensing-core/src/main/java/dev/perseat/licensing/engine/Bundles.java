package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All bundles of a tenant: those of each licensed group, by the number of its {@link Grant}, and those of each distinct
 * list of direct licences. Grants of the snapshot are numbered in the order of their groups; later ones come after them.
 */
final class Bundles {
    static final int NO_GRANT = -1;
    private static final Bundle[] NONE = {};

    private final Catalog catalog;
    private final Sources sources;

    /** What bundles give. */
    final Entries entries;

    /** Whether all SKUs of a group make one bundle. */
    final boolean together;

    private final List<Grant> grants;

    /** How many grants are in the order of their groups. */
    private int ordered;

    private final IntTuples directKeys;
    private final List<Bundle> directBundles;
    private final IntTuples directLists;

    Bundles(Catalog catalog, Sources sources, Entries entries) {
        this.catalog = catalog;
        this.sources = sources;
        this.entries = entries;
        together = catalog.snapshot.policy().groupFailure() == GroupFailure.ALL_OR_NOTHING;
        grants = new ArrayList<>();
        directKeys = new IntTuples();
        directBundles = new ArrayList<>();
        directLists = new IntTuples();
    }

    private Bundles(Bundles other, Catalog catalog, Sources sources, Entries entries) {
        this.catalog = catalog;
        this.sources = sources;
        this.entries = entries;
        together = other.together;
        grants = new ArrayList<>(other.grants);
        ordered = other.ordered;
        directKeys = other.directKeys.copy();
        directBundles = new ArrayList<>(other.directBundles);
        directLists = other.directLists.copy();
    }

    /** Returns bundles that begin alike and go their own way, on copies of what they refer to. */
    Bundles copy(Catalog itsCatalog, Sources itsSources, Entries itsEntries) {
        return new Bundles(this, itsCatalog, itsSources, itsEntries);
    }

    /** Returns the number of a new grant of a group, or {@link #NO_GRANT} if the group has no licences. */
    int addGrant(int number, Group group) {
        if (group.licenses().isEmpty()) {
            return NO_GRANT;
        }
        grants.add(grant(number, group));
        int last = grants.size() - 1;
        if (ordered == last && (last == 0 || grants.get(last - 1).group < number)) {
            ordered++;
        }
        return last;
    }

    private Grant grant(int number, Group group) {
        if (!group.isEligible()) {
            return new Grant(number, null, NONE);
        }
        GroupTemplate template = GroupTemplate.of(catalog, group.licenses());
        int source = Sources.ofGroup(number);
        Bundle[] bundles = together
                ? new Bundle[] {bundle(source, template.skus, template.enabled, template)}
                : bundlePerSku(source, template);
        return new Grant(number, template, bundles);
    }

    private Bundle[] bundlePerSku(int source, GroupTemplate template) {
        Bundle[] bundles = new Bundle[template.skus.length];
        for (int k = 0; k < bundles.length; k++) {
            bundles[k] = bundle(source, new int[] {template.skus[k]}, new int[][] {template.enabled[k]}, template);
        }
        return bundles;
    }

    private Bundle bundle(int source, int[] skus, int[][] enabled, @Nullable GroupTemplate template) {
        return new Bundle(catalog, source, skus, enabled, template, entries);
    }

    int grantCount() {
        return grants.size();
    }

    Grant grant(int number) {
        return grants.get(number);
    }

    /** Puts grants of different groups, which must be ascending, in the order of their groups. */
    void sort(int[] ascending, int length) {
        if (length == 0 || (ascending[length - 1] < ordered && sources.isInOrderOfNumbers())) {
            return;
        }
        long[] byPlace = new long[length];
        for (int i = 0; i < length; i++) {
            int source = Sources.ofGroup(grants.get(ascending[i]).group);
            byPlace[i] = (long) sources.place(source) << Integer.SIZE | ascending[i];
        }
        Arrays.sort(byPlace);
        for (int i = 0; i < length; i++) {
            ascending[i] = (int) byPlace[i];
        }
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
        int[] key = new int[disabled.length + 2];
        key[0] = sku;
        key[1] = catalog.version(sku);
        System.arraycopy(disabled, 0, key, 2, disabled.length);
        int number = directKeys.add(key) - 1;
        if (number == directBundles.size()) {
            int[] enabled = GroupTemplate.without(catalog.plansOfSku[sku], disabled);
            directBundles.add(bundle(Sources.DIRECT, new int[] {sku}, new int[][] {enabled}, null));
        }
        return number;
    }

    int directCount(int list) {
        return directLists.length(list);
    }

    /** Returns one of the bundles of a list of direct licences, by SKU. */
    Bundle direct(int list, int k) {
        return directBundles.get(directLists.get(list, k));
    }
}
