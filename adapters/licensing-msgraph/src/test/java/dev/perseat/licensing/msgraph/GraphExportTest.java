package dev.perseat.licensing.msgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an export means, property by property. */
class GraphExportTest {
    private static final SkuId S1 = SkuId.of("s1");
    private static final ServicePlanId P1 = ServicePlanId.of("p1");
    private static final ServicePlanId P2 = ServicePlanId.of("p2");

    private ExportFolder folder;

    @BeforeEach
    void prepare(@TempDir Path path) {
        folder = ExportFolder.in(path);
    }

    @Nested
    class An_organization {
        @Test
        void has_the_default_usage_location_before_the_country() {
            folder.organization("{'id': 'c1', 'displayName': 'Contoso', 'countryLetterCode': 'NO',"
                    + " 'defaultUsageLocation': 'SE'}");

            assertThat(folder.snapshot().tenant())
                    .isEqualTo(new Tenant(TenantId.of("c1"), "Contoso", UsageLocation.of("SE")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "'defaultUsageLocation': null,", "'defaultUsageLocation': '',"})
        void falls_back_to_the_country(String location) {
            folder.organization("{" + location + "'id': 'c1', 'displayName': null, 'countryLetterCode': 'NO'}");

            assertThat(folder.snapshot().tenant()).isEqualTo(new Tenant(TenantId.of("c1"), "", UsageLocation.of("NO")));
        }

        @Test
        void is_read_among_unknown_properties_of_any_shape() {
            folder.file(
                    "organization.json",
                    "{'@odata.context': 'x', 'more': {'value': [1, {}]}, 'value': [{'a': [[{'id': 7}]], 'id': 'c1',"
                            + " '@odata.type': '#x', 'defaultUsageLocation': 'US', 'b': 1.5e3}], '@odata.count': 1}");

            assertThat(folder.snapshot().tenant().id()).isEqualTo(TenantId.of("c1"));
        }
    }

    @Nested
    class A_user {
        @Test
        void has_every_property_that_counts() {
            folder.users("{'id': 'a1', 'userPrincipalName': 'mia@contoso.example', 'displayName': 'Mia',"
                    + " 'usageLocation': 'NO', 'accountEnabled': false, 'department': 'Sales', 'jobTitle': 'Clerk',"
                    + " 'mobilePhone': '1', 'city': null, 'signInActivity': {'a': 1},"
                    + " 'proxyAddresses': ['SMTP:Mia@contoso.example', 'smtp:m@contoso.example', 'Smtp:x@y',"
                    + " 'SIP:mia@contoso.example', 'plain@contoso.example'],"
                    + " 'licenseAssignmentStates': [{'skuId': 's1', 'disabledPlans': ['p2']}]}");

            assertThat(folder.snapshot().users())
                    .containsExactly(new User(
                            UserId.of("a1"),
                            "mia@contoso.example",
                            "Mia",
                            UsageLocation.of("NO"),
                            false,
                            List.of(
                                    "Mia@contoso.example",
                                    "m@contoso.example",
                                    "x@y",
                                    "SIP:mia@contoso.example",
                                    "plain@contoso.example"),
                            new TreeMap<>(Map.of("department", "Sales", "jobTitle", "Clerk")),
                            List.of(License.of(S1, P2))));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'id': 'a1'}",
                    "{'id': 'a1', 'userPrincipalName': null, 'displayName': null, 'usageLocation': null,"
                            + " 'accountEnabled': null, 'proxyAddresses': null, 'assignedLicenses': null,"
                            + " 'licenseAssignmentStates': null, 'department': null}",
                    "{'assignedLicenses': [], 'usageLocation': '', 'proxyAddresses': [], 'id': 'a1'}"
                })
        void without_anything_is_enabled_and_has_nothing(String user) {
            folder.users(user);

            assertThat(folder.snapshot().users())
                    .containsExactly(User.builder(UserId.of("a1")).build());
        }

