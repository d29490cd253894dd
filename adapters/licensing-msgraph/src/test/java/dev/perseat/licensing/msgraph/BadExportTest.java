package dev.perseat.licensing.msgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.DirectoryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an export may not be, with the words for it. */
class BadExportTest {
    private Path path;
    private ExportFolder folder;

    @BeforeEach
    void prepare(@TempDir Path temporary) {
        path = temporary;
        folder = ExportFolder.in(temporary);
    }

    @Test
    void folder_that_is_not_there_is_named_once() {
        Path nowhere = path.resolve("nowhere");
        assertThatThrownBy(() -> GraphExport.open(nowhere))
                .isInstanceOf(GraphFormatException.class)
                .hasMessage("there is no folder '" + nowhere + "'");
    }

    @Nested
    class A_file {
        @Test
        void must_be_there() throws IOException {
            Files.delete(path.resolve("users.json"));
            Files.delete(path.resolve("members.json"));

            assertThatThrownBy(() -> GraphExport.open(path))
                    .isInstanceOf(GraphFormatException.class)
                    .hasMessage("2 problems:\n- users.json: the file is missing from folder '" + path
                            + "'\n- members.json: the file is missing from folder '" + path + "'");
        }

        @Test
        void must_still_be_there_when_it_is_read() throws IOException {
            Directory directory = folder.export().directory();
            Files.delete(path.resolve("users.json"));

            assertThatThrownBy(directory::users)
                    .isInstanceOf(GraphFormatException.class)
                    .hasMessage("users.json: the file is missing");
        }

        @Test
        void must_be_readable() throws IOException {
            Directory directory = folder.export().directory();
            Files.delete(path.resolve("users.json"));
            Files.createDirectory(path.resolve("users.json"));

            assertThatThrownBy(() -> directory.users().count())
                    .isInstanceOf(DirectoryException.class)
                    .hasMessage("users.json: the file cannot be read")
                    .hasCauseInstanceOf(IOException.class);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "``                          | users.json:1:1: the file is empty",
                    "` `                         | users.json:1:2: the file is empty",
                    "[]                          | users.json:1:1: expected an object, found an array",
                    "{}                          | users.json:1:2: there is no property 'value'",
                    "{'value': null}             | users.json:1:11 /value: expected an array, found null",
                    "{'value': {}}               | users.json:1:11 /value: expected an array, found an object",
                    "{'value': [7]}              | users.json:1:12 /value/0: expected an object, found the number 7",
                    "{'value': []} {}            | users.json:1:15: there is more after the end of the JSON",
                    "{'value': [], 'value': []}  | users.json:1:24 /value: there is a second property 'value'",
                    "{'value': [{'id': 'a1'}     | users.json:1:24 /value/0: the file ends in the middle of its JSON. Maybe it was cut off?",
                    "{'value': [{'id': Megan}]}  | users.json:1:19 /value/0/id: this is not JSON",
                    "{'value': [{'id': 'a1',,}]} | users.json:1:24 /value/0/id: this is not JSON",
                })
        void must_be_one_complete_list_response(String json, String message) {
            assertThat(folder.file("users.json", json).formatError()).isEqualTo(message);
        }

