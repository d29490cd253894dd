package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final GroupId EARLY = GroupId.of("a");
    private static final GroupId KNOWN = GroupId.of("b");
    private static final GroupId LATE = GroupId.of("c");
    private static final GroupId OTHER = GroupId.of("d");

    private final Sources sources =
            new Sources(TenantBuilder.tenant("contoso").group("b").group("d").snapshot());

    private static SortedSet<GroupId> ids(GroupId... ids) {
        return new TreeSet<>(List.of(ids));
    }

    private List<GroupId> inOrder() {
        return IntStream.range(0, sources.groupCount())
                .boxed()
                .sorted(Comparator.comparing(group -> sources.place(Sources.ofGroup(group))))
                .map(sources::groupId)
                .toList();
    }

    @Test
    void groupsOfTheSnapshot_haveTheirIndexes_andAreInTheOrderOfNumbers() {
        assertThat(sources.groupNumber(KNOWN)).isZero();
        assertThat(sources.groupNumber(OTHER)).isEqualTo(1);
        assertThat(sources.groupNumber(LATE)).isEqualTo(-1);
        assertThat(sources.isInOrderOfNumbers()).isTrue();
        assertThat(sources.isBefore(Sources.ofGroup(0), Sources.ofGroup(1))).isTrue();
    }

    @Test
    void lateGroups_getTheNextNumbers_andThePlacesOfTheirIds() {
        sources.addGroups(ids(EARLY, KNOWN, LATE));
        assertThat(sources.groupNumber(EARLY)).isEqualTo(2);
        assertThat(sources.groupNumber(LATE)).isEqualTo(3);
        assertThat(sources.groupNumber(KNOWN)).isZero();
        assertThat(sources.isInOrderOfNumbers()).isFalse();
        assertThat(inOrder()).containsExactly(EARLY, KNOWN, LATE, OTHER);
        assertThat(sources.place(Sources.DIRECT)).as("the place of direct").isZero();
    }

    @Test
    void groupsToldAgain_keepTheirNumbers() {
        sources.addGroups(ids(LATE));
        sources.addGroups(ids(LATE, KNOWN));
        assertThat(sources.groupCount()).isEqualTo(3);
        assertThat(sources.groupNumber(LATE)).isEqualTo(2);
    }

    @Test
    void sources_backFromTheirNumbers_areThemselves() {
        sources.addGroups(ids(LATE));
        for (GroupId id : List.of(KNOWN, OTHER, LATE)) {
            AssignmentSource source = AssignmentSource.group(id);
            assertThat(sources.source(sources.number(source))).isEqualTo(source);
        }
        assertThat(sources.number(AssignmentSource.direct())).isEqualTo(Sources.DIRECT);
        assertThat(sources.source(Sources.DIRECT)).isEqualTo(AssignmentSource.direct());
    }

    @Test
    void copy_andItsOriginal_goTheirOwnWays() {
        sources.addGroups(ids(LATE));
        Sources copy = sources.copy();
        copy.addGroups(ids(EARLY));
        assertThat(copy.groupNumber(LATE)).isEqualTo(2);
        assertThat(copy.groupNumber(EARLY)).isEqualTo(3);
        assertThat(sources.groupNumber(EARLY)).isEqualTo(-1);
        assertThat(inOrder()).containsExactly(KNOWN, LATE, OTHER);
    }

    @Test
    void anyArrivals_orderIsThatOfTheIds() {
        SplittableRandom random = new SplittableRandom(3);
        TreeSet<GroupId> expected = new TreeSet<>(ids(KNOWN, OTHER));
        for (int round = 0; round < 200; round++) {
            TreeSet<GroupId> come = new TreeSet<>();
            for (int k = random.nextInt(4); k > 0; k--) {
                come.add(GroupId.of(Integer.toString(random.nextInt(1_000), 36)));
            }
            sources.addGroups(come);
            expected.addAll(come);
            assertThat(inOrder()).isEqualTo(new ArrayList<>(expected));
        }
    }
}
