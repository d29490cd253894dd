package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final UsageLocation NORWAY = UsageLocation.of("NO");

    private final Journal journal = new Journal();
    private final Roster roster = roster("b", "d", "f");

    private static Roster roster(String... ids) {
        TenantSnapshot.Builder tenant = TenantSnapshot.builder(new Tenant(TenantId.of("contoso"), "Contoso", NORWAY));
        for (String id : ids) {
            tenant.user(user(id));
        }
        return new Roster(tenant.build());
    }

    private static User user(String id) {
        return User.builder(UserId.of(id)).build();
    }

    private static User moved(UserId id) {
        return User.builder(id).usageLocation(NORWAY).build();
    }

    private int come(String id) {
        int number = roster.numberOrNew(UserId.of(id));
        roster.set(number, user(id), journal);
        return number;
    }

    private List<String> ids(int... users) {
        List<String> ids = new ArrayList<>();
        for (int user : users) {
            ids.add(roster.id(user).value());
        }
        return ids;
    }

    @Test
    void newId_hasANumber_butIsNobodyUntilSet() {
        int number = roster.numberOrNew(UserId.of("c"));
        assertThat(number).isEqualTo(3).isEqualTo(roster.number(UserId.of("c")));
        assertThat(roster.isPresent(number)).isFalse();
        assertThat(roster.number(UserId.of("none"))).isEqualTo(-1);
        assertThat(roster.end()).isEqualTo(4);
    }

    @Test
    void whoComesBack_hasTheSameNumberAgain() {
        int late = come("c");
        roster.remove(late, journal);
        roster.remove(1, journal);
        assertThat(roster.isPresent(late)).isFalse();
        assertThat(roster.number(UserId.of("d"))).isEqualTo(1);
        assertThat(come("c")).isEqualTo(late);
        assertThat(come("d")).isEqualTo(1);
        assertThat(roster.end()).isEqualTo(4);
    }

    @Test
    void changedUser_isToldAsChanged_untilTakenBack() {
        UserId id = UserId.of("d");
        roster.set(1, moved(id), journal);
        assertThat(roster.user(1)).isEqualTo(moved(id));
        assertThat(roster.usageLocation(1)).isEqualTo(NORWAY);
        journal.rollBack();
        assertThat(roster.user(1)).isEqualTo(user("d"));
        assertThat(roster.usageLocation(1)).isNull();
    }

    @Test
    void inOrder_lateUsers_standWhereTheirIdsDo() {
        int last = come("z");
        int first = come("a");
        int third = come("c");
        int second = come("bb");
        assertThat(ids(roster.inOrder(new int[] {2, third, last, 0, second, first, 1})))
                .containsExactly("a", "b", "bb", "c", "d", "f", "z");
        assertThat(roster.inOrder(new int[] {})).isEmpty();
    }

    @Test
    void placeFor_isTheFirstOfTheSnapshotNotBeforeTheId() {
        assertThat(roster.placeFor(UserId.of("a"))).isZero();
        assertThat(roster.placeFor(UserId.of("d"))).isEqualTo(1);
        assertThat(roster.placeFor(UserId.of("e"))).isEqualTo(2);
        assertThat(roster.placeFor(UserId.of("g"))).isEqualTo(roster.firstLate());
    }

    @Test
    void firstLate_moreThanTheLimit_keepsTheFirstById() {
        come("z");
        int first = come("a");
        int second = come("c");
        come("y");
        assertThat(roster.firstLate(2, any -> true)).containsExactlyInAnyOrder(first, second);
        assertThat(roster.firstLate(2, user -> user != first)).hasSize(2).contains(second);
        assertThat(roster.firstLate(0, any -> true)).isEmpty();
    }

    /** Against a map of those who are there, under steps that are kept or taken back. */
    @Test
    void anyHistory_asASortedMap() {
        SplittableRandom random = new SplittableRandom(11);
        SortedMap<UserId, User> expected = new TreeMap<>();
        Map<UserId, Integer> numbers = new HashMap<>();
        for (String id : List.of("b", "d", "f")) {
            expected.put(UserId.of(id), user(id));
        }
        for (int step = 0; step < 2_000; step++) {
            SortedMap<UserId, User> after = new TreeMap<>(expected);
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                change(UserId.of(Integer.toString(random.nextInt(300), 36)), random.nextInt(3), after);
            }
            if (random.nextInt(3) == 0) {
                journal.rollBack();
            } else {
                journal.commit();
                expected = after;
            }
            assertSame(expected, numbers);
        }
        assertThat(roster.end()).isGreaterThan(200);
    }

    private void change(UserId id, int kind, Map<UserId, User> after) {
        if (kind == 0 && after.remove(id) != null) {
            roster.remove(roster.number(id), journal);
        } else if (kind > 0) {
            User user = kind == 1 ? user(id.value()) : moved(id);
            after.put(id, user);
            roster.set(roster.numberOrNew(id), user, journal);
        }
    }

    private void assertSame(SortedMap<UserId, User> expected, Map<UserId, Integer> numbers) {
        IntBuffer present = new IntBuffer();
        for (int user = 0; user < roster.end(); user++) {
            assertThat(numbers.computeIfAbsent(roster.id(user), roster::number)).isEqualTo(user);
            if (roster.isPresent(user)) {
                present.add(user);
            }
        }
        List<User> users = new ArrayList<>();
        for (int user : roster.inOrder(present.toArray())) {
            users.add(roster.user(user));
        }
        assertThat(users).isEqualTo(new ArrayList<>(expected.values()));
    }
}
