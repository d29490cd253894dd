package dev.perseat.licensing.msgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.TenantSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of entries, and of the properties in them, is no part of an export's meaning. */
class GraphOrderTest {
    private static final List<List<String>> SKUS = List.of(
            List.of(
                    "'skuId': 's1'",
                    "'prepaidUnits': {'enabled': 3}",
                    "'servicePlans': [{'servicePlanId': 'p1',"
                            + " 'servicePlanName': 'C', 'appliesTo': 'Company'}, {'servicePlanId': 'p2'}]"),
            List.of(
                    "'skuId': 's2'",
                    "'prepaidUnits': {'enabled': 3}",
                    "'servicePlans': [{'servicePlanId': 'p2'," + " 'servicePlanName': 'B'}]"),
            List.of(
                    "'skuId': 's3'",
                    "'prepaidUnits': {'enabled': 3}",
                    "'servicePlans': [{'servicePlanId': 'p1',"
                            + " 'servicePlanName': 'A'}, {'servicePlanId': 'p2', 'servicePlanName': 'A'}]"));

    private static final List<List<String>> GROUPS = List.of(
            List.of("'id': 'b1'", "'securityEnabled': true", "'assignedLicenses': [{'skuId': 's1'}]"),
            List.of("'id': 'b2'", "'groupTypes': ['DynamicMembership']", "'membershipRule': 'r'"));

    private static final List<List<String>> USERS = List.of(
            List.of(
                    "'id': 'a1'",
                    "'displayName': 'x'",
                    "'licenseAssignmentStates': [{'skuId': 's1'," + " 'disabledPlans': ['p2', 'p1']}]"),
            List.of(
                    "'id': 'a2'",
                    "'assignedLicenses': [{'skuId': 's2'}]",
                    "'licenseAssignmentStates': [{'skuId': 's2'," + " 'assignedByGroup': 'b1'}]"),
            List.of("'id': 'a3'"));

    private static final List<List<String>> MEMBERS = List.of(
            List.of("'id': 'b1'", "'members': [{'id': 'a1'}, {'id': 'b2'}]"),
            List.of("'id': 'b2'", "'members': [{'id': 'a3'}, {'id': 'b1'}, {'id': 'a2'}]", "'x': 1"));

    @Test
    void read_shuffledFiles_theSameTenant(@TempDir Path path) {
        Random random = new Random(11);
        GraphTenant expected = read(path, new Random(1));

        for (int i = 0; i < 100; i++) {
            GraphTenant shuffled = read(path, random);
            assertThat(shuffled.holdings()).isEqualTo(expected.holdings());
            assertThat(everything(shuffled.snapshot())).isEqualTo(everything(expected.snapshot()));
        }
    }

    private static GraphTenant read(Path path, Random random) {
        return ExportFolder.in(path)
                .skus(shuffled(SKUS, random))
                .groups(shuffled(GROUPS, random))
                .users(shuffled(USERS, random))
                .members(shuffled(MEMBERS, random))
                .read();
    }

    private static String shuffled(List<List<String>> entries, Random random) {
        List<String> texts = new ArrayList<>();
        for (List<String> properties : entries) {
            List<String> order = new ArrayList<>(properties);
            Collections.shuffle(order, random);
            texts.add("{" + String.join(", ", order) + "}");
        }
        Collections.shuffle(texts, random);
        return String.join(",\n", texts);
    }

    private static List<Object> everything(TenantSnapshot snapshot) {
        List<Object> all = new ArrayList<>(Arrays.asList(
                snapshot.tenant(), snapshot.servicePlans(), snapshot.skus(), snapshot.groups(), snapshot.users()));
        snapshot.skus().forEach(sku -> all.add(snapshot.subscription(sku.id())));
        snapshot.groups()
                .forEach(group -> all.addAll(List.of(
                        List.copyOf(snapshot.memberUsers(group.id())),
                        List.copyOf(snapshot.memberGroups(group.id())))));
        return all;
    }
}
