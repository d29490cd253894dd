package dev.perseat.licensing.service;

import dev.perseat.licensing.admin.Activity;
import dev.perseat.licensing.admin.Operation;
import dev.perseat.licensing.admin.Target;
import dev.perseat.licensing.assignment.GroupMember;
import dev.perseat.licensing.assignment.UserChange;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.UserId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of the log that has been taken, and what of its effect has not reached the store yet. The users to process are in
 * the order of their ids: the members of the group that the step is about, and everybody for whom it changes something. Up
 * to the position they have been dealt with; beyond it some may have been written already, together with another step.
 */
final class OpenStep {
    /** The operation as it was stored last. */
    Operation operation;

    /** The group that the step is about, or null. */
    final @Nullable GroupId group;

    /** The licences that the group had before, if the step changes those of a group. */
    final List<License> licensesBefore;

    /** The licences that the group has from the step on. */
    final List<License> licensesAfter;

    private final UserId[] users;
    private final @Nullable UserChange[] changes;
    private final BitSet failed = new BitSet();

    /** The users whose change is in the store, or has turned out to be nothing, or was postponed. */
    private final BitSet settled = new BitSet();

    private int position;
    private boolean cancelled;

    /** The number of the last step that has to be closed together with this one. */
    private long closesWith;

    OpenStep(
            Operation operation,
            @Nullable GroupId group,
            List<License> licensesBefore,
            List<License> licensesAfter,
            List<GroupMember> members,
            List<UserChange> effect) {
        this.operation = operation;
        this.group = group;
        this.licensesBefore = licensesBefore;
        this.licensesAfter = licensesAfter;
        UserId[] union = new UserId[members.size() + effect.size()];
        UserChange[] aligned = new UserChange[union.length];
        int size = 0;
        int member = 0;
        int change = 0;
        while (member < members.size() || change < effect.size()) {
            int order = member == members.size()
                    ? 1
                    : change == effect.size()
                            ? -1
                            : members.get(member)
                                    .userId()
                                    .compareTo(effect.get(change).userId());
            if (order <= 0) {
                failed.set(size, !members.get(member).errors().isEmpty());
                union[size] = members.get(member++).userId();
            }
            if (order >= 0) {
                aligned[size] = effect.get(change);
                union[size] = effect.get(change++).userId();
            }
            size++;
        }
        users = Arrays.copyOf(union, size);
        changes = Arrays.copyOf(aligned, size);
        beginAgain();
    }

    long version() {
        return operation.id().number();
    }

    /** Forgets what has been written and goes back to the position that the operation tells: what the store says counts. */
    void beginAgain() {
        position = (int) operation.progress().processed();
        settled.clear();
        closesWith = version();
    }

    long closesWith() {
        return closesWith;
    }

    /** Notes that this step and all up to another one have to be closed together. */
    void closeWith(long version) {
        closesWith = Math.max(closesWith, version);
    }

    /** Notes that a later step takes this one back. The log says so, whatever the operation was stored as meanwhile. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    int total() {
        return users.length;
    }

    int position() {
        return position;
    }

    int remaining() {
        return users.length - position;
    }

    boolean isDone() {
        return position == users.length;
    }

    UserId user(int place) {
        return users[place];
    }

    boolean hasFailed(int place) {
        return failed.get(place);
    }

    void setFailed(int place) {
        failed.set(place);
    }

    /** Returns the place of a user, or a negative number if the step does not process that user. */
    int placeOf(UserId user) {
        return Arrays.binarySearch(users, user);
    }

    /** Returns what has still to be written for a user, or null. */
    @Nullable
    UserChange pending(UserId user) {
        int place = placeOf(user);
        return place < 0 || settled.get(place) ? null : changes[place];
    }

    void settle(UserId user) {
        int place = placeOf(user);
        if (place >= 0) {
            settled.set(place);
        }
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    /** Returns whether the trail tells when its users begin and have ended to be processed. */
    boolean isAnnounced() {
        return !(operation.target() instanceof Target.OfUser)
                && (users.length > 0 || operation.target() instanceof Target.OfGroup);
    }

    /** Returns whether what is stored of its users is compared with what has been decided. */
    boolean verifies() {
        return operation.activity() == Activity.REPROCESS_GROUP || operation.activity() == Activity.REPROCESS_USER;
    }
}
