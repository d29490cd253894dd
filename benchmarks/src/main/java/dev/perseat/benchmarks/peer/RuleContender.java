package dev.perseat.benchmarks.peer;

import dev.perseat.benchmarks.tenant.Scenario;

/** Who takes part when all rules have to be decided. */
public enum RuleContender {
    /** The library, from a compiled tenant. */
    PERSEAT {
        @Override
        public Peer load(Scenario scenario) {
            return PerseatPeer.compiled(PerseatPeer.oneThread(), scenario.snapshot(), scenario.holdings());
        }
    },
    /** The same in two threads. */
    PERSEAT_2_THREADS {
        @Override
        public Peer load(Scenario scenario) {
            return PerseatPeer.compiled(PerseatPeer.twoThreads(), scenario.snapshot(), scenario.holdings());
        }
    },
    /** The library, from a snapshot: it compiles the tenant and decides. */
    PERSEAT_WITH_COMPILE {
        @Override
        public Peer load(Scenario scenario) {
            return PerseatPeer.withCompile(PerseatPeer.oneThread(), scenario.snapshot(), scenario.holdings());
        }
    },
    /** The same in two threads. */
    PERSEAT_WITH_COMPILE_2_THREADS {
        @Override
        public Peer load(Scenario scenario) {
            return PerseatPeer.withCompile(PerseatPeer.twoThreads(), scenario.snapshot(), scenario.holdings());
        }
    },
    /** Hash maps and loops. They know no holdings: only from scratch. */
    COLLECTIONS {
        @Override
        public Peer load(Scenario scenario) {
            return new PlainCollectionsPeer(scenario.snapshot());
        }
    };

    /** Loads a tenant, and what its users hold, into the form that suits this contender. */
    public abstract Peer load(Scenario scenario);
}
