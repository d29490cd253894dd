package dev.perseat.licensing.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** Who has which proxy address, while that changes. Empty if no plan of the tenant asks for it. */
final class LiveAddresses implements SharedAddresses {
    private final boolean needed;
    private final Roster roster;

    /** Of each address, folded, that one user has, this user. */
    private final Map<String, Integer> onlyHolder = new HashMap<>();

    /** Of each address that several users have, these, in their order. */
    private final Map<String, NavigableSet<Integer>> holders = new HashMap<>();

    LiveAddresses(Roster roster, boolean needed) {
        this.roster = roster;
        this.needed = needed;
        for (int user = 0; needed && user < roster.end(); user++) {
            for (String address : roster.proxyAddresses(user)) {
                set(SharedAddresses.fold(address), user, true);
            }
        }
    }

    /**
     * Gives or takes a user's addresses.
     *
     * @param affected is told of others who have one of them, as they may share it now and not before, or the other way
     *     round
     */
    void set(int user, List<String> addresses, boolean has, IntConsumer affected, Journal journal) {
        if (!needed) {
            return;
        }
        for (String address : addresses) {
            String folded = SharedAddresses.fold(address);
            Integer partner = has ? onlyHolder.get(folded) : null;
            if (set(folded, user, has)) {
                journal.add(() -> set(folded, user, !has));
                Integer left = has ? partner : onlyHolder.get(folded);
                if (left != null) { // of three and more, all share it before and after
                    affected.accept(left);
                }
            }
        }
    }

    /** Returns whether that changed anything. */
    private boolean set(String folded, int user, boolean has) {
        return !folded.isEmpty() && (has ? add(folded, user) : remove(folded, user));
    }

    private boolean add(String folded, int user) {
        NavigableSet<Integer> several = holders.get(folded);
        if (several != null) {
            return several.add(user);
        }
        Integer only = onlyHolder.putIfAbsent(folded, user);
        if (only != null && only != user) {
            onlyHolder.remove(folded);
            NavigableSet<Integer> both = new TreeSet<>(roster);
            both.add(only);
            both.add(user);
            holders.put(folded, both);
        }
        return only == null || only != user;
    }

    private boolean remove(String folded, int user) {
        NavigableSet<Integer> several = holders.get(folded);
        if (several == null) {
            return onlyHolder.remove(folded, user);
        }
        boolean removed = several.remove(user);
        if (several.size() == 1) {
            holders.remove(folded);
            onlyHolder.put(folded, several.first());
        }
        return removed;
    }

    private boolean isShared(String address) {
        return holders.containsKey(SharedAddresses.fold(address));
    }

    @Override
    public boolean has(int user) {
        return needed && roster.proxyAddresses(user).stream().anyMatch(this::isShared);
    }

    @Override
    public String firstShared(int user, List<String> addresses) {
        return addresses.stream()
                .filter(this::isShared)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("user " + user + " shares no address"));
    }

    @Override
    public int otherUser(String address, int user) {
        NavigableSet<Integer> users =
                Objects.requireNonNull(holders.get(SharedAddresses.fold(address)), "address shared by nobody");
        int first = users.first();
        return first == user ? Objects.requireNonNull(users.higher(first)) : first;
    }
}
