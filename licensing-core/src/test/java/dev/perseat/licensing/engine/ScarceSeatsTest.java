package dev.perseat.licensing.engine;

import static dev.perseat.licensing.testkit.assertion.PerseatAssertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import dev.perseat.licensing.testkit.builder.TenantSentence;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import org.junit.jupiter.api.Test;

/** Walks over many users who have nothing in common but what they wait for. */
class ScarceSeatsTest {
    private static final int USERS = 100;

    private final AssignmentCalculator calculator = DenseAssignmentCalculator.create();
    private final AssignmentCalculator reference = new ReferenceCalculator();

    private static TenantSentence tenant() {
        TenantSentence tenant = TenantBuilder.tenant("contoso")
                .plan("MAIL")
                .plan("CALL")
                .sku("SUITE", "MAIL")
                .seats(USERS / 3)
                .sku("VOICE", "CALL")
                .seats(USERS / 4);
        for (int i = 0; i < USERS; i++) {
            tenant = tenant.sku("OWN%02d".formatted(i), "MAIL").seats(1);
        }
        return tenant;
    }

    @Test
    void usersWhoAreAllDifferent_waitForTwoSkus_sameAnswersAsTheReference() {
        TenantSentence tenant = tenant();
        for (int i = 0; i < USERS; i++) {
            tenant = tenant.user("user%02d".formatted(i)).in("US").with("OWN%02d".formatted(i), "SUITE", "VOICE");
        }
        TenantSnapshot snapshot = tenant.snapshot();
        assertThat(calculator.calculate(snapshot, Holdings.empty()))
                .hasSameAnswersAs(reference.calculate(snapshot, Holdings.empty()));
    }
}
