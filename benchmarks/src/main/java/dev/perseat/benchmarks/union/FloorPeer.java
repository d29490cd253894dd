package dev.perseat.benchmarks.union;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * The floor: the union as fast as we can write it, and the yardstick of everything else.
 *
 * <p>Few sets of grants come out of many groups, and few unions of them out of very many users. So each group gets the
 * number of the set that its members have by it, from above: every group passes what it gives to its children, cycles
 * condensed. Then each user's groups are read in one sequential pass, and the numbers are united through a table that knows
 * the pairs met before: most users cost a few loads. Consumption is counted by set, not by user.
 *
 * <p>Loaded before anything is measured: users with their groups and direct grants, groups with their children and grants.
 */
final class FloorPeer implements UnionPeer {
    private final UnionTenant tenant;
    private final Csr groupsOfUser;
    private final int[] directUsers;
    private final int[] skuOfGrant;
    private final int threads;

    FloorPeer(UnionTenant tenant, int threads) {
        this.tenant = tenant;
        this.threads = threads;
        groupsOfUser = tenant.usersOfGroup.transposed(tenant.users());
        directUsers = IntStream.range(0, tenant.users())
                .filter(user -> tenant.grantsOfUser.length(user) > 0)
                .toArray();
        skuOfGrant = tenant.grants.stream().mapToInt(UnionTenant.Grant::sku).toArray();
    }

    @Override
    public Answers calculate() {
        GrantSets groupSets = new GrantSets(tenant.grants.size());
        int[] single = singles(groupSets);
        int[] setOfGroup = setsOfGroups(single, groupSets);
        int bottom = bottom(setOfGroup, groupSets);
        int[] setOfUser = new int[tenant.users()];
        Part[] parts = new Part[threads];
        CompletableFuture<?>[] running = new CompletableFuture<?>[threads - 1];
        for (int k = 0; k < threads; k++) {
            int from = (int) ((long) tenant.users() * k / threads);
            int to = (int) ((long) tenant.users() * (k + 1) / threads);
            Part part = new Part(from, to, k == 0 ? groupSets : groupSets.copy());
            parts[k] = part;
            if (k > 0) {
                running[k - 1] = CompletableFuture.runAsync(() -> part.run(single, setOfGroup, bottom, setOfUser));
            }
        }
        parts[0].run(single, setOfGroup, bottom, setOfUser);
        CompletableFuture.allOf(running).join();
        return new FloorAnswers(tenant, setOfUser, parts);
    }

    private int[] singles(GrantSets sets) {
        return IntStream.range(0, tenant.grants.size()).map(sets::single).toArray();
    }

    /** Returns of each group the set of all grants of the group and those above it. */
    private int[] setsOfGroups(int[] single, GrantSets sets) {
        Csr children = tenant.childrenOfGroup;
        Csr grants = tenant.grantsOfGroup;
        GroupComponents components = GroupComponents.of(children);
        Csr groups = components.groups();
        int[] setOf = new int[components.count()];
        for (int component = components.count() - 1; component >= 0; component--) {
            int set = setOf[component];
            for (int k = groups.start()[component]; k < groups.start()[component + 1]; k++) {
                int group = groups.values()[k];
                for (int g = grants.start()[group]; g < grants.start()[group + 1]; g++) {
                    set = united(set, single[grants.values()[g]], sets);
                }
            }
            for (int k = groups.start()[component]; k < groups.start()[component + 1]; k++) {
                int group = groups.values()[k];
                for (int c = children.start()[group]; c < children.start()[group + 1]; c++) {
                    int child = components.of(children.values()[c]);
                    setOf[child] = united(setOf[child], set, sets);
                }
            }
            setOf[component] = set;
        }
        int[] setOfGroup = new int[tenant.groups()];
        for (int group = 0; group < setOfGroup.length; group++) {
            setOfGroup[group] = setOf[components.of(group)];
        }
        return setOfGroup;
    }

    private static int united(int a, int b, GrantSets sets) {
        return a == b || b == 0 ? a : a == 0 ? b : sets.union(a, b);
    }