        @Test
        void has_the_states_without_a_group_as_direct_licences_even_those_in_error() {
            folder.groups("{'id': 'b1'}")
                    .skus("{'skuId': 's1', 'prepaidUnits': {}}, {'skuId': 's2', 'prepaidUnits': {}},"
                            + "{'skuId': 's3', 'prepaidUnits': {}}")
                    .users("{'id': 'a1', 'licenseAssignmentStates': ["
                            + "{'skuId': 's1', 'assignedByGroup': null, 'state': 'Error', 'error': 'CountViolation'},"
                            + "{'skuId': 's2', 'assignedByGroup': 'b1', 'state': 'Active', 'error': null},"
                            + "{'skuId': 's3', 'state': 'Active', 'error': 'None'}]}");

            assertThat(folder.snapshot().user(UserId.of("a1")).directLicenses())
                    .containsExactly(License.of(S1), License.of(SkuId.of("s3")));
        }
    }

    @Nested
    class A_holding {
        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "'state': 'Active', true",
                    "'state': 'ActiveWithError', true",
                    "'state': 'Disabled', true",
                    "'state': 'Error', false",
                    "`'state': 'ActiveWithError', 'error': 'DependencyViolation'`, true",
                    "`'state': 'Active', 'error': 'Other'`, true",
                    "`'state': 'Error', 'error': null`, false",
                    "`'state': null, 'error': null`, true",
                    "'error': 'None', true",
                    "'error': 'CountViolation', false",
                    "'lastUpdatedDateTime': '', true"
                })
        void is_what_is_not_in_error(String state, boolean held) {
            folder.users("{'id': 'a1', 'licenseAssignmentStates': [{'skuId': 's1', 'assignedByGroup': 'b9', " + state
                    + "}]}");

            assertThat(folder.read().holdings().of(UserId.of("a1"))).hasSize(held ? 1 : 0);
        }

        @Test
        void has_the_plans_for_users_without_the_disabled_ones() {
            folder.skus("{'skuId': 's1', 'prepaidUnits': {'enabled': 1}, 'servicePlans': [{'servicePlanId': 'p1'},"
                            + "{'servicePlanId': 'p2'}, {'servicePlanId': 'p3', 'appliesTo': 'Company'}]}")
                    .users("{'id': 'a1', 'licenseAssignmentStates': [{'assignedByGroup': 'b1', 'skuId': 's1',"
                            + " 'disabledPlans': ['p2', 'p9']}, {'skuId': 's1'}]}");

            assertThat(folder.export().holdings().of(UserId.of("a1")))
                    .containsExactly(
                            HeldLicense.of(AssignmentSource.direct(), S1, List.of(P1, P2)),
                            HeldLicense.of(AssignmentSource.group(GroupId.of("b1")), S1, List.of(P1)));
        }

        @Test
        void of_a_sku_that_is_gone_has_no_plans() {
            folder.users("{'id': 'a1', 'licenseAssignmentStates': [{'assignedByGroup': 'b1', 'skuId': 's9'}]}");

            assertThat(folder.read().holdings().of(UserId.of("a1")))
                    .containsExactly(
                            HeldLicense.of(AssignmentSource.group(GroupId.of("b1")), SkuId.of("s9"), List.of()));
        }
    }

    @Nested
    class A_group {
        @ParameterizedTest
        @CsvSource({
            "[],                            false, true,  SECURITY",
            "[],                            false, false, SECURITY",
            "[],                            true,  true,  MAIL_ENABLED_SECURITY",
            "[],                            true,  false, DISTRIBUTION",
            "['Unified'],                   true,  false, MICROSOFT_365",
            "['Unified'],                   true,  true,  MICROSOFT_365",
            "['DynamicMembership'],         false, true,  SECURITY",
        })
        void has_a_kind(String types, boolean mail, boolean security, GroupKind kind) {
            folder.groups("{'id': 'b1', 'displayName': 'Sales', 'groupTypes': " + types + ", 'mailEnabled': " + mail
                    + ", 'securityEnabled': " + security + ", 'membershipRule': null, 'assignedLicenses': ["
                    + "{'skuId': 's1', 'disabledPlans': ['p1']}]}");

            assertThat(folder.snapshot().groups())
                    .containsExactly(
                            new Group(GroupId.of("b1"), "Sales", kind, security, null, List.of(License.of(S1, P1))));
        }

        @Test
        void has_a_rule_only_while_it_is_dynamic() {
            folder.groups("{'id': 'b1', 'groupTypes': ['Unified', 'DynamicMembership'], 'membershipRule': 'r1'},"
                    + "{'id': 'b2', 'groupTypes': [], 'membershipRule': 'r2'}");

            assertThat(folder.snapshot().groups())
                    .extracting(Group::membershipRule)
                    .containsExactly("r1", null);
        }
    }

    @Nested
    class Members {
        @Test
        void are_users_and_groups_and_nothing_else() {
            folder.users("{'id': 'a1'}, {'id': 'a2'}")
                    .groups("{'id': 'b1'}, {'id': 'b2'}, {'id': 'b3'}")
                    .members("{'id': 'b1', 'members': [{'@odata.type': '#microsoft.graph.user', 'id': 'a1'},"
                            + "{'id': 'd1', '@odata.type': '#microsoft.graph.device'},"
                            + "{'id': 'b2', '@odata.type': 'microsoft.graph.group'},"
                            + "{'@odata.type': '#microsoft.graph.orgContact'}]},"
                            + "{'id': 'b2', 'members': null}, {'id': 'b3'}");

            assertThat(folder.snapshot().memberUsers(GroupId.of("b1"))).containsExactly(UserId.of("a1"));
            assertThat(folder.snapshot().memberGroups(GroupId.of("b1"))).containsExactly(GroupId.of("b2"));
        }

        @Test
        void without_a_type_are_groups_if_there_is_such_a_group() {
            folder.users("{'id': 'a1'}")
                    .groups("{'id': 'b1'}, {'id': 'b2'}")
                    .members("{'id': 'b1', 'members': [{'id': 'b2'}, {'id': 'a1', '@odata.type': null}]}");

            assertThat(folder.snapshot().memberUsers(GroupId.of("b1"))).containsExactly(UserId.of("a1"));
            assertThat(folder.snapshot().memberGroups(GroupId.of("b1"))).containsExactly(GroupId.of("b2"));
            assertThat(folder.export().directory().memberships()).hasSize(2);
        }

        @Test
        void may_come_before_the_id_of_their_group() {
            folder.users("{'id': 'a1'}, {'id': 'a2'}")
                    .groups("{'id': 'b1'}")
                    .members("{'members': [{'id': 'a1'}, {'id': 'a2'}], 'more': {}, 'id': 'b1'},"
                            + "{'members': [], 'id': 'b1'}");

            assertThat(folder.snapshot().memberUsers(GroupId.of("b1")))
                    .containsExactly(UserId.of("a1"), UserId.of("a2"));
        }
    }

    @Nested
    class A_subscribed_sku {
        @ParameterizedTest
        @CsvSource({
            "Enabled, ENABLED",
            "Warning, WARNING",
            "Suspended, SUSPENDED",
            "Deleted, DELETED",
            "LockedOut, LOCKED_OUT"
        })
        void has_units_and_a_status(String word, CapabilityStatus status) {
            folder.skus("{'capabilityStatus': '" + word + "', 'skuId': 's1', 'prepaidUnits': {'enabled': 25,"
                    + " 'suspended': 3, 'warning': 2, 'lockedOut': 4, 'more': null}}");

            assertThat(folder.snapshot().subscription(S1))
                    .contains(new Subscription(S1, new PrepaidUnits(25, 2, 3, 4), status));
        }

        @Test
        void has_a_part_number_a_target_and_plans() {
            folder.skus("{'skuId': 's1', 'skuPartNumber': 'PACK', 'appliesTo': 'Company', 'prepaidUnits': {},"
                    + " 'servicePlans': [{'servicePlanId': 'p2', 'servicePlanName': 'TWO', 'appliesTo': 'User'},"
                    + "{'servicePlanId': 'p1', 'servicePlanName': 'ONE', 'appliesTo': 'Company'}]}");

            assertThat(folder.snapshot().skus())
                    .containsExactly(new Sku(S1, "PACK", AppliesTo.COMPANY, new TreeSet<>(List.of(P1, P2))));
            assertThat(folder.snapshot().servicePlans())
                    .extracting(ServicePlan::name, ServicePlan::appliesTo)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("ONE", AppliesTo.COMPANY),
                            org.assertj.core.groups.Tuple.tuple("TWO", AppliesTo.USER));
        }

        @Test
        void shares_its_plans_with_others_whatever_their_order() {
            String first = "{'skuId': 's1', 'prepaidUnits': {}, 'servicePlans':"
                    + " [{'servicePlanId': 'p1', 'servicePlanName': 'Z', 'appliesTo': 'Company'}]}";
            String second = "{'skuId': 's2', 'prepaidUnits': {}, 'servicePlans':"
                    + " [{'servicePlanId': 'p1', 'servicePlanName': 'A', 'appliesTo': 'User'}]}";
            ServicePlan shared = ServicePlan.builder(P1).name("Z").build();

            assertThat(folder.skus(first + "," + second).snapshot().servicePlans())
                    .containsExactly(shared);
            assertThat(folder.skus(second + "," + first).snapshot().servicePlans())
                    .containsExactly(shared);
        }
    }

    @Test
    void read_facts_areAddedToThePlans(@TempDir Path catalog) {
        ExportFolder.in(catalog)
                .file("plan-conflicts.csv", "service_plan_id_a,service_plan_id_b\np1,p7\n")
                .file("plan-uniqueness.csv", "service_plan_id\np2\n");

        assertThat(folder.export()
                        .snapshot(LicensingPolicy.entra(), ServicePlanFacts.read(catalog))
                        .servicePlans())
                .containsExactly(
                        ServicePlan.builder(P1)
                                .name("")
                                .conflictsWith(List.of(ServicePlanId.of("p7")))
                                .build(),
                        ServicePlan.builder(P2)
                                .name("")
                                .requiresUniqueProxyAddresses(true)
                                .build(),
                        ServicePlan.builder(ServicePlanId.of("p7"))
                                .conflictsWith(List.of(P1))
                                .build());
    }

    @Test
    void read_progress_isToldTheBeginningEveryTenThousandAndTheEnd() {
        StringBuilder users = new StringBuilder("{'id': 'a0'}");
        for (int i = 1; i < 20_001; i++) {
            users.append(",{'id': 'a").append(i).append("'}");
        }
        folder.users(users.toString());
        List<String> told = new ArrayList<>();

        folder.export().read(LicensingPolicy.entra(), ServicePlanFacts.none(), (file, n) -> told.add(file + " " + n));

        assertThat(told)
                .containsExactly(
                        "subscribedSkus.json 0",
                        "subscribedSkus.json 1",
                        "groups.json 0",
                        "groups.json 0",
                        "users.json 0",
                        "users.json 10000",
                        "users.json 20000",
                        "users.json 20001",
                        "members.json 0",
                        "members.json 0");
    }

    @Test
    void read_listenerThrows_itsExceptionArrives() {
        assertThatThrownBy(() -> folder.export().read(LicensingPolicy.entra(), ServicePlanFacts.none(), (file, n) -> {
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
    }

    @Test
    void read_utf16OrByteOrderMark_isUnderstood() {
        String json = "\uFEFF{\"value\": [{\"id\": \"a\u00e9\"}]}";
        folder.bytes("users.json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(folder.snapshot().users()).extracting(User::id).containsExactly(UserId.of("a\u00e9"));

        folder.bytes("users.json", json.getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        assertThat(folder.snapshot().users()).extracting(User::id).containsExactly(UserId.of("a\u00e9"));
    }
}
