package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DenseResultTest {
    private static AssignmentResult result(long seed) {
        CalculationCase generated = TenantGenerator.of(seed).nextCase();
        return DenseAssignmentCalculator.create().calculate(generated.snapshot(), generated.holdings());
    }

    @Test
    void askingForWhatIsNotThere_namesIt() {
        AssignmentResult result = result(1);
        UserId nobody = UserId.of("nobody");
        ServicePlanId plan = ServicePlanId.of("no plan");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.states(nobody))
                .withMessage("there is no user 'nobody' in this tenant");
        assertThatIllegalArgumentException().isThrownBy(() -> result.effectiveLicenses(nobody));
        assertThatIllegalArgumentException().isThrownBy(() -> result.licensedGroups(nobody));
        assertThatIllegalArgumentException().isThrownBy(() -> result.hasPlan(nobody, plan));
        assertThatIllegalArgumentException().isThrownBy(() -> result.explain(nobody, plan));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.usage(SkuId.of("no SKU")))
                .withMessage("there is no SKU 'no SKU' in this tenant");
        assertThatIllegalArgumentException().isThrownBy(() -> result.usersOf(SkuId.of("no SKU")));
        UserId somebody = result(18).snapshot().users().get(0).id();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(18).hasPlan(somebody, plan))
                .withMessage("there is no service plan 'no plan' in this tenant");
    }

    @Test
    void states_askedByManyThreadsAtOnce_areTheSame() throws Exception {
        AssignmentResult result = result(27);
        List<List<LicenseAssignmentState>> expected = allStates(result);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<List<LicenseAssignmentState>>>> tasks = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                tasks.add(() -> allStates(result));
            }
            for (Future<List<List<LicenseAssignmentState>>> states : pool.invokeAll(tasks)) {
                assertThat(states.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void streams_inParallel_areTheSame() {
        for (long seed = 0; seed < 200; seed++) {
            AssignmentResult result = result(seed);
            assertThat(result.changes().parallel())
                    .containsExactlyElementsOf(result.changes().toList());
            assertThat(result.usersWithErrors().parallel())
                    .containsExactlyElementsOf(result.usersWithErrors().toList());
        }
    }

    @Test
    void hasPlan_everyUserAndPlan_isWhatEffectiveLicensesTell() {
        for (long seed = 0; seed < 200; seed++) {
            assertThatPlansAreThoseOfLicenses(result(seed), 1);
        }
    }

    /** So many different rows of bits are not worth their memory, so what users hold is looked through. */
    @Test
    void hasPlan_usersWithHardlyAnythingInCommon_isWhatEffectiveLicensesTell() {
        SkuId sku = SkuId.of("suite");
        List<ServicePlanId> plans = IntStream.range(0, 1_100)
                .mapToObj(plan -> ServicePlanId.of("plan " + plan))
                .toList();
        Tenant tenant = new Tenant(TenantId.of("contoso"), "Contoso", UsageLocation.of("NO"));
        TenantSnapshot.Builder builder = TenantSnapshot.builder(tenant)
                .sku(Sku.of(sku, "SUITE", plans))
                .subscription(Subscription.of(sku, 8_000));
        plans.forEach(plan -> builder.servicePlan(ServicePlan.builder(plan).build()));
        for (int user = 0; user < 8_000; user++) {
            List<ServicePlanId> disabled = List.of(plans.get(user % 1_000), plans.get(1_000 + user / 1_000));
            builder.user(User.builder(UserId.of("user " + user))
                    .usageLocation(UsageLocation.of("NO"))
                    .directLicense(License.of(sku, disabled))
                    .build());
        }
        AssignmentResult result = DenseAssignmentCalculator.create().calculate(builder.build(), Holdings.empty());
        assertThatPlansAreThoseOfLicenses(result, 41);
    }

    private static void assertThatPlansAreThoseOfLicenses(AssignmentResult result, int step) {
        List<ServicePlan> plans = result.snapshot().servicePlans();
        for (int user = 0; user < result.snapshot().userCount(); user += step) {
            Set<ServicePlanId> had = result.effectiveLicenses(result.snapshot().userId(user)).stream()
                    .flatMap(license -> license.enabledPlans().stream())
                    .collect(Collectors.toSet());
            for (int plan = 0; plan < plans.size(); plan++) {
                if (result.hasPlan(user, plan) != had.contains(plans.get(plan).id())) {
                    fail("user %d, plan %d".formatted(user, plan));
                }
            }
        }
    }

    private static List<List<LicenseAssignmentState>> allStates(AssignmentResult result) {
        return result.snapshot().users().stream()
                .map(User::id)
                .map(result::states)
                .toList();
    }

    @Test
    void emptyTenant_hasEmptyAnswers() {
        AssignmentResult some = result(1);
        AssignmentResult result = DenseAssignmentCalculator.create()
                .calculate(TenantSnapshot.builder(some.snapshot().tenant()).build(), Holdings.empty());
        assertThat(result.usage()).isEmpty();
        assertThat(result.groups()).isEmpty();
        assertThat(result.changes()).isEmpty();
        assertThat(result.usersWithErrors()).isEmpty();
        assertThat(result.holdings()).isEqualTo(Holdings.empty());
    }
}
