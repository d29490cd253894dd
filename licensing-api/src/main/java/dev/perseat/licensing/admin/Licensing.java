package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.model.TenantId;
import java.util.List;

/**
 * The licensing service, one object for any number of tenants: what an application holds. Safe for use by several threads.
 * Several of them, in one process or in many, may work on the same store.
 *
 * @since 0.1
 */
public interface Licensing extends AutoCloseable {
    /**
     * Brings a tenant under the library's care. What its users hold is stored at once, and what the law changes of it is
     * applied in the background, as operation {@code op-1}.
     *
     * @param actor who does it
     * @param snapshot the tenant: users, groups and members, catalogue, subscriptions, licences and policy
     * @param holdings what users hold now; {@link Holdings#empty()} if nothing
     * @return the import
     * @throws AccessDeniedException if the actor may not; nothing is stored
     * @throws IllegalArgumentException if the tenant is under the library's care already
     */
    Operation create(Actor actor, TenantSnapshot snapshot, Holdings holdings);

    /**
     * Brings a tenant under the library's care whose directory this object knows: reads the users, groups and members from
     * there, and remembers how far the directory's changes have been taken in.
     *
     * @param actor who does it
     * @param directory the directory
     * @param catalogue the tenant without users and groups: service plans, SKUs, subscriptions and policy
     * @param holdings what users hold now; {@link Holdings#empty()} if nothing
     * @return the import
     * @throws AccessDeniedException if the actor may not; nothing is stored
     * @throws IllegalArgumentException if the tenant is under the library's care already, or the directory is of another
     *     tenant
     * @throws dev.perseat.licensing.assignment.InvalidTenantException if directory and catalogue do not make a valid tenant
     * @throws dev.perseat.licensing.directory.DirectoryException if the directory cannot be read
     */
    Operation create(Actor actor, Directory directory, TenantSnapshot catalogue, Holdings holdings);

    /**
     * Returns the tenants under the library's care.
     *
     * @return the tenants, by id; unmodifiable
     */
    List<TenantId> tenants();

    /**
     * Returns the service for one tenant. The tenant is loaded when something is first asked of it.
     *
     * @param tenant the tenant
     * @return the service, always the same object
     * @throws IllegalArgumentException if the tenant is not under the library's care
     */
    TenantLicensing tenant(TenantId tenant);

    /**
     * Ends processing after the commits under way, and gives back all leases. What is left is gone on with by whoever
     * opens the store next. Closing twice is harmless; afterwards every other method throws {@link IllegalStateException}.
     */
    @Override
    void close();
}
