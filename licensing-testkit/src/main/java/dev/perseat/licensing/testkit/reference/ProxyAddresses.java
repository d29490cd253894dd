package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who has which proxy address, compared without case (section 5.2.3). */
final class ProxyAddresses {
    private final SortedMap<String, SortedSet<UserId>> owners = new TreeMap<>();

    ProxyAddresses(TenantSnapshot snapshot) {
        for (User user : snapshot.users()) {
            for (String address : user.proxyAddresses()) {
                if (!address.isEmpty()) {
                    owners.computeIfAbsent(fold(address), any -> new TreeSet<>())
                            .add(user.id());
                }
            }
        }
    }

    /** The first of the user's addresses, as listed, that another user has, with the first such user by id. */
    Optional<Map.Entry<String, UserId>> firstShared(User user) {
        for (String address : user.proxyAddresses()) {
            for (UserId owner : owners.getOrDefault(fold(address), new TreeSet<>())) {
                if (!owner.equals(user.id())) {
                    return Optional.of(Map.entry(address, owner));
                }
            }
        }
        return Optional.empty();
    }

    private static String fold(String address) {
        StringBuilder folded = new StringBuilder();
        address.codePoints()
                .map(Character::toUpperCase)
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
