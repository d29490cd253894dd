package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory held in memory that changes when a test says so, and can tell what has changed. Safe for use by several
 * threads: each list of changes is one step to every reader, and a stream gives the moment at which it was asked for. Its
 * streams are in order of ids, the members of a group users first.
 *
 * @since 0.1
 */
public final class ChangingDirectory implements ChangeTrackingDirectory {
    private final List<TenantChange> history = new ArrayList<>();
    private DirectoryMoment now;
    private int life = 1;

    private ChangingDirectory(DirectoryMoment now) {
        this.now = now;
    }

    /**
     * Returns a directory with what a snapshot has; with the licences of its users and groups, too.
     *
     * @param snapshot the snapshot
     * @return a directory with its tenant, users, groups and members
     */
    public static ChangingDirectory of(TenantSnapshot snapshot) {
        return new ChangingDirectory(DirectoryMoment.of(snapshot));
    }

    /**
     * Makes changes, all of them or none.
     *
     * @param changes the changes, in order; whether somebody in a group is there counts after the last one
     * @throws IllegalArgumentException if one is not of the kinds that a directory may tell, another tenant is set, or
     *     somebody in a group is not there
     */
    public synchronized void apply(List<TenantChange> changes) {
        List<TenantChange> copy = List.copyOf(changes);
        now = now.with(copy);
        history.addAll(copy);
    }

    /** Forgets what has happened until now: no token that was given before is known any more. */
    public synchronized void expireTokens() {
        life++;
    }

    @Override
    public synchronized String token() {
        return token(history.size());
    }

    private String token(int position) {
        return life + "-" + position;
    }

    @Override
    public synchronized Optional<Delta> changesSince(String token) {
        for (int position = history.size(); position >= 0; position--) {
            if (token.equals(token(position))) {
                return Optional.of(new Delta(history.subList(position, history.size()), token()));
            }
        }
        return Optional.empty();
    }

    private synchronized DirectoryMoment now() {
        return now;
    }

    @Override
    public Tenant tenant() {
        return now().tenant();
    }

    @Override
    public Stream<User> users() {
        return now().users().entries().map(Map.Entry::getValue);
    }

    @Override
    public Stream<Group> groups() {
        return now().groups().entries().map(Map.Entry::getValue);
    }

    @Override
    public Stream<Membership> memberships() {
        return now().memberships();
    }

    @Override
    public Stream<Membership> memberships(GroupId group) {
        return now().memberships(group);
    }

    @Override
    public Optional<User> user(UserId id) {
        return Optional.ofNullable(now().users().get(id));
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return Optional.ofNullable(now().groups().get(id));
    }
}
