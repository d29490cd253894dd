package dev.perseat.benchmarks.union;

import dev.perseat.benchmarks.peer.Checksum;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an application programmer writes: maps from ids to sets of ids, a breadth-first search for the members of each
 * licensed group, and a map from users to what they have. Plan sets are shared as long as nothing has to be added.
 */
final class CollectionsPeer implements UnionPeer {
    private final MapsOfSets directory;
    private final Map<String, Map<String, Set<String>>> licensesOfGroup = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> licensesOfUser = new LinkedHashMap<>();
    private final Set<String> skus = new HashSet<>();

    CollectionsPeer(UnionTenant tenant) {
        directory = new MapsOfSets(tenant);
        for (int group = 0; group < tenant.groups(); group++) {
            if (tenant.grantsOfGroup.length(group) > 0) {
                licensesOfGroup.put(tenant.groupId(group), licenses(tenant, tenant.grantsOfGroup, group));
            }
        }
        for (int user = 0; user < tenant.users(); user++) {
            if (tenant.grantsOfUser.length(user) > 0) {
                licensesOfUser.put(tenant.userId(user), licenses(tenant, tenant.grantsOfUser, user));
            }
        }
        for (int sku = 0; sku < tenant.skus(); sku++) {
            skus.add(tenant.skuId(sku));
        }
    }

    private static Map<String, Set<String>> licenses(UnionTenant tenant, Csr grants, int row) {
        Map<String, Set<String>> plansOfSku = new HashMap<>();
        for (int k = grants.start()[row]; k < grants.start()[row + 1]; k++) {
            UnionTenant.Grant grant = tenant.grants.get(grants.values()[k]);
            plansOfSku.put(tenant.skuId(grant.sku()), new HashSet<>(tenant.planIds(grant.sku(), grant.plans())));
        }
        return plansOfSku;
    }

    @Override
    public Answers calculate() {
        Map<String, Map<String, Set<String>>> result = new HashMap<>();
        licensesOfUser.forEach((user, licenses) -> give(result, user, licenses));
        licensesOfGroup.forEach(
                (group, licenses) -> directory.members(group).forEach(user -> give(result, user, licenses)));
        Map<String, Integer> consumed = new HashMap<>();
        result.values().forEach(plansOfSku -> plansOfSku.keySet().forEach(sku -> consumed.merge(sku, 1, Integer::sum)));
        return () -> checksum(result, consumed);
    }

    private static void give(
            Map<String, Map<String, Set<String>>> result, String user, Map<String, Set<String>> licenses) {
        Map<String, Set<String>> plansOfSku = result.computeIfAbsent(user, any -> new HashMap<>());
        licenses.forEach((sku, plans) -> plansOfSku.merge(sku, plans, CollectionsPeer::union));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        if (a.containsAll(b)) {
            return a;
        }
        Set<String> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    private long checksum(Map<String, Map<String, Set<String>>> result, Map<String, Integer> consumed) {
        Checksum checksum = new Checksum();
        result.forEach((user, plansOfSku) -> plansOfSku.forEach((sku, plans) -> checksum.addLicense(user, sku, plans)));
        skus.forEach(sku -> checksum.addConsumed(sku, consumed.getOrDefault(sku, 0)));
        return checksum.value();
    }
}
