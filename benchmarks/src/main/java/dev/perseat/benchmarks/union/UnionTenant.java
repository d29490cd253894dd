package dev.perseat.benchmarks.union;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What the union needs of a tenant, by dense numbers: who is in which group, which group is in which, and which plans of
 * which SKU a group or a user is given. The number of a thing is its index in the snapshot. Nothing here is a rule: it
 * fits tenants of {@link dev.perseat.benchmarks.tenant.Load#PLENTY} alone.
 */
public final class UnionTenant {
    /** A SKU with those of its plans that are switched on; plan {@code i} of the SKU, in order of ids, is bit {@code i}. */
    record Grant(int sku, long plans) {}

    private static final Comparator<Grant> BY_SKU =
            Comparator.comparingInt(Grant::sku).thenComparingLong(Grant::plans);

    final TenantSnapshot snapshot;

    /** Of each group the users who are its members. */
    final Csr usersOfGroup;

    /** Of each group the groups that are its members. */
    final Csr childrenOfGroup;

    /** All that is given anywhere, each only once, by SKU. */
    final List<Grant> grants;

    /** Of each SKU the first of its grants, and behind the last SKU the number of all. */
    private final int[] firstGrant;

    /** Of each group what it gives, as indexes of {@link #grants}. */
    final Csr grantsOfGroup;

    /** Of each user what this user is given directly, as indexes of {@link #grants}. */
    final Csr grantsOfUser;

    /** Takes a tenant apart. */
    public UnionTenant(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        usersOfGroup = Csr.of(groups(), snapshot::memberUserCount, snapshot::memberUser);
        childrenOfGroup = Csr.of(groups(), snapshot::memberGroupCount, snapshot::memberGroup);
        TreeSet<Grant> distinct = new TreeSet<>(BY_SKU);
        snapshot.groups().forEach(group -> group.licenses().forEach(license -> distinct.add(grant(license))));
        for (int user = 0; user < users(); user++) {
            snapshot.directLicenses(user).forEach(license -> distinct.add(grant(license)));
        }
        grants = List.copyOf(distinct);
        firstGrant = firstGrants(grants, skus());
        grantsOfGroup = grantRows(
                snapshot.groups().stream().map(group -> group.licenses()).toList());
        grantsOfUser = grantRows(
                IntStream.range(0, users()).mapToObj(snapshot::directLicenses).toList());
    }

    private static int[] firstGrants(List<Grant> bySku, int skus) {
        int[] first = new int[skus + 1];
        bySku.forEach(grant -> first[grant.sku() + 1]++);
        Arrays.parallelPrefix(first, Integer::sum);
        return first;
    }

    /** Returns the grants of a SKU, as indexes of {@link #grants}. */
    IntStream grantsOfSku(int sku) {
        return IntStream.range(firstGrant[sku], firstGrant[sku + 1]);
    }

    private Csr grantRows(List<List<License>> licenses) {
        return Csr.of(
                licenses.size(),
                row -> licenses.get(row).size(),
                (row, k) -> numberOf(licenses.get(row).get(k)));
    }

    private int numberOf(License license) {
        Grant grant = grant(license);
        int low = 0;
        int high = grants.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (BY_SKU.compare(grants.get(middle), grant) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Grant grant(License license) {
        int sku = snapshot.skuIndex(license.skuId());
        long enabled = 0;
        long bit = 1;
        for (ServicePlanId plan : snapshot.skus().get(sku).servicePlans()) {
            if (!license.disabledPlans().contains(plan)) {
                enabled |= bit;
            }
            bit <<= 1;
        }
        return new Grant(sku, enabled);
    }

    int users() {
        return snapshot.userCount();
    }

    int groups() {
        return snapshot.groups().size();
    }

    int skus() {
        return snapshot.skus().size();
    }

    int plans() {
        return snapshot.servicePlans().size();
    }

    /** Returns the plans of a SKU by their index in the snapshot, in the order of their bits. */
    int[] plansOfSku(int sku) {
        return snapshot.skus().get(sku).servicePlans().stream()
                .mapToInt(snapshot::servicePlanIndex)
                .toArray();
    }

    String userId(int user) {
        return snapshot.userId(user).value();
    }

    String groupId(int group) {
        return snapshot.groups().get(group).id().value();
    }

    String skuId(int sku) {
        return snapshot.skus().get(sku).id().value();
    }

    /** Returns the ids of the plans of a SKU whose bits are set. */
    List<String> planIds(int sku, long plans) {
        List<String> ids = new ArrayList<>();
        long rest = plans;
        for (ServicePlanId plan : snapshot.skus().get(sku).servicePlans()) {
            if ((rest & 1) != 0) {
                ids.add(plan.value());
            }
            rest >>>= 1;
        }
        return ids;
    }
}
