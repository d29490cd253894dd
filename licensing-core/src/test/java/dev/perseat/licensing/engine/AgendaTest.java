package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final int SUITE = 1;
    private static final int ADD_ON = 3;

    private final Agenda agenda = new Agenda(10, new int[] {SUITE, ADD_ON});
    private final IntTuples needSets = new IntTuples();
    private final boolean[] free = new boolean[4];

    private void watch(int user, int... skus) {
        agenda.addWatching(user, needSets.add(skus), needSets, free);
    }

    @Test
    void next_nobodyNoted_nobody() {
        assertThat(agenda.next(-1, free)).isEqualTo(-1);
    }

    @Test
    void next_changed_firstAfterTheCurrentUser_thenFromTheFront() {
        agenda.addChanged(2);
        agenda.addChanged(5);
        assertThat(agenda.next(2, free)).isEqualTo(5);
        assertThat(agenda.next(1, free)).isEqualTo(2);
        assertThat(agenda.next(5, free)).isEqualTo(2);
    }

    @Test
    void next_watching_onlyWhenASkuIsNotAsItWasSeen() {
        watch(4, ADD_ON);
        assertThat(agenda.next(-1, free)).isEqualTo(-1);
        free[SUITE] = true;
        assertThat(agenda.next(-1, free)).isEqualTo(-1);
        free[ADD_ON] = true;
        assertThat(agenda.next(-1, free)).isEqualTo(4);
    }

    @Test
    void next_watchingASkuSeenFree_whenItIsTaken() {
        free[SUITE] = true;
        watch(0, SUITE);
        assertThat(agenda.next(-1, free)).isEqualTo(-1);
        free[SUITE] = false;
        assertThat(agenda.next(-1, free)).isZero();
    }

    @Test
    void next_severalReasons_theLowestUserWhateverTheReason() {
        watch(7, SUITE);
        watch(3, ADD_ON);
        free[SUITE] = true;
        free[ADD_ON] = true;
        agenda.addChanged(5);
        assertThat(agenda.next(-1, free)).isEqualTo(3);
        assertThat(agenda.next(3, free)).isEqualTo(5);
        assertThat(agenda.next(5, free)).isEqualTo(7);
        agenda.addChanged(0);
        assertThat(agenda.next(-1, free)).isZero();
    }

    @Test
    void remove_forgetsAllAboutTheUser_andNothingAboutOthers() {
        free[ADD_ON] = true;
        watch(4, SUITE, ADD_ON);
        agenda.addChanged(4);
        watch(6, SUITE);
        agenda.remove(4, needSets.add(SUITE, ADD_ON), needSets);
        free[SUITE] = true;
        free[ADD_ON] = false;
        assertThat(agenda.next(-1, free)).isEqualTo(6);
    }
}
