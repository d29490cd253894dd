package dev.perseat.licensing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageLocationTest {
    @ParameterizedTest
    @ValueSource(strings = {"NO", "US", "AD", "ZW", "GB", "SS"})
    void of_assignedCode_isItsOwnText(String code) {
        assertThat(UsageLocation.of(code)).hasToString(code);
        assertThat(UsageLocation.find(code)).contains(UsageLocation.of(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "N", "no", "NOR", "XX", "UK", "AN", "D ", " D", "N\u0130", "E "})
    void of_anythingElse_rejected(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageLocation.of(code))
                .withMessageContaining("country code '" + code + "' is not in ISO 3166-1 alpha-2");
        assertThat(UsageLocation.find(code)).isEmpty();
    }

    @Test
    void find_everyPairOfCapitals_knowsTheCountriesOfTheStandard() {
        long known = IntStream.range(0, 26 * 26)
                .mapToObj(i -> "" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
                .filter(code -> UsageLocation.find(code).isPresent())
                .count();
        assertThat(known).isEqualTo(249);
    }
}
