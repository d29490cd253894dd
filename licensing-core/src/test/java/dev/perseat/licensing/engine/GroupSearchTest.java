package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import org.junit.jupiter.api.Test;

/** A chain of a thousand groups, of which each has the next one as a member, and the last one the first. */
class GroupSearchTest {
    private static final int GROUPS = 1_000;

    private final Nesting nesting = new Nesting(chain());

    private static TenantSnapshot chain() {
        TenantBuilder tenant = TenantBuilder.tenant("contoso");
        for (int group = 0; group < GROUPS; group++) {
            tenant.group(id(group)).memberGroups(id((group + 1) % GROUPS));
        }
        return tenant.snapshot();
    }

    private static String id(int group) {
        return "g%03d".formatted(group);
    }

    private GroupSearch from(int... groups) {
        GroupSearch search = new GroupSearch(nesting);
        for (int group : groups) {
            search.add(group);
        }
        return search;
    }

    @Test
    void add_again_changesNothing() {
        GroupSearch search = from(7, 3, 7, 3);
        assertThat(search.size()).isEqualTo(2);
        assertThat(search.get(0)).isEqualTo(7);
        assertThat(search.ascending()).containsExactly(3, 7);
    }

    @Test
    void ascending_fewAmongVeryMany_inOrder() {
        nesting.widen(100_000);
        assertThat(from(99_999, 7, 3).ascending()).containsExactly(3, 7, 99_999);
    }

    @Test
    void descend_andAscend_roundACycle_endWhereTheyBegan() {
        GroupSearch below = from(5);
        below.descend();
        GroupSearch above = from(5);
        above.ascend();
        assertThat(below.size()).isEqualTo(GROUPS);
        assertThat(below.get(1)).isEqualTo(6);
        assertThat(above.get(1)).isEqualTo(4);
        assertThat(above.ascending()).isEqualTo(below.ascending()).startsWith(0, 1, 2);
    }

    @Test
    void ascend_afterAnEdgeIsGone_endsThere() {
        nesting.set(2, 3, false);
        GroupSearch above = from(5);
        above.ascend();
        assertThat(above.ascending()).containsExactly(3, 4, 5);
    }

    @Test
    void ascendTo_goesAsFarAsItHasTo() {
        GroupSearch near = from(5);
        assertThat(near.ascendTo(3)).isTrue();
        assertThat(near.size()).as("groups found on the way").isEqualTo(2);
        nesting.set(2, 3, false);
        assertThat(from(5).ascendTo(2)).isFalse();
        assertThat(from(5).ascendTo(6)).isFalse();
        assertThat(from().ascendTo(0)).isFalse();
    }
}
