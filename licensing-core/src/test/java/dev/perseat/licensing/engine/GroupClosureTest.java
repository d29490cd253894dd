package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Against plain reachability, on random groups of which every third has a licence. */
class GroupClosureTest {
    private static final int GROUPS = 14;

    private static GroupId id(int group) {
        return GroupId.of("g%02d".formatted(group));
    }

    private static TenantSnapshot random(SplittableRandom random, NestedGroups nested) {
        SkuId suite = SkuId.of("SUITE");
        ServicePlanId mail = ServicePlanId.of("MAIL");
        TenantSnapshot.Builder tenant = TenantSnapshot.builder(
                        new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("US")))
                .policy(LicensingPolicy.entra().with(nested))
                .servicePlan(ServicePlan.builder(mail).build())
                .sku(Sku.of(suite, "SUITE", List.of(mail)));
        for (int group = 0; group < GROUPS; group++) {
            tenant.group(Group.of(id(group)).withLicenses(group % 3 == 0 ? List.of(License.of(suite)) : List.of()));
        }
        for (int edges = random.nextInt(2 * GROUPS); edges > 0; edges--) {
            tenant.member(id(random.nextInt(GROUPS)), id(random.nextInt(GROUPS)));
        }
        return tenant.build();
    }

    /** Returns the groups that have members of a group as members, found without any skill. */
    private static Set<Integer> above(Nesting nesting, int group, boolean transitive) {
        TreeSet<Integer> above = new TreeSet<>(List.of(group));
        for (boolean grown = transitive; grown; ) {
            grown = false;
            for (int known : above.toArray(Integer[]::new)) {
                for (int parent : nesting.parents(known)) {
                    grown |= above.add(parent);
                }
            }
        }
        return above;
    }

    private static void assertAll(Ledger ledger, Nesting nesting, GroupClosure closure, boolean transitive) {
        for (int group = 0; group < GROUPS; group++) {
            int[] grants = ledger.grantSets.toArray(closure.setOf(group));
            int[] groups = Arrays.stream(grants)
                    .map(grant -> ledger.bundles.grant(grant).group)
                    .toArray();
            assertThat(groups)
                    .as("licensed groups of members of group %s", group)
                    .containsExactly(above(nesting, group, transitive).stream()
                            .filter(licensed -> licensed % 3 == 0)
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    @Test
    void close_all_asPlainReachability_andAPartAgainAfterAnEdgeHasChanged() {
        for (int seed = 0; seed < 600; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean transitive = seed % 5 != 0;
            TenantSnapshot snapshot = random(random, transitive ? NestedGroups.TRANSITIVE : NestedGroups.DIRECT);
            DenseTenant tenant = new DenseTenant(snapshot, new Parallel(Runnable::run, 1));
            Ledger ledger = Ledger.live(tenant, Holdings.empty());
            Nesting nesting = tenant.nesting.copy();
            int[] setOf = new int[GROUPS];
            GroupClosure closure = new GroupClosure(
                    nesting, transitive, ledger.bundles, ledger.grantSets, tenant.grantOfGroup.clone(), setOf);
            int some = random.nextInt(2);
            closure.close(closure.below(allGroups()), group -> group % 2 == some);
            assertAll(ledger, nesting, closure, transitive);

            int member = random.nextInt(GROUPS);
            int group = random.nextInt(GROUPS);
            boolean present = Arrays.binarySearch(nesting.children(group), member) >= 0;
            nesting.set(group, member, !present);
            closure.close(closure.below(new int[] {member}), any -> true);
            assertAll(ledger, nesting, closure, transitive);
        }
    }

    private static int[] allGroups() {
        int[] all = new int[GROUPS];
        Arrays.setAll(all, group -> group);
        return all;
    }
}
