package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.DirectoryException;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A directory that breaks down while it is being read: to test what becomes of a caller then. As safe for use by several
 * threads as the directory behind it.
 *
 * @since 0.1
 */
public final class FailingDirectory implements Directory {
    private final Directory delegate;
    private final int readable;

    private FailingDirectory(Directory delegate, int readable) {
        this.delegate = delegate;
        this.readable = readable;
    }

    /**
     * Returns a directory whose every stream breaks down after some elements.
     *
     * @param readable how many elements can be read from each stream; one with fewer does not break down
     * @param directory the directory to read from
     * @return the directory, which gives single users and groups as before
     */
    public static FailingDirectory after(int readable, Directory directory) {
        return new FailingDirectory(directory, readable);
    }

    @Override
    public Tenant tenant() {
        return delegate.tenant();
    }

    @Override
    public Stream<User> users() {
        return breaking("users", delegate.users());
    }

    @Override
    public Stream<Group> groups() {
        return breaking("groups", delegate.groups());
    }

    @Override
    public Stream<Membership> memberships() {
        return breaking("memberships", delegate.memberships());
    }

    @Override
    public Stream<Membership> memberships(GroupId group) {
        return breaking("memberships of group '" + group + "'", delegate.memberships(group));
    }

    @Override
    public Optional<User> user(UserId id) {
        return delegate.user(id);
    }

    @Override
    public Optional<Group> group(GroupId id) {
        return delegate.group(id);
    }

    private <T> Stream<T> breaking(String what, Stream<T> stream) {
        AtomicInteger read = new AtomicInteger();
        return stream.peek(any -> {
            if (read.getAndIncrement() == readable) {
                throw new DirectoryException("cannot read the " + what + " after the first " + readable);
            }
        });
    }
}
