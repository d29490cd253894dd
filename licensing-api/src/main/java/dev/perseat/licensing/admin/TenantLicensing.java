package dev.perseat.licensing.admin;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The licensing service for one tenant. Safe for use by several threads.
 *
 * <p>Every method that names an {@link Actor} throws {@link AccessDeniedException} if the {@link AccessPolicy} does not permit
 * it: {@link Permission#READ} for questions and previews, {@link LicenseCommand#permission()} for commands. Questions about a
 * SKU, group, user or operation that is not there throw {@link IllegalArgumentException}. If the store cannot be reached,
 * after some attempts, every method throws {@link dev.perseat.licensing.store.LicenseStoreException}. Lists are unmodifiable.
 *
 * <p>What is told of states, seats and errors is what has been <em>decided</em>: it follows from all commands that were
 * accepted. The store follows in the background; {@link UserLicenses#pending()}, {@link GroupStatus} and {@link Operation}
 * tell how far it has come.
 *
 * @since 0.1
 */
public interface TenantLicensing {
    /**
     * Returns the tenant.
     *
     * @return the id
     */
    TenantId id();

    /**
     * Has a command done. It is stored at once, and never lost from then on; its effect on users is applied in the
     * background.
     *
     * @param actor who wants it
     * @param command what is wanted
     * @return the operation; its effect may not have begun
     * @throws CommandRefusedException if it cannot be done; it names every reason
     */
    Operation submit(Actor actor, LicenseCommand command);

    /**
     * Has a command done once: a request that was submitted before, under the same id, is not done again.
     *
     * @param actor who wants it
     * @param command what is wanted
     * @param requestId the id of the request; for who does not know whether an earlier
     *     attempt got through
     * @return the operation, that of the earlier attempt if it got through
     * @throws CommandRefusedException if it cannot be done; it names every reason
     */
    Operation submit(Actor actor, LicenseCommand command, RequestId requestId);

    /**
     * Tells what a command would do now, and does nothing.
     *
     * @param actor who asks
     * @param command what would be wanted
     * @return what would happen if it were submitted next
     * @throws CommandRefusedException if it would be refused; it names every reason
     */
    Preview preview(Actor actor, LicenseCommand command);

    /**
     * Fetches from the directory what has changed there, and submits it as one command. Where the directory does not track
     * changes, or does not know any more what changed since, it is read as a whole and compared.
     *
     * @param actor who wants it
     * @return the operation, or empty if nothing has changed
     * @throws dev.perseat.licensing.directory.DirectoryException if the directory cannot be read; nothing is stored
     * @throws IllegalStateException if this tenant has no directory
     */
    Optional<Operation> synchronize(Actor actor);

    /**
     * Waits until an operation has ended, here or elsewhere.
     *
     * @param operation the operation
     * @param atMost how long to wait
     * @return the operation as it is then: ended, unless the time was up
     * @throws InterruptedException if the thread is interrupted
     */
    Operation await(OperationId operation, Duration atMost) throws InterruptedException;

    /**
     * Returns all products of the organisation, and how they are used.
     *
     * @param actor who asks
     * @return the products, by SKU
     */
    List<LicenseOverview> licenses(Actor actor);

    /**
     * Returns one product with the groups that have it.
     *
     * @param actor who asks
     * @param sku the SKU
     * @return the product
     */
    LicenseDetail license(Actor actor, SkuId sku);

    /**
     * Returns the users who hold a SKU, and where from.
     *
     * @param actor who asks
     * @param sku the SKU
     * @param page which part
     * @return the users, by id
     */
    Page<LicensedUser> users(Actor actor, SkuId sku, PageRequest page);

    /**
     * Finds groups by a piece of their name or by their whole id.
     *
     * @param actor who asks
     * @param piece what is in the name, compared without case; an empty text finds all
     * @param page which part
     * @return the groups with their licences, by id
     */
    Page<Group> groups(Actor actor, String piece, PageRequest page);

    /**
     * Returns how far the licences of a group have come.
     *
     * @param actor who asks
     * @param group the group
     * @return the status
     */
    GroupStatus status(Actor actor, GroupId group);

    /**
     * Returns the licences of a user, with reasons.
     *
     * @param actor who asks
     * @param user the user
     * @return the licences
     */
    UserLicenses user(Actor actor, UserId user);

    /**
     * Returns the members of a group whose licences from it have errors.
     *
     * @param actor who asks
     * @param group the group
     * @param page which part
     * @return the members, by id
     */
    Page<MemberErrors> errors(Actor actor, GroupId group, PageRequest page);

    /**
     * Returns direct licences that users do not need, because groups give at least the same plans.
     *
     * @param actor who asks
     * @param page which part
     * @return the licences, by user and SKU; a page never ends within a user, so it may be a little longer than asked for
     */
    Page<RedundantLicense> redundantLicenses(Actor actor, PageRequest page);

    /**
     * Returns operations, the newest first.
     *
     * @param actor who asks
     * @param page which part
     * @return the operations as they are now
     */
    Page<Operation> operations(Actor actor, PageRequest page);

    /**
     * Returns an operation.
     *
     * @param actor who asks
     * @param operation the operation
     * @return the operation as it is now
     */
    Operation operation(Actor actor, OperationId operation);

    /**
     * Returns entries of the audit trail, the oldest first.
     *
     * @param actor who asks
     * @param query which ones
     * @param page which part
     * @return the entries
     */
    Page<AuditRecord> audit(Actor actor, AuditQuery query, PageRequest page);

    /**
     * Returns what users held at some moment, by replaying the audit trail; costs as much as the trail is long.
     *
     * @param actor who asks
     * @param at the moment; what was stored at this very time counts
     * @return what users held
     */
    Holdings holdingsAt(Actor actor, Instant at);

    /**
     * Returns what one user held at some moment.
     *
     * @param actor who asks
     * @param user the user, who need not exist any more
     * @param at the moment; what was stored at this very time counts
     * @return the licences, by source and SKU
     */
    List<HeldLicense> holdingsAt(Actor actor, UserId user, Instant at);
}
