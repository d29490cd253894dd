package dev.perseat.benchmarks.union;

import java.util.ArrayDeque;
import java.util.Deque;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Compressed bitmaps of the users, children and parents of each group, and of the groups of each user. */
final class RoaringExpansion implements ExpansionPeer {
    private final RoaringBitmap[] usersOfGroup;
    private final RoaringBitmap[] groupsOfUser;
    private final RoaringBitmap[] children;
    private final RoaringBitmap[] parents;

    RoaringExpansion(UnionTenant tenant) {
        usersOfGroup = RoaringPeer.bitmaps(tenant.usersOfGroup);
        groupsOfUser = RoaringPeer.bitmaps(tenant.usersOfGroup.transposed(tenant.users()));
        children = RoaringPeer.bitmaps(tenant.childrenOfGroup);
        parents = RoaringPeer.bitmaps(tenant.childrenOfGroup.transposed(tenant.groups()));
    }

    @Override
    public int members(int group) {
        RoaringBitmap members = new RoaringBitmap();
        reached(RoaringBitmap.bitmapOf(group), children)
                .forEach((IntConsumer) below -> members.or(usersOfGroup[below]));
        return members.getCardinality();
    }

    @Override
    public int groups(int user) {
        return reached(groupsOfUser[user], parents).getCardinality();
    }

    @Override
    public boolean belongs(int user, int group) {
        return reached(groupsOfUser[user], parents).contains(group);
    }

    private static RoaringBitmap reached(RoaringBitmap from, RoaringBitmap[] edges) {
        RoaringBitmap reached = from.clone();
        Deque<Integer> open = new ArrayDeque<>();
        from.forEach((IntConsumer) open::add);
        while (!open.isEmpty()) {
            edges[open.remove()].forEach((IntConsumer) next -> {
                if (reached.checkedAdd(next)) {
                    open.add(next);
                }
            });
        }
        return reached;
    }
}
