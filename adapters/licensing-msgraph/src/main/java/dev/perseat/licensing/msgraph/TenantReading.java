package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One reading of an export into a snapshot and holdings. SKUs come before users, whose holdings are worked out from the
 * plans of the SKUs; groups come before members, whose type may have to be looked up.
 */
final class TenantReading {
    private static final long ENTRIES_PER_REPORT = 10_000;

    private final GraphExport export;
    private final ReadProgress progress;
    private final List<TenantProblem> problems = new ArrayList<>();
    private final TenantSnapshot.Builder snapshot;
    private final Holdings.Builder holdings = Holdings.builder();

    private TenantReading(GraphExport export, ReadProgress progress) {
        this.export = export;
        this.progress = progress;
        this.snapshot = TenantSnapshot.builder(organization(export, problems::add));
    }

    static GraphTenant read(GraphExport export, LicensingPolicy policy, ServicePlanFacts facts, ReadProgress progress) {
        TenantReading reading = new TenantReading(export, progress);
        reading.snapshot.policy(policy);
        SkuCatalog catalog = reading.readSkus(facts);
        Set<String> groupIds = reading.readGroups();
        reading.readUsers(catalog);
        reading.readMembers(groupIds);
        reading.problems.forEach(reading.snapshot::problem);
        // The snapshot first: a tenant that is not valid has no holdings either.
        return new GraphTenant(reading.snapshot.build(), reading.holdings.build());
    }

    static Tenant organization(GraphExport export, Problems problems) {
        try (ListResponse response = ListResponse.open(export.path(GraphFile.ORGANIZATION))) {
            if (!response.nextEntry()) {
                throw response.json().fail("there is no organization in 'value'");
            }
            Tenant tenant = OrganizationReader.read(response.json(), problems);
            if (response.nextEntry()) {
                throw response.json().fail("there is more than one organization in 'value'");
            }
            return tenant;
        }
    }

    private SkuCatalog readSkus(ServicePlanFacts facts) {
        List<SubscribedSku> skus = new ArrayList<>();
        forEach(GraphFile.SUBSCRIBED_SKUS, new SubscribedSkuReader(), (SubscribedSku sku) -> {
            skus.add(sku);
            snapshot.sku(sku.sku()).subscription(sku.subscription());
        });
        SkuCatalog catalog = new SkuCatalog(skus, facts);
        catalog.plans().forEach(snapshot::servicePlan);
        return catalog;
    }

    private Set<String> readGroups() {
        Set<String> ids = new HashSet<>();
        forEach(GraphFile.GROUPS, new GroupReader(), (Group group) -> {
            ids.add(group.id().value());
            snapshot.group(group);
        });
        return ids;
    }

    private void readUsers(SkuCatalog catalog) {
        // Many users hold the same: they share one list.
        Map<List<AssignmentEntry>, List<HeldLicense>> shared = new HashMap<>();
        forEach(GraphFile.USERS, new UserReader(), (UserEntry entry) -> {
            snapshot.user(entry.user());
            List<AssignmentEntry> held =
                    entry.assignments().stream().filter(AssignmentEntry::held).toList();
            holdings.addAll(entry.user().id(), shared.computeIfAbsent(held, all -> heldLicenses(all, catalog)));
        });
    }

    private static List<HeldLicense> heldLicenses(List<AssignmentEntry> assignments, SkuCatalog catalog) {
        return assignments.stream()
                .map(assignment -> new HeldLicense(
                        assignment.source(), assignment.license().skuId(), catalog.enabledPlans(assignment.license())))
                .toList();
    }

    private void readMembers(Set<String> groupIds) {
        Members members = Members.open(export.path(GraphFile.MEMBERS), groupIds::contains, problems::add);
        forEach(GraphFile.MEMBERS, members, membership -> {
            if (membership instanceof Membership.OfUser user) {
                snapshot.member(user.groupId(), user.member());
            } else if (membership instanceof Membership.OfGroup group) {
                snapshot.member(group.groupId(), group.member());
            }
        });
    }

    private <T> void forEach(GraphFile file, EntryReader<T> reader, Consumer<T> action) {
        forEach(file, EntrySource.open(export.path(file), reader, problems::add), action);
    }

    private <T> void forEach(GraphFile file, Source<T> source, Consumer<T> action) {
        try (source) {
            long count = 0;
            progress.read(file.fileName(), count);
            for (Optional<T> entry = source.next(); entry.isPresent(); entry = source.next()) {
                action.accept(entry.get());
                if (++count % ENTRIES_PER_REPORT == 0) {
                    progress.read(file.fileName(), count);
                }
            }
            progress.read(file.fileName(), count);
        }
    }
}
