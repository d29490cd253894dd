package dev.perseat.licensing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void of_blankId_rejected(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UserId.of(blank))
                .withMessageStartingWith("user id '")
                .withMessageEndingWith("' is blank");
    }

    @Test
    void of_idAtTheLimit_accepted() {
        assertThat(GroupId.of("x".repeat(Ids.MAX_LENGTH)).value()).hasSize(1024);
    }

    @Test
    void of_idOverTheLimit_rejectedWithoutRepeatingItWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkuId.of("x".repeat(1025)))
                .withMessage(
                        "SKU id beginning with 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' has 1025 characters, more than 1024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "a\uDE00\uD83D", "\uD83D\uD83D\uDE00", "tail\uD83D"})
    void of_halfASurrogatePair_rejected(String broken) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServicePlanId.of(broken))
                .withMessageContaining("half a surrogate pair at index");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                " leading",
                "with space",
                "q'uo\"te",
                "back\\slash",
                "new\nline",
                "nul\u0000",
                "\u202Eright-to-left",
                "\uD83D\uDE00",
                "e\u0301",
                "<script>",
                "${jndi:x}",
                "'; drop table users; --"
            })
    void of_oddCharacters_keptExactly(String odd) {
        assertThat(TenantId.of(odd)).hasToString(odd).isEqualTo(new TenantId(odd));
        assertThatCode(() -> UserId.of(UserId.of(odd).toString())).doesNotThrowAnyException();
    }

    @Test
    void compareTo_goesByCodeUnits() {
        assertThat(UserId.of("Z")).isLessThan(UserId.of("a"));
        assertThat(UserId.of("\uD83D\uDE00")).isLessThan(UserId.of("\uFF5E"));
        assertThat(UserId.of("a")).isLessThan(UserId.of("aa")).isEqualByComparingTo(UserId.of("a"));
    }
}
