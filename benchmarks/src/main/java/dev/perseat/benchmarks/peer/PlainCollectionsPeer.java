package dev.perseat.benchmarks.peer;

import dev.perseat.benchmarks.peer.PlainTenant.Person;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an application programmer writes in an afternoon: hash maps from ids to sets of ids, a breadth-first search for the
 * members of each licensed group, and a loop over the users that asks each rule in turn. It begins from scratch, and tells
 * who gets what but not why.
 */
public final class PlainCollectionsPeer implements Peer {
    private final PlainTenant tenant;

    /** Loads a tenant into maps. */
    public PlainCollectionsPeer(TenantSnapshot snapshot) {
        tenant = new PlainTenant(snapshot);
    }

    @Override
    public Answers calculate() {
        return new Calculation().run();
    }

    /** One calculation. */
    private final class Calculation {
        private final Map<String, List<PlainBundle>> requested = new HashMap<>();
        private final Map<String, List<PlainBundle>> accepted = new HashMap<>();
        private final Map<String, Set<String>> skusOfUser = new HashMap<>();
        private final Map<String, Long> taken = new HashMap<>();
        private final Map<String, Set<String>> ownersOfAddress = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Answers run() {
            for (Person person : tenant.people) {
                requested.put(person.id(), PlainBundle.of(person, tenant));
                for (String address : person.addresses()) {
                    ownersOfAddress
                            .computeIfAbsent(address, any -> new HashSet<>())
                            .add(person.id());
                }
            }
            tenant.licensesOfGroup.forEach((group, licenses) -> {
                List<PlainBundle> bundles = PlainBundle.ofGroup(licenses, tenant);
                members(group).forEach(user -> requested.get(user).addAll(bundles));
            });
            // What one user gets or loses may be what another waits for, or the same user in the next round.
            boolean changed = true;
            while (changed) {
                changed = false;
                for (Person person : tenant.people) {
                    changed |= settle(person);
                }
            }
            return this::checksum;
        }

        private Set<String> members(String licensedGroup) {
            Set<String> reached = new HashSet<>(Set.of(licensedGroup));
            Deque<String> open = new ArrayDeque<>(reached);
            Set<String> members = new HashSet<>();
            while (!open.isEmpty()) {
                String group = open.remove();
                members.addAll(tenant.usersOfGroup.get(group));
                if (tenant.nested) {
                    tenant.groupsOfGroup.get(group).stream()
                            .filter(reached::add)
                            .forEach(open::add);
                }
            }
            return members;
        }

        /** Decides anew for one user, and returns whether anything has changed. */
        private boolean settle(Person person) {
            List<PlainBundle> before = accepted.getOrDefault(person.id(), List.of());
            List<PlainBundle> bundles = requested.get(person.id());
            if (before.size() == bundles.size()) {
                return false; // has got all there is to get
            }
            List<PlainBundle> inOrder = new ArrayList<>(before);
            bundles.stream().filter(bundle -> !before.contains(bundle)).forEach(inOrder::add);
            Set<String> held = skusOfUser.getOrDefault(person.id(), Set.of());
            List<PlainBundle> after =
                    new PlainSettlement(tenant, person, held, this::seatIsFree, sharesAddress(person)).accept(inOrder);
            if (Set.copyOf(after).equals(Set.copyOf(before))) {
                return false;
            }
            bundles = new ArrayList<>(bundles);
            bundles.retainAll(after); // in the order requested
            accepted.put(person.id(), bundles);
            moveSeats(person, held, skus(after));
            return true;
        }

        private void moveSeats(Person person, Set<String> before, Set<String> after) {
            before.stream().filter(sku -> !after.contains(sku)).forEach(sku -> taken.merge(sku, -1L, Long::sum));
            after.stream().filter(sku -> !before.contains(sku)).forEach(sku -> taken.merge(sku, 1L, Long::sum));
            skusOfUser.put(person.id(), after);
        }

        private Set<String> skus(List<PlainBundle> bundles) {
            Set<String> skus = new HashSet<>();
            bundles.forEach(bundle -> skus.addAll(bundle.plansOfSku.keySet()));
            return skus;
        }

        private boolean seatIsFree(String sku) {
            return taken.getOrDefault(sku, 0L) < tenant.seats.get(sku);
        }

        private boolean sharesAddress(Person person) {
            return person.addresses().stream()
                    .anyMatch(address ->
                            !address.isEmpty() && ownersOfAddress.get(address).size() > 1);
        }

        private long checksum() {
            Checksum checksum = new Checksum();
            accepted.forEach((user, bundles) -> {
                Map<String, Set<String>> plansOfSku = new HashMap<>();
                for (PlainBundle bundle : bundles) {
                    bundle.plansOfSku.forEach((sku, plans) -> plansOfSku
                            .computeIfAbsent(sku, any -> new TreeSet<>())
                            .addAll(plans));
                }
                plansOfSku.keySet().removeAll(tenant.disabledSkus);
                plansOfSku.forEach((sku, plans) -> checksum.addLicense(user, sku, plans));
            });
            tenant.plansOfSku.keySet().forEach(sku -> checksum.addConsumed(sku, taken.getOrDefault(sku, 0L)));
            return checksum.value();
        }
    }
}
