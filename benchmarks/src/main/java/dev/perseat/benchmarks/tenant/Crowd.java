package dev.perseat.benchmarks.tenant;

import dev.perseat.benchmarks.tenant.Seed.Topic;
import java.util.stream.IntStream;

/**
 * Which users are direct members of which group: the group of rank {@code r} by size has {@code 1/r} of the members of the
 * largest (Zipf), and the ranks are scattered over all levels of nesting.
 *
 * <p>Users are lined up in several orders, the layers. In each, the groups cut consecutive blocks out of the line, as long
 * as their sizes say. The first layer takes the whole line, so that everybody is in some group; the others about half of
 * it. So there are 1 to 9 memberships a user and 5 on average, with no array over users.
 */
final class Crowd {
    private static final int HALF_LAYERS = 8;

    /** A little more than half, since a user may meet the same group in two layers. */
    private static final double HALF = 0.52;

    private final int users;
    private final Day day;
    private final Permutation[] layers = new Permutation[1 + HALF_LAYERS];
    private final int[] rankOf;

    /** Of each rank the part of a layer that goes to the ranks before it. */
    private final double[] before;

    Crowd(Seed seed, TenantSize size, Day day) {
        this.users = size.users();
        this.day = day;
        for (int layer = 0; layer < layers.length; layer++) {
            layers[layer] = seed.permutation(users, Topic.LAYER, layer);
        }
        int ranked = size.groups() - 1; // the group at the top has no direct members
        Permutation groupAt = seed.permutation(ranked, Topic.RANK, 0);
        rankOf = new int[size.groups()];
        before = new double[ranked + 1];
        for (int rank = 0; rank < ranked; rank++) {
            rankOf[1 + groupAt.at(rank)] = rank;
            before[rank + 1] = before[rank] + 1.0 / (rank + 1);
        }
        for (int rank = 0; rank <= ranked; rank++) {
            before[rank] /= before[ranked];
        }
    }

    /** Returns the direct members of a group; some may come twice. */
    IntStream members(int group) {
        return group == 0
                ? IntStream.empty()
                : IntStream.range(0, layers.length).flatMap(layer -> members(rankOf[group], layer));
    }

    private IntStream members(int rank, int layer) {
        double length = layer == 0 ? users : users * HALF;
        int start = (int) Math.round(before[rank] * length);
        int end = (int) Math.round(before[rank + 1] * length);
        int shift = layer == HALF_LAYERS && day == Day.YESTERDAY ? 1 : 0;
        return IntStream.range(start, end).map(position -> layers[layer].at(position + (long) shift));
    }
}
