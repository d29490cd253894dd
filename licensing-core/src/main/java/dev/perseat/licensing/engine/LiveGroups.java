package dev.perseat.licensing.engine;

import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.SkuId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a live calculation, by number: what they are, how they are nested, and what their members have from
 * them. What follows from a change of nesting or licences is worked out for the groups below it, when all changes of a
 * step have been made.
 */
final class LiveGroups {
    private final DenseTenant tenant;
    private final Ledger ledger;
    private final Members members;

    /** Groups as they are now, if not as in the snapshot; null for those who are gone. */
    private final Map<Integer, @Nullable Group> changed = new HashMap<>();

    private final Nesting nesting;
    private int[] grantOf;
    private int[] setOf;
    private GroupClosure closure;

    LiveGroups(DenseTenant tenant, Ledger ledger, Members members) {
        this.tenant = tenant;
        this.ledger = ledger;
        this.members = members;
        nesting = tenant.nesting.copy();
        grantOf = tenant.grantOfGroup.clone();
        setOf = tenant.setOfGroup.clone();
        closure = newClosure();
    }

    private GroupClosure newClosure() {
        boolean transitive = DenseTenant.isTransitive(tenant.snapshot);
        return new GroupClosure(nesting, transitive, ledger.bundles, ledger.grantSets, grantOf, setOf);
    }

    /** Makes room for all groups that have a number. */
    void widen() {
        if (ledger.sources.groupCount() > grantOf.length) {
            int known = grantOf.length;
            int capacity = Math.max(ledger.sources.groupCount(), known + (known >> 1));
            nesting.widen(capacity);
            grantOf = Arrays.copyOf(grantOf, capacity);
            Arrays.fill(grantOf, known, capacity, Bundles.NO_GRANT);
            setOf = Arrays.copyOf(setOf, capacity);
            Arrays.fill(setOf, known, capacity, GroupClosure.UNKNOWN);
            closure = newClosure();
        }
    }

    /** Returns a group as it is now, or null if there is none with this number. */
    @Nullable
    Group group(int number) {
        int known = tenant.snapshot.groups().size();
        if (changed.containsKey(number) || number >= known) {
            return changed.get(number);
        }
        return tenant.snapshot.groups().get(number);
    }

    void set(int number, @Nullable Group group, Journal journal) {
        boolean was = changed.containsKey(number);
        Group before = changed.put(number, group);
        journal.add(() -> {
            if (was) {
                changed.put(number, before);
            } else {
                changed.remove(number);
            }
        });
    }

    /** Returns the grant that a group has, or {@link Bundles#NO_GRANT}. */
    int grantOf(int number) {
        return number < grantOf.length ? grantOf[number] : Bundles.NO_GRANT; // holdings may name groups that are gone
    }

    /** Returns a group and the groups whose users are members of it in the sense of the policy, each once. */
    int[] below(int group) {
        return closure.below(new int[] {group});
    }

    /** Returns some groups and those above them that their users are members of in the sense of the policy, each once. */
    GroupSearch above(int[] groups) {
        GroupSearch above = from(groups);
        if (DenseTenant.isTransitive(tenant.snapshot)) {
            above.ascend();
        }
        return above;
    }

    /** Returns whether users of some groups are members of another one in the sense of the policy. */
    boolean isAbove(int group, int[] groups) {
        return DenseTenant.isTransitive(tenant.snapshot)
                && nesting.children(group).length > 0
                && from(groups).ascendTo(group);
    }

    private GroupSearch from(int[] groups) {
        GroupSearch search = new GroupSearch(nesting);
        for (int group : groups) {
            search.add(group);
        }
        return search;
    }

    int[] children(int group) {
        return nesting.children(group);
    }

    int[] parents(int group) {
        return nesting.parents(group);
    }

    /** Adds or removes an edge, and returns whether that changed anything. */
    boolean setEdge(int group, int member, boolean present, Journal journal) {
        boolean changes = nesting.set(group, member, present);
        if (changes) {
            journal.add(() -> nesting.set(group, member, !present));
        }
        return changes;
    }

    /** Returns the groups that have licences of a SKU. */
    List<Integer> licensedWith(SkuId sku) {
        List<Integer> found = new ArrayList<>();
        for (int number = 0; number < ledger.sources.groupCount(); number++) {
            Group group = group(number);
            if (group != null
                    && group.licenses().stream().anyMatch(it -> it.skuId().equals(sku))) {
                found.add(number);
            }
        }
        return found;
    }

    /** Gives a group the grant that its licences are now, and returns whether that is another one than before. */
    boolean renewGrant(int number, Journal journal) {
        Group group = group(number);
        int before = grantOf[number];
        grantOf[number] = group == null ? Bundles.NO_GRANT : ledger.bundles.addGrant(number, group);
        if (grantOf[number] == before) {
            return false;
        }
        journal.add(() -> grantOf[number] = before);
        return true;
    }

    /** Returns the number of the set of grants that direct members of a group have. */
    int setOf(int group) {
        return closure.setOf(group);
    }

    /**
     * Works out anew what members have from groups of which the parents or the grant have changed, and from all below.
     *
     * @param affected is told of the users who may be given something else, some perhaps several times
     */
    void close(int[] groups, IntConsumer affected, Journal journal) {
        int[] below = closure.below(groups);
        int[] before = new int[below.length];
        for (int i = 0; i < below.length; i++) {
            before[i] = setOf[below[i]];
        }
        journal.add(() -> {
            for (int i = 0; i < below.length; i++) {
                setOf[below[i]] = before[i];
            }
        });
        closure.close(below, group -> members.count(group) > 0);
        for (int i = 0; i < below.length; i++) {
            if (setOf[below[i]] != before[i] || before[i] == GroupClosure.UNKNOWN) {
                members.forEachUser(below[i], affected);
            }
        }
    }
}
