package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.testkit.builder.TenantBuilder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Users 0 to 2 and groups 0 to 1 are of the snapshot; higher numbers came later. */
class MembersTest {
    private static final int USERS = 6;
    private static final int GROUPS = 4;

    private final Journal journal = new Journal();
    private final Members members = new Members(TenantBuilder.tenant("contoso")
            .user("u0")
            .user("u1")
            .user("u2")
            .group("g0")
            .members("u0", "u1")
            .group("g1")
            .members("u1")
            .snapshot());

    private int[] usersOf(int group) {
        IntBuffer users = new IntBuffer();
        members.forEachUser(group, users::add);
        int found = users.size;
        users.sortDistinct();
        assertThat(users.size).as("users, each told once").isEqualTo(found);
        return users.toArray();
    }

    @Test
    void unchanged_asInTheSnapshot() {
        assertThat(members.groupsOf(1)).containsExactly(0, 1);
        assertThat(members.groupsOf(2)).isEmpty();
        assertThat(usersOf(0)).containsExactly(0, 1);
        assertThat(members.count(0)).isEqualTo(2);
        assertThat(members.count(GROUPS)).isZero();
    }

    @Test
    void set_whatIsSoAlready_isNoChange() {
        assertThat(members.set(0, 1, true, journal)).isFalse();
        assertThat(members.set(0, 2, false, journal)).isFalse();
        assertThat(members.set(0, 2, true, journal)).isTrue();
        assertThat(members.set(0, 2, true, journal)).isFalse();
    }

    @Test
    void whoLeavesAndComesBack_isThereOnce() {
        members.set(0, 1, false, journal);
        assertThat(usersOf(0)).containsExactly(0);
        members.set(0, 1, true, journal);
        assertThat(usersOf(0)).containsExactly(0, 1);
        assertThat(members.count(0)).isEqualTo(2);
    }

    /** Against a table of who is in what, under steps that are kept or taken back. */
    @Test
    void anyHistory_asATable() {
        SplittableRandom random = new SplittableRandom(5);
        boolean[][] expected = new boolean[GROUPS][USERS];
        for (int group = 0; group < GROUPS; group++) {
            for (int user : usersOf(group)) {
                expected[group][user] = true;
            }
        }
        for (int step = 0; step < 3_000; step++) {
            boolean[][] after = Arrays.stream(expected).map(boolean[]::clone).toArray(boolean[][]::new);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                int group = random.nextInt(GROUPS);
                int user = random.nextInt(USERS);
                boolean member = random.nextBoolean();
                assertThat(members.set(group, user, member, journal)).isEqualTo(after[group][user] != member);
                after[group][user] = member;
            }
            if (random.nextInt(3) == 0) {
                journal.rollBack();
            } else {
                journal.commit();
                expected = after;
            }
            assertSame(expected);
        }
    }

    private void assertSame(boolean[][] expected) {
        for (int each = 0; each < GROUPS; each++) {
            int group = each;
            int[] users = IntStream.range(0, USERS)
                    .filter(user -> expected[group][user])
                    .toArray();
            assertThat(usersOf(group)).isEqualTo(users);
            assertThat(members.count(group)).isEqualTo(users.length);
        }
        for (int each = 0; each < USERS; each++) {
            int user = each;
            int[] groups = IntStream.range(0, GROUPS)
                    .filter(group -> expected[group][user])
                    .toArray();
            IntBuffer told = new IntBuffer();
            members.forEachGroup(user, told::add);
            assertThat(told.toArray()).isEqualTo(groups);
            assertThat(members.groupsOf(user)).isEqualTo(groups);
        }
    }
}
