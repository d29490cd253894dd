package dev.perseat.licensing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.assignment.LicenseViolation.Kind;
import dev.perseat.licensing.model.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupMemberTest {
    private static final UserId ALICE = UserId.of("alice");

    @Test
    void errors_givenInAnyOrder_toldInTheOrderOfTheKinds() {
        Set<Kind> given = new LinkedHashSet<>(List.of(Kind.DEPENDENCY, Kind.COUNT, Kind.UNIQUENESS));

        assertThat(new GroupMember(ALICE, given).errors())
                .containsExactly(Kind.UNIQUENESS, Kind.COUNT, Kind.DEPENDENCY);
    }

    @Test
    void errors_sameKinds_oneObjectThatNobodyCanChange() {
        Set<Kind> errors = new GroupMember(ALICE, Set.of(Kind.COUNT, Kind.DEPENDENCY)).errors();

        assertThat(new GroupMember(UserId.of("bob"), Set.of(Kind.DEPENDENCY, Kind.COUNT)).errors())
                .isSameAs(errors);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(errors::clear);
    }

    @Test
    void other_refused_asItIsCountedWithWhatItGoesBackTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupMember(ALICE, Set.of(Kind.COUNT, Kind.OTHER)))
                .withMessageContaining("user 'alice' has kind OTHER");
    }
}
