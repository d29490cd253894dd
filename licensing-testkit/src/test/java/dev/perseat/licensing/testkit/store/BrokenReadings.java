package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.admin.AuditEntry;
import dev.perseat.licensing.admin.AuditQuery;
import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.store.CommitId;
import dev.perseat.licensing.store.LicenseStore;
import dev.perseat.licensing.store.LicenseStoreException;
import dev.perseat.licensing.store.PostponedChange;
import dev.perseat.licensing.store.Step;
import dev.perseat.licensing.store.StoredTenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores that each break one rule of {@link LicenseStore} about reading, by a name that begins with the rule. */
final class BrokenReadings {
    private BrokenReadings() {}

    static Map<String, UnaryOperator<LicenseStore>> all() {
        Map<String, UnaryOperator<LicenseStore>> all = new TreeMap<>();
        all.put("page operations as they were at first", OldOperations::new);
        all.put("page the limit not kept", NoLimit::new);
        all.put("page no step of a commit", ForgetsSteps::new);
        all.put("page holdings in any order", UnsortedHoldings::new);
        all.put("query the end of the time included", InclusiveEnd::new);
        all.put("query targets told apart by id alone", KindBlind::new);
        all.put(
                "s05 numbers with gaps",
                right -> mangling(right, it -> new AuditRecord(it.sequence() * 2, it.entry())));
        all.put("s05 numbered from 0", right -> mangling(right, it -> new AuditRecord(it.sequence() - 1, it.entry())));
        all.put("s05 the newest entry first", NewestFirst::new);
        all.put("s06 what is held read from a cache", CachedHoldings::new);
        all.put("s06 postponed changes kept for ever", right -> opening(right, new KeepsPostponed()));
        all.put("s07 licences of groups left out", right -> opening(right, PaleGroups::new));
        all.put("s07 removed users stay", right -> opening(right, new KeepsUsers()));
        all.put("s07 subscriptions never change", right -> opening(right, new KeepsSubscriptions()));
        all.put("s07 members of members stored as members", right -> opening(right, FlatGroups::new));
        all.put("s08 what was opened goes on", LiveReading::new);
        all.put("s08 what is opened runs out", FewReadings::new);
        all.put("s08 what was imported told as applied", ImportApplied::new);
        all.put("s10 tenants compared without case", CaseBlindTenants::new);
        all.put("s11 texts trimmed", right -> opening(right, tenant -> new OtherNames(tenant, String::strip)));
        all.put(
                "s11 NUL left out",
                right -> opening(right, tenant -> new OtherNames(tenant, it -> it.replace("\u0000", ""))));
        all.put(
                "s11 long texts cut off",
                right -> opening(
                        right, tenant -> new OtherNames(tenant, it -> it.substring(0, Math.min(4_000, it.length())))));
        all.put("s11 ordered by code points", right -> opening(right, CodePointOrder::new));
        all.put("s11 users compared without case", CaseBlindUsers::new);
        all.put("s14 an unknown tenant is empty", EmptyIfUnknown::new);
        all.put("s15 times rounded", right -> mangling(right, BrokenReadings::rounded));
        return all;
    }

    private static LicenseStore opening(LicenseStore right, UnaryOperator<StoredTenant> broken) {
        return new BrokenStore(right) {
            @Override
            public StoredTenant open(TenantId tenant) {
                return broken.apply(right.open(tenant));
            }
        };
    }

