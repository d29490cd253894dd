package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The proxy addresses that more than one user of a snapshot has. Of those that only one has, nothing is kept. */
final class SnapshotAddresses implements SharedAddresses {
    /** Of each shared address the two first users who have it. */
    private final HashMap<String, int[]> firstTwo = new HashMap<>();

    private final BitSet usersWithOne = new BitSet();

    SnapshotAddresses(TenantSnapshot snapshot, boolean needed) {
        HashMap<String, Integer> first = new HashMap<>();
        for (int user = 0; needed && user < snapshot.userCount(); user++) {
            for (String address : snapshot.proxyAddresses(user)) {
                note(SharedAddresses.fold(address), user, first);
            }
        }
    }

    private void note(String folded, int user, Map<String, Integer> first) {
        if (folded.isEmpty()) {
            return;
        }
        Integer other = first.putIfAbsent(folded, user);
        if (other != null && other != user) {
            firstTwo.putIfAbsent(folded, new int[] {other, user});
            usersWithOne.set(other);
            usersWithOne.set(user);
        }
    }

    @Override
    public boolean has(int user) {
        return usersWithOne.get(user);
    }

    @Override
    public String firstShared(int user, List<String> addresses) {
        return addresses.stream()
                .filter(address -> firstTwo.containsKey(SharedAddresses.fold(address)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("user " + user + " shares no address"));
    }

    @Override
    public int otherUser(String address, int user) {
        int[] users = Objects.requireNonNull(firstTwo.get(SharedAddresses.fold(address)), "address shared by nobody");
        return users[0] == user ? users[1] : users[0];
    }
}
