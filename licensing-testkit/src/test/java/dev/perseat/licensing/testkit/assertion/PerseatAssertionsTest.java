package dev.perseat.licensing.testkit.assertion;

import static dev.perseat.licensing.testkit.assertion.PerseatAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.AssignmentStatus;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import dev.perseat.licensing.testkit.builder.TenantSentence;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PerseatAssertionsTest {
    /** Alice gets the last seat, Bob waits; a distribution list gives nothing; Carol has nothing at all. */
    private static final AssignmentResult RESULT = calculate(contoso());

    private static TenantSentence contoso() {
        return TenantBuilder.tenant("contoso")
                .sku("E3", "EXCHANGE", "TEAMS")
                .seats(1)
                .sku("F1", "KIOSK")
                .seats(5)
                .user("carol")
                .group("sales")
                .with("E3")
                .without("TEAMS")
                .members("alice", "bob")
                .group("list")
                .kind(GroupKind.DISTRIBUTION)
                .with("F1")
                .members("alice");
    }

    private static AssignmentResult calculate(TenantSentence tenant) {
        return new ReferenceCalculator().calculate(tenant.snapshot(), Holdings.empty());
    }

    @Test
    void everything_thatIsSo_passes() {
        assertThat(RESULT)
                .user("alice")
                .hasPlan("EXCHANGE")
                .doesNotHavePlan("TEAMS")
                .holds("E3")
                .doesNotHold("F1")
                .hasState("E3", "sales", AssignmentStatus.ACTIVE)
                .hasNoState("E3", AssignmentSource.direct())
                .hasNoErrors()
                .and()
                .user("bob")
                .doesNotHold("E3")
                .hasViolation(LicenseViolation.Kind.COUNT)
                .and()
                .sku("E3")
                .hasSeats(1)
                .hasConsumed(1)
                .hasAvailable(0)
                .hasWaiting(1)
                .isOverAllocatedBy(0)
                .and()
                .group("sales")
                .isEligible()
                .hasMembers(2)
                .hasLicensed(1)
                .hasErrors(LicenseViolation.Kind.COUNT, 1)
                .and()
                .group("list")
                .isNotEligible()
                .hasLicensed(0)
                .hasNoErrors();
        assertThat(calculate(TenantBuilder.tenant("empty"))).hasNoErrors();
        assertThat(RESULT).hasSameAnswersAs(calculate(contoso()));
    }

    @Nested
    class A_failure_says_why {
        @Test
        void aPlanIsMissing() {
            assertFails(
                    () -> assertThat(RESULT).user("bob").hasPlan("EXCHANGE"),
                    "user 'bob' to have plan 'EXCHANGE', but:",
                    "seat");
        }

        @Test
        void aPlanIsTooMuch() {
            assertFails(
                    () -> assertThat(RESULT).user("alice").doesNotHavePlan("EXCHANGE"),
                    "user 'alice' not to have plan 'EXCHANGE', but:",
                    "sales");
        }

        @Test
        void aSkuIsNotHeld() {
            assertFails(
                    () -> assertThat(RESULT).user("bob").holds("E3"),
                    "user 'bob' to hold SKU 'E3', but:",
                    "E3 (group sales): ERROR",
                    "seat");
        }

        @Test
        void aSkuIsHeld() {
            assertFails(
                    () -> assertThat(RESULT).user("alice").doesNotHold("E3"),
                    "user 'alice' not to hold SKU 'E3', but:",
                    "E3 (group sales): ACTIVE");
        }

        @Test
        void nothingIsRequested() {
            assertFails(
                    () -> assertThat(RESULT).user("carol").hasDirectState("E3", AssignmentStatus.ACTIVE),
                    "SKU 'E3' (direct) of user 'carol' to be ACTIVE, but:",
                    "nothing is requested for the user");
        }

        @Test
        void aStateIsAnother() {
            assertFails(
                    () -> assertThat(RESULT).user("bob").hasState("E3", "sales", AssignmentStatus.ACTIVE),
                    "SKU 'E3' (group sales) of user 'bob' to be ACTIVE, but:",
                    "ERROR");
        }

        @Test
        void aStateIsTooMuch() {
            assertFails(
                    () -> assertThat(RESULT).user("bob").hasNoState("E3", AssignmentSource.group(GroupId.of("sales"))),
                    "no SKU 'E3' (group sales) of user 'bob', but:");
        }

        @Test
        void aViolationIsMissing() {
            assertFails(
                    () -> assertThat(RESULT).user("bob").hasViolation(LicenseViolation.Kind.DEPENDENCY),
                    "user 'bob' to have a violation DEPENDENCY, but:",
                    "seat");
        }

        @Test
        void aUserHasErrors() {
            assertFails(() -> assertThat(RESULT).user("bob").hasNoErrors(), "user 'bob' to have no errors", "seat");
        }

        @Test
        void somebodyHasErrors() {
            assertFails(() -> assertThat(RESULT).hasNoErrors(), "no errors, but 1 of the users have some:", "seat");
        }

        @Test
        void seatsAreOthers() {
            assertFails(
                    () -> assertThat(RESULT).sku("E3").hasConsumed(2),
                    "SKU 'E3' to have 2 seats consumed, but it has 1",
                    "held by [alice]");
        }

        @Test
        void fewerMembersAreLicensed() {
            assertFails(
                    () -> assertThat(RESULT).group("sales").hasLicensed(2),
                    "group 'sales' to have 2 members licensed, but it has 1",
                    "seat");
        }

        @Test
        void aGroupHasErrors() {
            assertFails(
                    () -> assertThat(RESULT).group("sales").hasNoErrors(),
                    "group 'sales' to have no errors",
                    "COUNT=1");
        }

        @Test
        void aGroupIsEligibleOrNot() {
            assertFails(() -> assertThat(RESULT).group("list").isEligible(), "group 'list' to give its licences");
            assertFails(() -> assertThat(RESULT).group("sales").isNotEligible(), "group 'sales' not to give");
        }

        @Test
        void aGroupHasNoLicences() {
            assertFails(() -> assertThat(RESULT).group("staff"), "'staff' to have licences", "[list, sales]");
        }
    }

    @Nested
    class Two_results_that_differ {
        @Test
        void namesTheFirstDifferenceAndBothSides() {
            AssignmentResult other = calculate(contoso().seats("E3", 2));

            assertFails(
                    () -> assertThat(RESULT).hasSameAnswersAs(other),
                    "differs first: states of user 'bob'",
                    "actual:",
                    "status=ERROR",
                    "expected:",
                    "status=ACTIVE");
        }

        @Test
        void namesWhatOnlyOneOfThemHas() {
            AssignmentResult other = calculate(contoso().user("zoe"));

            assertFails(
                    () -> assertThat(RESULT).hasSameAnswersAs(other),
                    "states of user 'zoe'",
                    "(not asked: the other tenant does not have it)");
        }
    }

    @Test
    void user_unknown_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(RESULT).user("nobody"))
                .withMessageContaining("nobody");
    }

    @Test
    void sku_unknown_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(RESULT).sku("E9"))
                .withMessageContaining("E9");
    }

    private static void assertFails(Executable assertion, String... inMessage) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion::execute)
                .satisfies(failure -> org.assertj.core.api.Assertions.assertThat(failure.getMessage())
                        .contains(inMessage));
    }
}
