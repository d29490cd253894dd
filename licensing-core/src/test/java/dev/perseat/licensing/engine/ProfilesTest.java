package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final int BASES = 100;

    /** Every tenth base is given nothing. */
    private static int fullHolding(int base) {
        return base % 10 == 0 ? IntTuples.EMPTY : 1000 + base / 2;
    }

    private final Profiles opening = new Profiles(BASES, ProfilesTest::fullHolding);

    @Test
    void opening_hasTwoProfilesOfEachBase_orOneOfWhoIsGivenNothing() {
        assertThat(opening.end()).isEqualTo(BASES + 90);
        for (int base = 1; base < BASES; base++) {
            assertThat(opening.add(base, IntTuples.EMPTY)).isEqualTo(base);
            int full = opening.full(base);
            assertThat(opening.add(base, fullHolding(base))).isEqualTo(full);
            assertThat(opening.base(full)).isEqualTo(base);
            assertThat(opening.holding(full)).isEqualTo(fullHolding(base)).isEqualTo(opening.fullHolding(base));
        }
        assertThat(opening.end()).isEqualTo(BASES + 90);
    }

    @Test
    void add_others_numbersEachOnce() {
        Profiles profiles = opening.copyOpening();
        int first = profiles.end();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5000; i++) {
                int base = 1 + i % 150;
                int holding = 2000 + i;
                int profile = profiles.add(base, holding);
                assertThat(profile).isEqualTo(first + i);
                assertThat(profiles.base(profile)).isEqualTo(base);
                assertThat(profiles.holding(profile)).isEqualTo(holding);
            }
        }
        assertThat(profiles.end()).isEqualTo(first + 5000);
        assertThat(opening.end()).isEqualTo(first);
    }

    @Test
    void usual_isTheFullOne_orThatOfWhoHoldsNothing_orOneOfItsOwn() {
        int[] usualHoldings = new int[BASES];
        for (int base = 1; base < BASES; base++) {
            usualHoldings[base] = base % 3 == 0 ? fullHolding(base) : base % 3 == 1 ? IntTuples.EMPTY : 3000 + base;
        }
        Profiles profiles = opening.withUsual(usualHoldings).copyOpening();
        for (int base = 1; base < BASES; base++) {
            int usual = profiles.usual(base);
            assertThat(profiles.base(usual)).isEqualTo(base);
            assertThat(profiles.holding(usual)).isEqualTo(usualHoldings[base]).isEqualTo(profiles.usualHolding(base));
            assertThat(profiles.add(base, usualHoldings[base])).isEqualTo(usual).isLessThan(profiles.openingEnd());
            assertThat(profiles.add(base, fullHolding(base))).isEqualTo(opening.full(base));
        }
        assertThat(profiles.end()).isEqualTo(profiles.openingEnd()).isEqualTo(opening.end() + BASES / 3);
    }

    @Test
    void addFull_ofALaterBase_isKnownToThisCopyOnly() {
        Profiles one = opening.copyOpening();
        Profiles other = opening.copyOpening();
        int later = BASES + 7;
        assertThat(one.full(later)).isEqualTo(Ledger.NOBODY);
        int full = one.addFull(later, 77);
        assertThat(one.full(later)).isEqualTo(full).isEqualTo(one.add(later, 77));
        assertThat(one.fullHolding(later)).isEqualTo(77);
        assertThat(one.full(BASES - 1)).isEqualTo(opening.full(BASES - 1));
        assertThat(other.full(later)).isEqualTo(Ledger.NOBODY);
        assertThat(opening.full(later)).isEqualTo(Ledger.NOBODY);
    }
}
