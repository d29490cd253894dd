package dev.perseat.licensing.testkit.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    @Test
    void apply_manySeeds_saysTheSameInTheEnd() {
        for (long seed = 0; seed < 200; seed++) {
            CalculationCase given = TenantGenerator.of(seed).nextCase();
            CalculationCase shuffled = Shuffle.of(seed).apply(given);

            assertThat(shuffled.holdings()).isEqualTo(given.holdings());
            assertThat(withSortedLicenses(shuffled)).usingRecursiveComparison().isEqualTo(withSortedLicenses(given));
        }
    }

    @Test
    void apply_manySeeds_licencesComeInAnotherOrder() {
        boolean moved = false;
        for (long seed = 0; seed < 200; seed++) {
            CalculationCase given = TenantGenerator.of(seed).nextCase();
            CalculationCase shuffled = Shuffle.of(seed).apply(given);
            moved |= !shuffled.snapshot().groups().equals(given.snapshot().groups());
        }

        assertThat(moved).isTrue();
    }

    /** Lists of licences keep the order they were told in; everything else of a snapshot is sorted. */
    private static TenantDraft withSortedLicenses(CalculationCase given) {
        TenantDraft draft = TenantDraft.from(given.snapshot());
        draft.groups.replaceAll(group -> group.withLicenses(sorted(group.licenses())));
        draft.users.replaceAll((User user) -> TenantDraft.withLicenses(user, sorted(user.directLicenses())));
        return draft;
    }

    private static List<License> sorted(List<License> licenses) {
        List<License> sorted = new ArrayList<>(licenses);
        sorted.sort(Comparator.comparing(License::skuId));
        return sorted;
    }
}
