package dev.perseat.benchmarks.peer;

import java.util.Collection;

/** A number that stands for a set of answers, told in any order. */
public final class Checksum {
    private long sum;

    /** Adds what a user has of a SKU. */
    public void addLicense(String user, String sku, Collection<String> plans) {
        long planSum = 0;
        for (String plan : plans) {
            planSum += mix(text(plan));
        }
        sum += mix(mix(text(user)) + 3 * mix(text(sku)) + 5 * mix(planSum));
    }

    /** Adds how many users have a seat of a SKU. */
    public void addConsumed(String sku, long consumed) {
        sum += mix(7 * mix(text(sku)) + consumed);
    }

    /** Returns the number for all that was added. */
    public long value() {
        return sum;
    }

    private static long text(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
