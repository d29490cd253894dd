package dev.perseat.benchmarks;

import dev.perseat.benchmarks.peer.Peer;
import dev.perseat.benchmarks.peer.RuleContender;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import dev.perseat.benchmarks.union.Contender;
import dev.perseat.benchmarks.union.UnionPeer;

/** Holds all peers against each other before anything is measured: whoever answers otherwise does other work. */
final class SameAnswers {
    private final TenantShape shape;

    private SameAnswers(TenantShape shape) {
        this.shape = shape;
    }

    /**
     * Compares the checksums of everybody who is present.
     *
     * @throws IllegalStateException if one of them is different
     */
    static void require(TenantShape shape) {
        SameAnswers answers = new SameAnswers(shape);
        for (Load load : Load.values()) {
            answers.requireSameRules(Scenario.fromScratch(shape, load), load);
        }
        answers.requireSameUnion(Scenario.fromScratch(shape, Load.PLENTY));
    }

    private void requireSameRules(Scenario scenario, Load load) {
        long expected = checksum(RuleContender.PERSEAT.load(scenario));
        for (RuleContender contender : RuleContender.values()) {
            compare(expected, checksum(contender.load(scenario)), contender + " under " + load);
        }
    }

    private void requireSameUnion(Scenario scenario) {
        long expected = checksum(RuleContender.PERSEAT.load(scenario));
        for (Contender contender : Contender.values()) {
            if (contender.isPresent()) {
                try (UnionPeer peer = contender.load(scenario.snapshot())) {
                    compare(expected, checksum(peer), contender + " as a union");
                }
            }
        }
    }

    private static long checksum(Peer peer) {
        return peer.calculate().checksum();
    }

    private void compare(long expected, long actual, String peer) {
        if (expected != actual) {
            throw new IllegalStateException("the peers disagree about " + shape + ": checksum "
                    + Long.toHexString(expected) + " of PERSEAT, " + Long.toHexString(actual) + " of " + peer);
        }
        System.out.printf("same answers at %s: %s, checksum %016x%n", shape, peer, actual);
    }
}
