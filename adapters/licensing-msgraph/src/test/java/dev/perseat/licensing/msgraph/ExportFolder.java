package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.InvalidTenantException;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.assignment.TenantSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** An export of a tenant in which each test writes what it is about; the rest is as small as can be. */
final class ExportFolder {
    private final Path folder;

    private ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** Tenant c1 in the US, with the SKU s1 of the plans p1 and p2; nobody is there. */
    static ExportFolder in(Path folder) {
        return new ExportFolder(folder)
                .organization("{'id': 'c1', 'displayName': 'Contoso', 'defaultUsageLocation': 'US'}")
                .skus("{'skuId': 's1', 'prepaidUnits': {'enabled': 5}, 'servicePlans':"
                        + " [{'servicePlanId': 'p1'}, {'servicePlanId': 'p2'}]}")
                .groups("")
                .users("")
                .members("");
    }

    ExportFolder organization(String entries) {
        return file("organization.json", list(entries));
    }

    ExportFolder skus(String entries) {
        return file("subscribedSkus.json", list(entries));
    }

    ExportFolder groups(String entries) {
        return file("groups.json", list(entries));
    }

    ExportFolder users(String entries) {
        return file("users.json", list(entries));
    }

    ExportFolder members(String entries) {
        return file("members.json", list(entries));
    }

    private static String list(String entries) {
        return "{'value': [" + entries + "]}";
    }

    /** Writes a file; apostrophes stand for quotation marks. */
    ExportFolder file(String name, String text) {
        return bytes(name, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    ExportFolder bytes(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    GraphExport export() {
        return GraphExport.open(folder);
    }

    GraphTenant read() {
        return export().read(LicensingPolicy.entra(), ServicePlanFacts.none(), ReadProgress.silent());
    }

    TenantSnapshot snapshot() {
        return read().snapshot();
    }

    /** The messages of everything that is wrong with the tenant. */
    List<String> problems() {
        InvalidTenantException invalid = Assertions.catchThrowableOfType(InvalidTenantException.class, this::read);
        Assertions.assertThat(invalid).as("refused tenant").isNotNull();
        return invalid.problems().stream().map(TenantProblem::message).toList();
    }

    /** The message of what is wrong with a file. */
    String formatError() {
        GraphFormatException error = Assertions.catchThrowableOfType(GraphFormatException.class, this::read);
        Assertions.assertThat(error).as("refused file").isNotNull();
        return error.getMessage();
    }
}
