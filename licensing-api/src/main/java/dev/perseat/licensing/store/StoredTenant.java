package dev.perseat.licensing.store;

import dev.perseat.licensing.admin.AuditRecord;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tenant as it is stored, read at one moment: whatever is committed while it is read is not seen. Used by one thread, and
 * closed by the caller, who also closes the streams; at most one stream is open at a time. Every method that reads throws
 * {@link LicenseStoreException} with the reason {@link LicenseStoreException.Reason#UNAVAILABLE} if it cannot.
 *
 * <p>The tenant itself ({@link #tenant()} to {@link #memberships()}) is that after the last closed step; the later steps
 * come beside it. The holdings are those of this moment: of the open steps, they already have what {@link #applied()} tells.
 *
 * @since 0.1
 */
public interface StoredTenant extends AutoCloseable {
    /**
     * Returns how far the log goes.
     *
     * @return the head
     */
    Head head();

    /**
     * Returns the tenant after the last closed step.
     *
     * @return the tenant
     */
    Tenant tenant();

    /**
     * Returns the policy after the last closed step.
     *
     * @return the policy
     */
    LicensingPolicy policy();

    /**
     * Returns the service plans after the last closed step.
     *
     * @return the plans, by id
     */
    List<ServicePlan> servicePlans();

    /**
     * Returns the SKUs after the last closed step.
     *
     * @return the SKUs, by id
     */
    List<Sku> skus();

    /**
     * Returns the subscriptions after the last closed step.
     *
     * @return the subscriptions, by SKU
     */
    List<Subscription> subscriptions();

    /**
     * Tells the groups after the last closed step, with their licences.
     *
     * @return the groups, by id
     */
    Stream<Group> groups();

    /**
     * Tells the users after the last closed step, with their direct licences.
     *
     * @return the users, by id
     */
    Stream<User> users();

    /**
     * Tells the direct memberships after the last closed step.
     *
     * @return the memberships, each once, in any order
     */
    Stream<Membership> memberships();

    /**
     * Tells what users hold at this moment.
     *
     * @return the users who hold something, by id
     */
    Stream<Holding> holdings();

    /**
     * Returns the steps after the last closed one.
     *
     * @return the steps, by number; unmodifiable
     */
    List<Step> openSteps();

    /**
     * Tells which changes of what users hold have been applied already, of the open steps. What users held at the import
     * is not among them: the effect of the import begins from it.
     *
     * @return the entries with changes of which the cause is an open step, by sequence; without those of {@link
     *     dev.perseat.licensing.admin.Activity#IMPORT_TENANT}
     */
    Stream<AuditRecord> applied();

    /**
     * Returns the changes that were postponed, of any step.
     *
     * @return the changes, by operation and user; unmodifiable
     */
    List<PostponedChange> postponed();

    /** Ends the reading. Closing twice is harmless. */
    @Override
    void close();

    /**
     * What one user holds.
     *
     * @param userId the user
     * @param licenses the licences, by source and SKU; never empty, unmodifiable
     * @since 0.1
     */
    record Holding(UserId userId, List<HeldLicense> licenses) {
        /**
         * Copies the licences.
         *
         * @param userId the user
         * @param licenses the licences, by source and SKU
         */
        public Holding {
            licenses = List.copyOf(licenses);
        }
    }
}
