package dev.perseat.benchmarks.export;

import dev.perseat.benchmarks.tenant.Day;
import dev.perseat.benchmarks.tenant.GeneratedTenant;
import dev.perseat.benchmarks.tenant.Load;
import dev.perseat.benchmarks.tenant.Scenario;
import dev.perseat.benchmarks.tenant.TenantShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a generated tenant as an export of Microsoft Graph, which {@code examples/tenant-report} reads; and the rules of its
 * plans, which Graph does not tell, into a folder {@code catalog} in there.
 *
 * <p>Users and memberships are made while they are written, so that any size takes the same memory; but what is short of seats under
 * {@link Load#SCARCE} is found by a calculation.
 */
public final class WriteTenant {
    private WriteTenant() {}

    /**
     * Writes a tenant: the arguments are a shape, a load and a folder, which is made if there is none.
     *
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException(
                    "wanted: a shape, a load and a folder, such as NESTED_10K PLENTY tenant");
        }
        write(TenantShape.valueOf(args[0]), Load.valueOf(args[1]), Path.of(args[2]));
    }

    static void write(TenantShape shape, Load load, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("catalog"));
        GeneratedTenant tenant = new GeneratedTenant(shape, load, Day.TODAY);
        GraphFiles.write(tenant, tenant.subscriptions(Scenario.seats(shape, load)), folder);
        CatalogFiles.write(tenant.servicePlans().toList(), folder.resolve("catalog"));
    }
}
