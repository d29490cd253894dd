package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A tenant in a folder: organization.json, users.json, groups.json, members.json and subscribedSkus.json as Microsoft
 * Graph v1.0 returns them.
 *
 * <p>Each file is a list response: an object with an array {@code value}. Other properties, {@code @odata.*} among them,
 * are passed over, but for a link to a further page, which is refused: an export must be complete, so the pages of a
 * response have to be joined. Files are streamed and may be of any size; the order of entries and of properties does not matter. The limits
 * are a nesting of 500, a million characters for one string and a thousand digits for one number. Of a property given
 * twice in one object, the last one counts.
 *
 * <table>
 * <caption>What is read</caption>
 * <tr><th>File</th><th>Properties</th></tr>
 * <tr><td>organization.json, exactly one entry</td><td>{@code id}, {@code displayName}; the location is {@code
 * defaultUsageLocation} or, if that is absent, {@code countryLetterCode}</td></tr>
 * <tr><td>users.json</td><td>{@code id}, {@code userPrincipalName}, {@code displayName}, {@code usageLocation} (null,
 * absent and empty mean none), {@code accountEnabled} (absent means true), {@code proxyAddresses} (without {@code SMTP:}
 * in either case; other prefixes belong to the address), {@code licenseAssignmentStates}; as attributes {@code city},
 * {@code companyName}, {@code country}, {@code department}, {@code employeeId}, {@code employeeType}, {@code jobTitle},
 * {@code officeLocation}, {@code preferredLanguage}, {@code state} and {@code userType}</td></tr>
 * <tr><td>groups.json</td><td>{@code id}, {@code displayName}, {@code groupTypes}, {@code mailEnabled}, {@code
 * securityEnabled} (both absent means false), {@code membershipRule} (of dynamic groups), {@code
 * assignedLicenses}</td></tr>
 * <tr><td>members.json: groups with their members</td><td>{@code id}, {@code members}, of these {@code @odata.type}
 * and {@code id}. Users and groups count, other sorts (devices, contacts, service principals) do not. A member without a
 * type is a group if groups.json has its id, otherwise a user. A group that is not listed has no members.</td></tr>
 * <tr><td>subscribedSkus.json</td><td>{@code skuId}, {@code skuPartNumber}, {@code appliesTo} (absent means User), {@code
 * capabilityStatus} (absent means Enabled), {@code prepaidUnits}, {@code servicePlans}. A plan of several SKUs has its
 * name from the first SKU by id that names it, and applies to users if any of them says so.</td></tr>
 * </table>
 *
 * <p>A user's direct licences are the {@code licenseAssignmentStates} without {@code assignedByGroup}, whatever their
 * state. Held is what is in state Active, ActiveWithError or Disabled; where the state is absent, what has no {@code
 * error}, be that null or {@code "None"}.
 *
 * <p>Two sorts of faults are told apart. What is not JSON, ends early, has a value of the wrong type or an unknown word in
 * {@code state}, {@code error}, {@code appliesTo} or {@code capabilityStatus}, and a missing file, is a {@link GraphFormatException} at
 * once. Content that cannot be used (a malformed or missing id, an unknown country, negative units, the same licence
 * twice) is collected to the end and reported with all else that is wrong with the tenant.
 *
 * <p>Immutable and safe for use by several threads, as long as nobody writes to the folder.
 *
 * @since 0.1
 */
public final class GraphExport {
    private final Path folder;

    private GraphExport(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the export in a folder. The files are looked for, but not opened.
     *
     * @param folder the folder
     * @return the export
     * @throws GraphFormatException if there is no such folder, or any of the five files is missing; it names all that are
     */
    public static GraphExport open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new GraphFormatException("there is no folder '" + folder + "'");
        }
        List<String> missing = Arrays.stream(GraphFile.values())
                .map(GraphFile::fileName)
                .filter(file -> !Files.isRegularFile(folder.resolve(file)))
                .map(file -> file + ": the file is missing from folder '" + folder + "'")
                .toList();
        if (!missing.isEmpty()) {
            throw new GraphFormatException(missing);
        }
        return new GraphExport(folder);
    }

    /**
     * Returns users, groups and members for reading one by one. Each stream reads its file anew, holds one entry at a
     * time, and keeps the file open until it has reached the end or is closed; looking for one user, one group or the
     * members of one group reads through a file as well. Memberships that have no type cost the ids of all groups.
     *
     * <p>Streams cannot collect, so here every fault of content is a {@link GraphFormatException} as well. An entry that
     * is twice in its file is streamed twice, and a member that is in no file is streamed too; {@link
     * #read(LicensingPolicy, ServicePlanFacts, ReadProgress) read} reports both.
     *
     * @return the directory
     * @throws GraphFormatException if organization.json is not as it should be
     * @throws dev.perseat.licensing.directory.DirectoryException if it cannot be read
     */
    public Directory directory() {
        return GraphDirectory.of(this);
    }

    /**
     * Reads the whole export, each file once.
     *
     * @param policy the policy of the snapshot
     * @param facts the rules of service plans; plans that only they name become plans of no SKU, for users
     * @param progress is told how far the reading has come
     * @return the snapshot and the holdings
     * @throws GraphFormatException if a file is not as it should be
     * @throws dev.perseat.licensing.directory.DirectoryException if a file cannot be read
     * @throws dev.perseat.licensing.assignment.InvalidTenantException if the content is wrong; it names every problem,
     *     those found while reading with file and place
     */
    public GraphTenant read(LicensingPolicy policy, ServicePlanFacts facts, ReadProgress progress) {
        return TenantReading.read(this, policy, facts, progress);
    }

    /**
     * Reads the whole export for its snapshot.
     *
     * @param policy the policy of the snapshot
     * @param facts the rules of service plans
     * @return the snapshot
     * @throws GraphFormatException if a file is not as it should be
     * @throws dev.perseat.licensing.directory.DirectoryException if a file cannot be read
     * @throws dev.perseat.licensing.assignment.InvalidTenantException if the content is wrong
     */
    public TenantSnapshot snapshot(LicensingPolicy policy, ServicePlanFacts facts) {
        return read(policy, facts, ReadProgress.silent()).snapshot();
    }

    /**
     * Reads the whole export for its holdings: who needs the snapshot too should {@link #read(LicensingPolicy,
     * ServicePlanFacts, ReadProgress) read} both at once. A holding's plans are those of its SKU that apply to users
     * without its disabled plans; a SKU that the tenant does not have gives none.
     *
     * @return what the users hold
     * @throws GraphFormatException if a file is not as it should be
     * @throws dev.perseat.licensing.directory.DirectoryException if a file cannot be read
     * @throws dev.perseat.licensing.assignment.InvalidTenantException if the content is wrong
     */
    public Holdings holdings() {
        return read(LicensingPolicy.entra(), ServicePlanFacts.none(), ReadProgress.silent())
                .holdings();
    }

    Path path(GraphFile file) {
        return folder.resolve(file.fileName());
    }
}
