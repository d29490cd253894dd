package dev.perseat.benchmarks.tenant;

import java.util.UUID;

/**
 * Where all chance comes from. A number depends on the seed, a topic and an index, and on nothing drawn before, so that
 * any user can be made at any time, and is always the same.
 */
record Seed(long value) {
    /** What a number is drawn for. */
    enum Topic {
        USER_ID,
        GROUP_ID,
        SKU_ID,
        PLAN_ID,
        LOCATION,
        DIRECT_LICENSE,
        PARENT,
        SECOND_PARENT,
        RANK,
        LAYER,
        LICENSED,
        GROUP_LICENSE
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Returns any number; those of one topic are all different. */
    long number(Topic topic, long index) {
        long z = value + (topic.ordinal() << 24) * 0xD1342543DE82EF95L + index * GOLDEN;
        z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }

    /** Returns a number from 0 to {@code bound - 1}. */
    int below(int bound, Topic topic, long index) {
        return (int) Math.floorMod(number(topic, index), (long) bound);
    }

    /** Returns an id in the form of a UUID; those of one topic are all different. */
    String id(Topic topic, int index) {
        return new UUID(number(topic, index), number(topic, ~(long) index)).toString();
    }

    /** Returns an order of the numbers from 0 to {@code size - 1}. */
    Permutation permutation(int size, Topic topic, long index) {
        long factor = 1 + below(size, topic, 2 * index);
        while (greatestCommonDivisor(factor, size) != 1) {
            factor++;
        }
        return new Permutation(size, factor, below(size, topic, 2 * index + 1));
    }

    private static long greatestCommonDivisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
