package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarksTest {
    @Test
    void clear_forgetsWhatWasSet() {
        Marks marks = new Marks(3);
        assertThat(marks.get(0)).isFalse();
        marks.set(1);
        assertThat(marks.get(1)).isTrue();
        assertThat(marks.get(2)).isFalse();
        marks.clear();
        assertThat(marks.get(1)).isFalse();
    }
}
