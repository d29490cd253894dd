package dev.perseat.benchmarks.peer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A number that stands for a set of answers, told in any order; that of two sets with nothing in common is the sum of theirs. */
public final class Checksum {
    private long sum;

    /** SKUs and plans are few and come often. */
    private final Map<String, Long> known = new HashMap<>();

    /** Adds what a user has of a SKU. */
    public void addLicense(String user, String sku, Collection<String> plans) {
        long planSum = 0;
        for (String plan : plans) {
            planSum += known.computeIfAbsent(plan, Checksum::mixed);
        }
        sum += mix(mixed(user) + 3 * known.computeIfAbsent(sku, Checksum::mixed) + 5 * mix(planSum));
    }

    /** Adds how many users have a seat of a SKU. */
    public void addConsumed(String sku, long consumed) {
        sum += mix(7 * mixed(sku) + consumed);
    }

    /** Returns the number for all that was added. */
    public long value() {
        return sum;
    }

    private static long mixed(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
