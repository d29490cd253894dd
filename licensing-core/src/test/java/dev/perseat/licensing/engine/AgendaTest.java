package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.testkit.builder.TenantBuilder;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final int ADD_ON = 0;
    private static final int SUITE = 1;

    private final Seats seats = new Seats(TenantBuilder.tenant("contoso")
            .plan("MAIL")
            .sku("ADD_ON", "MAIL")
            .seats(1)
            .sku("SUITE", "MAIL")
            .seats(1)
            .snapshot());
    private final IntTuples needSets = new IntTuples();
    private final Agenda agenda = new Agenda(UserOrder.BY_NUMBER, 0, seats, needSets);

    AgendaTest() {
        seats.watch(ADD_ON);
        seats.watch(SUITE);
        seats.take(ADD_ON, 1);
        seats.take(SUITE, 1);
        seats.clearFlipped();
    }

    private void watch(int user, int... skus) {
        agenda.addWatching(user, needSets.add(skus));
    }

    @Test
    void next_nobodyNoted_nobody() {
        assertThat(agenda.next(-1)).isEqualTo(-1);
    }

    @Test
    void next_due_firstAfterTheCurrentUser_thenFromTheFront() {
        agenda.addDue(2);
        agenda.addDue(5);
        assertThat(agenda.next(2)).isEqualTo(5);
        assertThat(agenda.next(1)).isEqualTo(2);
        assertThat(agenda.next(5)).isEqualTo(2);
    }

    @Test
    void next_watching_onlyWhenASkuIsNotAsItWasSeen() {
        watch(4, ADD_ON);
        assertThat(agenda.next(-1)).isEqualTo(-1);
        seats.take(SUITE, -1);
        assertThat(agenda.next(-1)).isEqualTo(-1);
        seats.take(ADD_ON, -1);
        assertThat(agenda.next(-1)).isEqualTo(4);
        seats.take(ADD_ON, 1);
        assertThat(agenda.next(-1)).isEqualTo(-1);
    }

    @Test
    void next_watchingASkuSeenFree_whenItIsTaken() {
        seats.take(SUITE, -1);
        watch(0, SUITE);
        assertThat(agenda.next(-1)).isEqualTo(-1);
        seats.take(SUITE, 1);
        assertThat(agenda.next(-1)).isZero();
    }

    @Test
    void next_severalReasons_theLowestUserWhateverTheReason() {
        watch(7, SUITE);
        watch(3, ADD_ON);
        seats.take(SUITE, -1);
        seats.take(ADD_ON, -1);
        agenda.addDue(5);
        assertThat(agenda.next(-1)).isEqualTo(3);
        assertThat(agenda.next(3)).isEqualTo(5);
        assertThat(agenda.next(5)).isEqualTo(7);
        agenda.addDue(0);
        assertThat(agenda.next(-1)).isZero();
    }

    @Test
    void remove_forgetsAllAboutTheUser_andNothingAboutOthers() {
        seats.take(ADD_ON, -1);
        watch(4, ADD_ON, SUITE);
        agenda.addDue(4);
        watch(6, SUITE);
        agenda.remove(4, needSets.add(ADD_ON, SUITE));
        seats.take(SUITE, -1);
        seats.take(ADD_ON, 1);
        assertThat(agenda.next(-1)).isEqualTo(6);
    }
}
