package dev.perseat.licensing.msgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.UserId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example tenants that are kept beside the repository, where they are. */
class ContosoTenantsTest {
    private static Path shared;

    @BeforeAll
    static void findTenants() {
        shared = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared"))
                .filter(folder -> Files.isDirectory(folder.resolve("tenants")))
                .findFirst()
                .orElse(null);
        assumeTrue(shared != null, "no folder 'shared' with the example tenants beside the repository");
    }

    private static GraphTenant read(String tenant) {
        return export(tenant)
                .read(LicensingPolicy.entra(), ServicePlanFacts.read(shared.resolve("catalog")), ReadProgress.silent());
    }

    private static GraphExport export(String tenant) {
        return GraphExport.open(shared.resolve("tenants").resolve(tenant));
    }

    @ParameterizedTest
    @CsvSource({
        "contoso-small,     12, 5, 'EMS 3, ENTERPRISEPACK 8, MCOMEETADV 5, WORKPLACE_ANALYTICS 2'",
        "contoso-seats,     6,  2, 'EMS 1, ENTERPRISEPACK 3'",
        "contoso-conflicts, 5,  3, 'ENTERPRISEPACK 2, MCOMEETADV 1, PROJECTPROFESSIONAL 1, STANDARDPACK 2'",
    })
    void holdings_asTheReadmeCountsThem(String name, int users, int groups, String consumed) {
        GraphTenant tenant = read(name);

        assertThat(tenant.snapshot().userCount()).isEqualTo(users);
        assertThat(tenant.snapshot().groups()).hasSize(groups);
        assertThat(consumed(tenant)).isEqualTo(consumed);
    }

    /** How many users hold each SKU, by part number. */
    private static String consumed(GraphTenant tenant) {
        SortedMap<String, Integer> users = new TreeMap<>();
        tenant.holdings()
                .forEach((user, held) -> held.stream()
                        .map(HeldLicense::skuId)
                        .distinct()
                        .forEach(sku -> users.merge(tenant.snapshot().sku(sku).partNumber(), 1, Integer::sum)));
        String text = users.toString().replace('=', ' ');
        return text.substring(1, text.length() - 1);
    }

    @Test
    void contosoSmall_suspendedSubscription() {
        TenantSnapshot snapshot = read("contoso-small").snapshot();
        SkuId visio = snapshot.skus().stream()
                .filter(sku -> sku.partNumber().equals("VISIOCLIENT"))
                .map(Sku::id)
                .findFirst()
                .orElseThrow();

        assertThat(snapshot.subscription(visio).map(Subscription::capabilityStatus))
                .contains(CapabilityStatus.SUSPENDED);
    }

    @Test
    void contosoConflicts_retainedLicenceIsHeld() {
        GraphTenant tenant = read("contoso-conflicts");
        UserId david = UserId.of("a0000000-0000-4000-8000-000300000004");

        assertThat(tenant.holdings().of(david))
                .extracting(held -> held.source() + " "
                        + tenant.snapshot().sku(held.skuId()).partNumber())
                .containsExactly("direct MCOMEETADV", "group b0000000-0000-4000-8000-000300000003 ENTERPRISEPACK");
    }

    @ParameterizedTest
    @CsvSource({"contoso-small", "contoso-seats", "contoso-conflicts"})
    void directory_tellsTheSameAsTheSnapshot(String name) {
        TenantSnapshot snapshot = read(name).snapshot();
        Directory directory = export(name).directory();

        assertThat(directory.tenant()).isEqualTo(snapshot.tenant());
        assertThat(directory.users()).containsExactlyInAnyOrderElementsOf(snapshot.users());
        assertThat(directory.groups()).containsExactlyInAnyOrderElementsOf(snapshot.groups());
        assertThat(directory.memberships())
                .containsExactlyInAnyOrderElementsOf(snapshot.groups().stream()
                        .flatMap(group -> Stream.concat(
                                snapshot.memberUsers(group.id()).stream().map(user -> Membership.of(group.id(), user)),
                                snapshot.memberGroups(group.id()).stream()
                                        .map(member -> Membership.of(group.id(), member))))
                        .toList());
    }

    @Test
    void catalog_namesPlansOfItsOwn() {
        ServicePlanFacts facts = ServicePlanFacts.read(shared.resolve("catalog"));
        TenantSnapshot snapshot = read("contoso-seats").snapshot();

        assertThat(facts.plans()).isNotEmpty();
        assertThat(snapshot.servicePlans()).extracting(plan -> plan.id()).containsAll(new TreeSet<>(facts.plans()));
        assertThat(Holdings.empty()).isNotEqualTo(read("contoso-seats").holdings());
    }
}
