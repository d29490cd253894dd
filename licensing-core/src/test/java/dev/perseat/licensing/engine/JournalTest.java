package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final List<String> done = new ArrayList<>();
    private final Journal journal = new Journal();

    @Test
    void rollBack_lastChangeFirst_eachOnce() {
        journal.add(() -> done.add("first"));
        journal.add(() -> done.add("second"));
        assertThat(done).isEmpty();
        journal.rollBack();
        journal.rollBack();
        assertThat(done).containsExactly("second", "first");
    }

    @Test
    void rollBack_afterCommit_onlyWhatCameLater() {
        journal.add(() -> done.add("kept"));
        journal.commit();
        journal.add(() -> done.add("taken back"));
        journal.rollBack();
        assertThat(done).containsExactly("taken back");
    }
}