    /** Returns the set that is part of all others, or -1: whoever has any set already has this one. */
    private static int bottom(int[] setOfGroup, GrantSets sets) {
        boolean[] used = new boolean[sets.size()];
        for (int set : setOfGroup) {
            used[set] = true;
        }
        int candidate = -1;
        for (int set = 0; set < used.length; set++) {
            if (used[set] && (candidate < 0 || sets.isSubset(set, candidate))) {
                candidate = set;
            }
        }
        for (int set = 0; set < used.length; set++) {
            if (used[set] && !sets.isSubset(candidate, set)) {
                return -1;
            }
        }
        return candidate;
    }

    /** A range of users with its own sets: threads share nothing that they write but the array of users. */
    private final class Part {
        final int from;
        final int to;
        final GrantSets sets;
        final long[] consumed = new long[tenant.skus()];

        Part(int from, int to, GrantSets sets) {
            this.from = from;
            this.to = to;
            this.sets = sets;
        }

        void run(int[] single, int[] setOfGroup, int bottom, int[] setOfUser) {
            uniteGroups(groupsOfUser.start(), groupsOfUser.values(), setOfGroup, bottom, setOfUser);
            uniteDirect(single, setOfUser);
            count(setOfUser);
        }

        private void uniteGroups(int[] start, int[] groups, int[] setOfGroup, int bottom, int[] setOfUser) {
            int k = start[from];
            for (int user = from; user < to; user++) {
                int end = start[user + 1];
                int set = k < end ? setOfGroup[groups[k++]] : 0;
                for (; k < end; k++) {
                    int other = setOfGroup[groups[k]];
                    if (other != bottom && other != set) {
                        set = set == bottom ? other : sets.union(set, other);
                    }
                }
                setOfUser[user] = set;
            }
        }

        private void uniteDirect(int[] single, int[] setOfUser) {
            int[] start = tenant.grantsOfUser.start();
            for (int i = first(from); i < directUsers.length && directUsers[i] < to; i++) {
                int user = directUsers[i];
                for (int k = start[user]; k < start[user + 1]; k++) {
                    int grant = tenant.grantsOfUser.values()[k];
                    setOfUser[user] = united(setOfUser[user], single[grant], sets);
                }
            }
        }

        private int first(int user) {
            int found = Arrays.binarySearch(directUsers, user);
            return found >= 0 ? found : ~found;
        }

        private void count(int[] setOfUser) {
            int[] users = new int[sets.size()];
            for (int user = from; user < to; user++) {
                users[setOfUser[user]]++;
            }
            for (int set = 1; set < users.length; set++) {
                sets.addToSkus(set, users[set], skuOfGrant, consumed);
            }
        }
    }

    private static final class FloorAnswers extends DenseAnswers {
        private final UnionTenant tenant;
        private final int[] setOfUser;
        private final Part[] parts;

        FloorAnswers(UnionTenant tenant, int[] setOfUser, Part[] parts) {
            super(tenant);
            this.tenant = tenant;
            this.setOfUser = setOfUser;
            this.parts = parts;
        }

        @Override
        boolean hasSku(int user, int sku) {
            return anyOf(user, sku) >= 0;
        }

        private int anyOf(int user, int sku) {
            GrantSets sets = setsOf(user);
            for (int grant = 0; grant < tenant.grants.size(); grant++) {
                if (tenant.grants.get(grant).sku() == sku && sets.contains(setOfUser[user], grant)) {
                    return grant;
                }
            }
            return -1;
        }

        private GrantSets setsOf(int user) {
            int part = 0;
            while (user >= parts[part].to) {
                part++;
            }
            return parts[part].sets;
        }

        @Override
        long plans(int user, int sku) {
            GrantSets sets = setsOf(user);
            long plans = 0;
            for (int grant = 0; grant < tenant.grants.size(); grant++) {
                if (tenant.grants.get(grant).sku() == sku && sets.contains(setOfUser[user], grant)) {
                    plans |= tenant.grants.get(grant).plans();
                }
            }
            return plans;
        }

        @Override
        long consumed(int sku) {
            long sum = 0;
            for (Part part : parts) {
                sum += part.consumed[sku];
            }
            return sum;
        }
    }
}