        @Test
        void must_be_in_unicode() {
            byte[] json = "{\"value\": [{\"displayName\": \"J\u00f8rn\"}]}".getBytes(StandardCharsets.ISO_8859_1);

            assertThat(folder.bytes("users.json", json).formatError())
                    .isEqualTo("users.json:1:31 /value/0/displayName: this is not JSON");
            assertThat(folder.bytes("users.json", new byte[] {0, 0, -1, -2, 0, 0, 0, 0})
                            .formatError())
                    .isEqualTo("users.json:1:1: this is not JSON");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'@odata.nextLink': 'https://x', 'value': []}",
                    "{'value': [], '@odata.nextLink': 'https://x'}",
                    "{'value': [{'id': 'b1', 'members@odata.nextLink': 'https://x', 'members': []}]}"
                })
        void must_not_be_one_page_of_several(String json) {
            assertThat(folder.file("members.json", json).formatError())
                    .matches("members\\.json:1:\\d+ .*odata\\.nextLink: there are further pages, which are not in this"
                            + " file\\. Maybe join the lists of all pages");
        }

        @Test
        void must_have_one_organization() {
            assertThat(folder.organization("").formatError())
                    .isEqualTo("organization.json:1:14: there is no organization in 'value'");
            String one = "{'id': 'c1', 'defaultUsageLocation': 'US'}";
            assertThat(folder.organization(one + "," + one).formatError())
                    .isEqualTo("organization.json:1:55 /value/1: there is more than one organization in 'value'");
        }
    }

    @Nested
    class A_value {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'id': 12}                      | 19 /value/0/id: expected a string, found the number 12",
                    "{'displayName': {}}             | 28 /value/0/displayName: expected a string, found an object",
                    "{'department': ['x']}           | 27 /value/0/department: expected a string, found an array",
                    "{'usageLocation': 1.5}          | 30 /value/0/usageLocation: expected a string, found the number 1.5",
                    "{'accountEnabled': 'yes'}       | 31 /value/0/accountEnabled: expected true or false, found a string",
                    "{'proxyAddresses': 'x'}         | 31 /value/0/proxyAddresses: expected an array, found a string",
                    "{'proxyAddresses': [null]}      | 32 /value/0/proxyAddresses/0: expected a string, found null",
                    "{'licenseAssignmentStates': {}} | 40 /value/0/licenseAssignmentStates: expected an array, found an object",
                    "{'licenseAssignmentStates': [{}, 1]} | 45 /value/0/licenseAssignmentStates/1: expected an object, found the number 1",
                    "{'licenseAssignmentStates': [{'error': 'CuontViolation'}]} | 51 /value/0/licenseAssignmentStates/0/error: unknown value 'CuontViolation'; known are CountViolation, DependencyViolation, MutuallyExclusiveViolation, None, Other, ProhibitedInUsageLocationViolation, UniquenessViolation",
                    "{'licenseAssignmentStates': [{'state': 'Sleeping'}]} | 51 /value/0/licenseAssignmentStates/0/state: unknown value 'Sleeping'; known are Active, ActiveWithError, Disabled, Error",
                })
        void of_a_user_must_be_of_its_type(String user, String message) {
            assertThat(folder.users(user).formatError()).isEqualTo("users.json:1:" + message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'appliesTo': 'user'}         | 26 /value/0/appliesTo: unknown value 'user'; known are Company, User",
                    "{'capabilityStatus': 'Lost'}  | 33 /value/0/capabilityStatus: unknown value 'Lost'; known are Deleted, Enabled, LockedOut, Suspended, Warning",
                    "{'servicePlans': [{'appliesTo': ''}]} | 44 /value/0/servicePlans/0/appliesTo: unknown value ''; known are Company, User",
                    "{'prepaidUnits': 7}           | 29 /value/0/prepaidUnits: expected an object, found the number 7",
                    "{'prepaidUnits': {'enabled': 2.5}} | 41 /value/0/prepaidUnits/enabled: expected a whole number, found the number 2.5",
                    "{'prepaidUnits': {'enabled': '7'}} | 41 /value/0/prepaidUnits/enabled: expected a whole number, found a string",
                    "{'prepaidUnits': {'enabled': 99999999999}} | 41 /value/0/prepaidUnits/enabled: the number 99999999999 is beyond 2147483647",
                })
        void of_a_sku_must_be_of_its_type(String sku, String message) {
            assertThat(folder.skus(sku).formatError()).isEqualTo("subscribedSkus.json:1:" + message);
        }

        @Test
        void that_nobody_asks_for_may_be_nested_to_the_limit_and_not_deeper() {
            int free = JsonCursor.MAX_DEPTH - 3;
            folder.users("{'id': 'a1', 'x': " + "[".repeat(free) + "]".repeat(free) + "}");
            assertThat(folder.snapshot().userCount()).isEqualTo(1);

            folder.users("{'id': 'a1', 'x': " + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}");
            assertThat(folder.formatError())
                    .endsWith(": beyond the limits of this reader: nesting 500, string 1000000 characters, number 1000"
                            + " digits");
        }

        @Test
        void must_not_be_a_string_without_end() {
            assertThat(folder.users("{'id': '" + "a".repeat(2_000_000) + "'}").formatError())
                    .startsWith("users.json:1:")
                    .contains(": beyond the limits of this reader");
        }
    }

    @Nested
    class Problems_of_content {
        @Test
        void are_all_named_with_file_and_place_beside_those_of_the_whole_tenant() {
            folder.organization("{'id': ' ', 'defaultUsageLocation': 'USA'}")
                    .skus("{'skuId': 's1', 'prepaidUnits': {'enabled': -5}},\n{'prepaidUnits': {}}, {'skuId': 's2'},"
                            + "{'skuId': 's3', 'prepaidUnits': {}, 'servicePlans': [{'servicePlanId': ''}]}")
                    .groups("{'id': 'b1'}, {'id': 'b1'}, {'displayName': 'x'},"
                            + "{'id': 'b2', 'assignedLicenses': [{'skuId': 's1'}]}")
                    .users("{'id': 'a1', 'usageLocation': 'us', 'proxyAddresses': ['SMTP:']},"
                            + "{'id': 'a2', 'assignedLicenses': [{'skuId': 's1'}]},\n"
                            + "{'id': 'a3', 'licenseAssignmentStates': [{'skuId': 's1', 'assignedByGroup': 'b1'},"
                            + "{'skuId': 's1', 'assignedByGroup': 'b1', 'state': 'Error'}, {'skuId': 's9'},"
                            + "{'skuId': 's1'}, {'skuId': 's1', 'disabledPlans': ['']}, {'assignedByGroup': ''}]}")
                    .members("{'id': 'b1', 'members': [{'id': 'a9'}, {'@odata.type': '#microsoft.graph.user'}]},"
                            + "{'members': [{'id': 'a1'}]}, {'id': '', 'members': [{'id': 'a1'}]}");

            assertThat(folder.problems())
                    .containsExactly(
                            "groups.json:1:40 /value/2: group id is missing",
                            "groups.json:1:61 /value/3/securityEnabled: group 'b2' has licences but no securityEnabled,"
                                    + " so that nobody can tell whether its members inherit them. Maybe $select it?",
                            "members.json:1:123 /value/2/id: group id '' is blank",
                            "members.json:1:51 /value/0/members/1: user id is missing",
                            "members.json:1:94 /value/1: group id is missing",
                            "organization.json:1:12 /value/0: tenant id ' ' is blank",
                            "subscribedSkus.json:2:1 /value/1: SKU id is missing",
                            "subscribedSkus.json:2:23 /value/2/prepaidUnits: SKU 's2' has no prepaidUnits. Maybe"
                                    + " $select them?",
                            "subscribedSkus.json:2:92 /value/3/servicePlans/0: service plan id '' is blank",
                            "users.json:1:12 /value/0/proxyAddresses: user 'a1' has a blank proxy address",
                            "users.json:1:77 /value/1/assignedLicenses: user 'a2' has licences but no"
                                    + " licenseAssignmentStates, so that nobody can tell direct licences from inherited"
                                    + " ones. Maybe $select them?",
                            "users.json:2:176 /value/2/licenseAssignmentStates/4: service plan id '' is blank",
                            "users.json:2:216 /value/2/licenseAssignmentStates/5: SKU id is missing",
                            "users.json:2:216 /value/2/licenseAssignmentStates/5: group id '' is blank",
                            "group 'b1' is given more than once",
                            "users.json:2:1 /value/2/licenseAssignmentStates: user 'a3' has SKU 's1' more than once"
                                    + " from the same source, direct",
                            "users.json:2:1 /value/2/licenseAssignmentStates: user 'a3' has SKU 's1' more than once"
                                    + " from the same source, group b1",
                            "user 'a3' has a licence of unknown SKU 's9'",
                            "user 'a9', a member of group 'b1', is not in the directory",
                            "organization.json:1:12 /value/0/defaultUsageLocation: country code 'USA' is not in ISO"
                                    + " 3166-1 alpha-2",
                            "users.json:1:12 /value/0/usageLocation: country code 'us' is not in ISO 3166-1 alpha-2",
                            "subscribedSkus.json:1:44 /value/0/prepaidUnits: negative units: enabled -5, warning 0,"
                                    + " suspended 0, locked out 0");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'id': 'c1'} | organization.json:1:12 /value/0: the organization has neither defaultUsageLocation nor countryLetterCode",
                    "{'id': 'c1', 'countryLetterCode': 'XK'} | organization.json:1:12 /value/0/countryLetterCode: country code 'XK' is not in ISO 3166-1 alpha-2",
                    "{'defaultUsageLocation': 'NO'} | organization.json:1:12 /value/0: tenant id is missing",
                })
        void can_lie_in_the_organization(String organization, String message) {
            assertThat(folder.organization(organization).problems()).containsExactly(message);
        }

        @Test
        void can_lie_in_half_a_character() {
            assertThat(folder.users("{'id': 'a\\ud800'}").problems())
                    .containsExactly(
                            "users.json:1:12 /value/0: user id has half a surrogate pair at index 1, so it is not"
                                    + " Unicode text");
        }
    }

    @Test
    void directory_badContent_isRefusedAtOnce() {
        folder.users("{'id': 'a1'}, {'id': 'a2', 'usageLocation': 'XX'}");

        try (Stream<?> users = folder.export().directory().users()) {
            assertThatThrownBy(users::toList)
                    .isInstanceOf(GraphFormatException.class)
                    .hasMessage(
                            "users.json:1:26 /value/1/usageLocation: country code 'XX' is not in ISO 3166-1 alpha-2");
        }
    }

    @ParameterizedTest
    @EnumSource(GraphFile.class)
    void read_fileCutOffAnywhere_refused(GraphFile file) throws IOException {
        byte[] whole = writeSample(file);

        for (int length = 0; length < whole.length; length++) {
            folder.bytes(file.fileName(), Arrays.copyOf(whole, length));
            assertThatThrownBy(folder::read)
                    .as("%s cut off after %d bytes", file, length)
                    .isInstanceOf(GraphFormatException.class)
                    .hasMessageStartingWith(file.fileName() + ":");
        }
    }

    @ParameterizedTest
    @EnumSource(GraphFile.class)
    void read_fewBytesChanged_refusedInOneOfTwoWaysOrRead(GraphFile file) throws IOException {
        byte[] whole = writeSample(file);
        Random random = new Random(file.fileName().length());

        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                changed[random.nextInt(changed.length)] =
                        random.nextBoolean() ? (byte) random.nextInt() : whole[random.nextInt(whole.length)];
            }
            folder.bytes(file.fileName(), changed);
            try {
                folder.read();
            } catch (GraphFormatException | InvalidTenantException expected) {
                assertThat(expected).hasMessageContaining(" ").hasMessageNotContaining("'null'");
            }
        }
    }

    private byte[] writeSample(GraphFile file) throws IOException {
        folder.skus(("{'skuId': 's1', 'skuPartNumber': 'PACK', 'capabilityStatus': 'Enabled', 'prepaidUnits':"
                        + " {'enabled': 12, 'warning': 3}, 'servicePlans': [{'servicePlanId': 'p1', 'appliesTo': 'User',"
                        + " 'servicePlanName': 'ONE', 'provisioningStatus': 'Success'}]}"))
                .groups("{'id': 'b1', 'displayName': 'Sales é\\u00e9', 'securityEnabled': true, 'groupTypes':"
                        + " ['DynamicMembership'], 'assignedLicenses': [{'skuId': 's1', 'disabledPlans': ['p1']}]}")
                .users("{'id': 'a1', 'unknown': [[{'deep': [1.5, true, null]}]], 'usageLocation': 'NO',"
                        + " 'accountEnabled': true, 'licenseAssignmentStates': [{'skuId': 's1', 'disabledPlans': [],"
                        + " 'assignedByGroup': 'b1', 'state': 'Active', 'error': 'None'}]}, {'id': 'a2'}")
                .members(
                        "{'id': 'b1', 'members': [{'@odata.type': '#microsoft.graph.user', 'id': 'a1'}, {'id': 'a2'}]}");
        folder.read();
        return Files.readAllBytes(path.resolve(file.fileName()));
    }
}