    private static LicenseStore mangling(LicenseStore right, UnaryOperator<AuditRecord> broken) {
        return new BrokenStore(right) {
            @Override
            public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
                return right.audit(tenant, query, afterSequence, limit).stream()
                        .map(broken)
                        .toList();
            }
        };
    }

    private static AuditRecord rounded(AuditRecord record) {
        AuditEntry it = record.entry();
        Instant at = it.at().plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
        return new AuditRecord(
                record.sequence(),
                new AuditEntry(
                        at,
                        it.actorId(),
                        it.activity(),
                        it.target(),
                        it.refused(),
                        it.cause(),
                        it.changes(),
                        it.properties()));
    }

    private static final class OldOperations extends BrokenStore {
        private final Map<String, Operation> first = new ConcurrentHashMap<>();

        OldOperations(LicenseStore right) {
            super(right);
        }

        @Override
        public List<Step> steps(TenantId tenant, long afterVersion, int limit) {
            return right.steps(tenant, afterVersion, limit).stream()
                    .map(step -> new Step(old(tenant, step.operation()), step.changes()))
                    .toList();
        }

        private Operation old(TenantId tenant, Operation operation) {
            return first.computeIfAbsent(tenant + " " + operation.id(), any -> operation);
        }
    }

    private static final class NoLimit extends BrokenStore {
        NoLimit(LicenseStore right) {
            super(right);
        }

        @Override
        public List<Step> steps(TenantId tenant, long afterVersion, int limit) {
            return right.steps(tenant, afterVersion, Integer.MAX_VALUE);
        }
    }

    private static final class ForgetsSteps extends BrokenStore {
        ForgetsSteps(LicenseStore right) {
            super(right);
        }

        @Override
        public Optional<OperationId> committed(TenantId tenant, CommitId commitId) {
            right.committed(tenant, commitId);
            return Optional.empty();
        }
    }

    private static final class UnsortedHoldings extends BrokenStore {
        UnsortedHoldings(LicenseStore right) {
            super(right);
        }

        @Override
        public SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users) {
            TreeMap<UserId, List<HeldLicense>> backwards = new TreeMap<>(Comparator.reverseOrder());
            backwards.putAll((Map<UserId, List<HeldLicense>>) right.holdings(tenant, users));
            return backwards;
        }
    }

    private static final class InclusiveEnd extends BrokenStore {
        InclusiveEnd(LicenseStore right) {
            super(right);
        }

        @Override
        public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
            Instant to =
                    query.toExclusive() == null ? null : query.toExclusive().plusNanos(1_000);
            AuditQuery wider = new AuditQuery(
                    query.fromInclusive(), to, query.actorId(), query.target(), query.cause(), query.activities());
            return right.audit(tenant, wider, afterSequence, limit);
        }
    }

    private static final class KindBlind extends BrokenStore {
        KindBlind(LicenseStore right) {
            super(right);
        }

        @Override
        public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
            AuditQuery wider = new AuditQuery(
                    query.fromInclusive(),
                    query.toExclusive(),
                    query.actorId(),
                    null,
                    query.cause(),
                    query.activities());
            return right.audit(tenant, wider, afterSequence, Integer.MAX_VALUE).stream()
                    .filter(it -> query.target() == null
                            || query.target().id().equals(it.entry().target().id()))
                    .limit(limit)
                    .toList();
        }
    }

    private static final class NewestFirst extends BrokenStore {
        NewestFirst(LicenseStore right) {
            super(right);
        }

        @Override
        public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
            return right.audit(tenant, query, afterSequence, limit).stream()
                    .sorted(Comparator.comparingLong(AuditRecord::sequence).reversed())
                    .toList();
        }
    }

    private static final class CachedHoldings extends BrokenStore {
        private final Map<TenantId, SortedMap<UserId, List<HeldLicense>>> cache = new ConcurrentHashMap<>();

        CachedHoldings(LicenseStore right) {
            super(right);
        }

        @Override
        public SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users) {
            return cache.computeIfAbsent(tenant, any -> right.holdings(tenant, users));
        }
    }

    private static final class KeepsPostponed implements UnaryOperator<StoredTenant> {
        private List<PostponedChange> most = List.of();

        @Override
        public StoredTenant apply(StoredTenant tenant) {
            if (tenant.postponed().size() > most.size()) {
                most = tenant.postponed();
            }
            List<PostponedChange> kept = most;
            return new DelegatingTenant(tenant) {
                @Override
                public List<PostponedChange> postponed() {
                    return kept;
                }
            };
        }
    }

    private static final class PaleGroups extends DelegatingTenant {
        PaleGroups(StoredTenant right) {
            super(right);
        }

        @Override
        public Stream<Group> groups() {
            return right().groups().map(group -> group.withLicenses(List.of()));
        }
    }

    private static final class KeepsUsers implements UnaryOperator<StoredTenant> {
        private final SortedMap<UserId, User> known = new TreeMap<>();

        @Override
        public StoredTenant apply(StoredTenant tenant) {
            tenant.users().forEach(user -> known.put(user.id(), user));
            List<User> kept = List.copyOf(known.values());
            return new DelegatingTenant(tenant) {
                @Override
                public Stream<User> users() {
                    return kept.stream();
                }
            };
        }
    }

    private static final class KeepsSubscriptions implements UnaryOperator<StoredTenant> {
        private final Map<TenantId, List<Subscription>> first = new TreeMap<>();

        @Override
        public StoredTenant apply(StoredTenant tenant) {
            List<Subscription> kept = first.computeIfAbsent(tenant.tenant().id(), any -> tenant.subscriptions());
            return new DelegatingTenant(tenant) {
                @Override
                public List<Subscription> subscriptions() {
                    return kept;
                }
            };
        }
    }

    private static final class FlatGroups extends DelegatingTenant {
        FlatGroups(StoredTenant right) {
            super(right);
        }

        @Override
        public Stream<Membership> memberships() {
            return right().memberships().filter(Membership.OfUser.class::isInstance);
        }
    }

    private static final class LiveReading extends BrokenStore {
        LiveReading(LicenseStore right) {
            super(right);
        }

        @Override
        public StoredTenant open(TenantId tenant) {
            return new DelegatingTenant(right.open(tenant)) {
                @Override
                StoredTenant right() {
                    return right.open(tenant);
                }
            };
        }
    }

    private static final class FewReadings extends BrokenStore {
        private static final int HANDLES = 100;

        private final AtomicInteger open = new AtomicInteger();

        FewReadings(LicenseStore right) {
            super(right);
        }

        @Override
        public StoredTenant open(TenantId tenant) {
            if (open.incrementAndGet() > HANDLES) {
                throw new IllegalStateException("more than " + HANDLES + " are open");
            }
            return right.open(tenant);
        }
    }

    private static final class ImportApplied extends BrokenStore {
        ImportApplied(LicenseStore right) {
            super(right);
        }

        @Override
        public StoredTenant open(TenantId tenant) {
            AuditQuery ofImport = AuditQuery.all().causedBy(OperationId.of(1));
            List<AuditRecord> entries = right.audit(tenant, ofImport, 0, Integer.MAX_VALUE).stream()
                    .filter(it -> !it.entry().changes().isEmpty())
                    .toList();
            return new DelegatingTenant(right.open(tenant)) {
                @Override
                public Stream<AuditRecord> applied() {
                    return Stream.concat(entries.stream(), right().applied())
                            .distinct()
                            .sorted(Comparator.comparingLong(AuditRecord::sequence));
                }
            };
        }
    }

    /** Of two tenants that differ by case, everything is read of the one in small letters. */
    private static final class CaseBlindTenants extends BrokenStore {
        CaseBlindTenants(LicenseStore right) {
            super(right);
        }

        @Override
        public List<AuditRecord> audit(TenantId tenant, AuditQuery query, long afterSequence, int limit) {
            TenantId small = TenantId.of(tenant.value().toLowerCase(Locale.ROOT));
            return right.audit(small, query, afterSequence, limit);
        }
    }

    private static final class OtherNames extends DelegatingTenant {
        private final UnaryOperator<String> name;

        OtherNames(StoredTenant right, UnaryOperator<String> name) {
            super(right);
            this.name = name;
        }

        @Override
        public Stream<User> users() {
            return right().users()
                    .map(user -> user.toBuilder()
                            .displayName(name.apply(user.displayName()))
                            .build());
        }
    }

    private static final class CodePointOrder extends DelegatingTenant {
        CodePointOrder(StoredTenant right) {
            super(right);
        }

        @Override
        public Stream<User> users() {
            return right().users().sorted(Comparator.comparing(user -> codePoints(user.id())));
        }

        /** Every code point as a text of the same length, so that the order of texts is that of code points. */
        private static String codePoints(UserId id) {
            StringBuilder text = new StringBuilder();
            id.value().codePoints().forEach(it -> text.append(String.format(Locale.ROOT, "%06x", it)));
            return text.toString();
        }
    }

    private static final class CaseBlindUsers extends BrokenStore {
        CaseBlindUsers(LicenseStore right) {
            super(right);
        }

        @Override
        public SortedMap<UserId, List<HeldLicense>> holdings(TenantId tenant, Collection<UserId> users) {
            List<UserId> all = new ArrayList<>(users);
            users.forEach(user -> all.add(UserId.of(user.value().toLowerCase(Locale.ROOT))));
            return right.holdings(tenant, all);
        }
    }

    private static final class EmptyIfUnknown extends BrokenStore {
        EmptyIfUnknown(LicenseStore right) {
            super(right);
        }

        @Override
        public List<Operation> operations(TenantId tenant, @Nullable OperationId before, int limit) {
            try {
                return right.operations(tenant, before, limit);
            } catch (LicenseStoreException e) {
                return List.of();
            }
        }
    }
}
