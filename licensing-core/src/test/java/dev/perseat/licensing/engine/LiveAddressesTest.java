package dev.perseat.licensing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.builder.TenantBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LiveAddressesTest {
    private static final int USERS = 6;

    private final Journal journal = new Journal();
    private final List<Integer> affected = new ArrayList<>();
    private final Roster roster = new Roster(TenantBuilder.tenant("contoso")
            .user("b")
            .withAddress("Sales@contoso")
            .user("d")
            .withAddress("sales@CONTOSO", "d@contoso")
            .user("f")
            .snapshot());
    private final LiveAddresses addresses = new LiveAddresses(roster, true);

    private void setAddresses(String id, String... now) {
        int number = roster.numberOrNew(UserId.of(id));
        if (roster.isPresent(number)) {
            addresses.set(number, roster.proxyAddresses(number), false, affected::add, journal);
        }
        roster.set(
                number, User.builder(UserId.of(id)).proxyAddresses(List.of(now)).build(), journal);
        addresses.set(number, List.of(now), true, affected::add, journal);
    }

    @Test
    void sameAddressInAnotherCase_isShared() {
        assertThat(addresses.has(0)).isTrue();
        assertThat(addresses.has(1)).isTrue();
        assertThat(addresses.has(2)).isFalse();
        assertThat(addresses.firstShared(1, roster.proxyAddresses(1))).isEqualTo("sales@CONTOSO");
        assertThat(addresses.otherUser("SALES@contoso", 0)).isEqualTo(1);
        assertThat(addresses.otherUser("SALES@contoso", 1)).isZero();
    }

    @Test
    void whoTakesAnAddress_affectsItsOnlyHolder_whoGivesItUp_affectsTheOneWhoIsLeft() {
        setAddresses("f", "D@contoso");
        assertThat(affected).containsExactly(1);
        assertThat(addresses.has(2)).isTrue();
        affected.clear();
        setAddresses("f");
        assertThat(affected).containsExactly(1);
        assertThat(addresses.has(2)).isFalse();
    }

    @Test
    void ofThreeHolders_nobodyElseIsAffected() {
        setAddresses("f", "sales@contoso");
        setAddresses("f");
        assertThat(affected).isEmpty();
        assertThat(addresses.has(0)).isTrue();
    }

    @Test
    void otherUser_isTheFirstById_alsoIfThatOneCameLate() {
        setAddresses("a", "sales@contoso");
        assertThat(addresses.otherUser("sales@contoso", 1)).isEqualTo(roster.number(UserId.of("a")));
        assertThat(addresses.otherUser("sales@contoso", roster.number(UserId.of("a"))))
                .isZero();
    }

    @Test
    void emptyAddress_isSharedByNobody() {
        setAddresses("f", "");
        setAddresses("g", "");
        assertThat(addresses.has(2)).isFalse();
        assertThat(affected).isEmpty();
    }

    @Test
    void whereNoPlanAsksForIt_nobodyShares() {
        LiveAddresses notNeeded = new LiveAddresses(roster, false);
        notNeeded.set(2, List.of("sales@contoso"), true, affected::add, journal);
        assertThat(notNeeded.has(0)).isFalse();
        assertThat(affected).isEmpty();
    }

    @Test
    void firstShared_ofWhoSharesNone_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> addresses.firstShared(2, roster.proxyAddresses(2)))
                .withMessage("user 2 shares no address");
    }

    /** Against looking at everybody, under steps that are kept or taken back. */
    @Test
    void anyHistory_asLookingAtEverybody() {
        SplittableRandom random = new SplittableRandom(7);
        for (int step = 0; step < 2_000; step++) {
            String id = Character.toString('a' + random.nextInt(USERS));
            List<String> now = new ArrayList<>();
            for (int k = random.nextInt(3); k > 0; k--) {
                now.add((random.nextBoolean() ? "x" : "X") + random.nextInt(4));
            }
            setAddresses(id, now.toArray(String[]::new));
            if (random.nextInt(3) == 0) {
                journal.rollBack();
            } else {
                journal.commit();
            }
            for (int user = 0; user < roster.end(); user++) {
                assertSharing(user);
            }
        }
    }

    private void assertSharing(int user) {
        List<String> own = roster.isPresent(user) ? roster.proxyAddresses(user) : List.of();
        for (String address : own) {
            int[] others = others(address, user);
            if (others.length > 0) {
                assertThat(addresses.otherUser(address, user)).isEqualTo(roster.inOrder(others)[0]);
            }
        }
        if (roster.isPresent(user)) {
            assertThat(addresses.has(user))
                    .isEqualTo(own.stream().anyMatch(address -> others(address, user).length > 0));
        }
    }

    private int[] others(String address, int user) {
        IntBuffer others = new IntBuffer();
        for (int other = 0; other < roster.end(); other++) {
            if (other != user
                    && roster.isPresent(other)
                    && roster.proxyAddresses(other).stream().anyMatch(address::equalsIgnoreCase)) {
                others.add(other);
            }
        }
        return others.toArray();
    }
}
