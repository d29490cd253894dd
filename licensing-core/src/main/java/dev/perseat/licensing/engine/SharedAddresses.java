package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The proxy addresses that more than one user has, compared without case (section 5, check 3 of the law). Empty if no
 * plan of the tenant asks for it.
 */
final class SharedAddresses {
    /** Of each shared address the two first users who have it. */
    private final HashMap<String, int[]> firstTwo = new HashMap<>();

    private final BitSet usersWithOne = new BitSet();

    SharedAddresses(TenantSnapshot snapshot, Catalog catalog) {
        if (isNeeded(catalog)) {
            HashMap<String, Integer> first = new HashMap<>();
            for (int user = 0; user < snapshot.userCount(); user++) {
                for (String address : snapshot.proxyAddresses(user)) {
                    note(fold(address), user, first);
                }
            }
        }
    }

    private static boolean isNeeded(Catalog catalog) {
        for (boolean unique : catalog.unique) {
            if (unique) {
                return true;
            }
        }
        return false;
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

    boolean has(int user) {
        return usersWithOne.get(user);
    }

    /** Returns the first of a user's addresses, as listed, that another user has, too. */
    String firstShared(int user, List<String> addresses) {
        return addresses.stream()
                .filter(address -> firstTwo.containsKey(fold(address)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("user " + user + " shares no address"));
    }

    /** Returns the first user, other than the one given, who has a shared address. */
    int otherUser(String address, int user) {
        int[] users = Objects.requireNonNull(firstTwo.get(fold(address)), "address shared by nobody");
        return users[0] == user ? users[1] : users[0];
    }

    /** Folds case code point by code point, so that no locale has a say. */
    static String fold(String address) {
        StringBuilder folded = new StringBuilder(address.length());
        address.codePoints()
                .map(codePoint -> Character.toLowerCase(Character.toUpperCase(codePoint)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
