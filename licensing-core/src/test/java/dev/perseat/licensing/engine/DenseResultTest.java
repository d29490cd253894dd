package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseAssignmentState;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
