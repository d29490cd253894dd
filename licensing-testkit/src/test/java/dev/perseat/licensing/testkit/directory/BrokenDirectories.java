package dev.perseat.licensing.testkit.directory;

import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Directories that each break one rule of {@link Directory}, by a name that begins with the rule. */
final class BrokenDirectories {
    private BrokenDirectories() {}

    /** D9 is not among them: that a stream holds only a page cannot be seen from outside. */
    static Map<String, UnaryOperator<Directory>> all() {
        Map<String, UnaryOperator<Directory>> all = new TreeMap<>();
        all.put("d01 another tenant at each call", AnotherTenant::new);
        all.put("d02 a user given twice", RepeatedUser::new);
        all.put("d02 a user left out", MissingUser::new);
        all.put("d03 a group given twice", RepeatedGroup::new);
        all.put("d04 a membership left out", MissingMembership::new);
        all.put("d04 indirect members given as direct ones", FlattenedGroups::new);
        all.put("d05 a member that is no user", DanglingMember::new);
        all.put("d06 no members of a single group", NoMembersOfOne::new);
        all.put("d06 all members for an unknown group", AllMembersOfUnknown::new);
        all.put("d07 a single user with less than the stream gives", PaleSingleUser::new);
        all.put("d07 ids compared without case", CaseBlind::new);
        all.put("d08 one iterator for all streams", SharedIterator::new);
        all.put("d10 a stream that cannot be closed twice", CloseOnce::new);
        all.put("d10 streams that run out unless read to the end", FewHandles::new);
        all.put("d11 bound to its first thread", OneThread::new);
        all.put("d12 null for an unknown user", NullUser::new);
        all.put("d13 a group less at each call", Fading::new);
        return all;
    }

    private static final class AnotherTenant extends DelegatingDirectory {
        private final AtomicInteger calls = new AtomicInteger();

        AnotherTenant(Directory right) {
            super(right);
        }

        @Override
        public Tenant tenant() {
            Tenant tenant = right.tenant();
            String id = calls.getAndIncrement() == 0 ? tenant.id().value() : "another";
            return new Tenant(TenantId.of(id), tenant.displayName(), tenant.usageLocation());
        }
    }

    private static final class RepeatedUser extends DelegatingDirectory {
        RepeatedUser(Directory right) {
            super(right);
        }

        @Override
        public Stream<User> users() {
            return Stream.concat(right.users(), right.users().limit(1));
        }
    }

    private static final class MissingUser extends DelegatingDirectory {
        MissingUser(Directory right) {
            super(right);
        }

        @Override
        public Stream<User> users() {
            return right.users().skip(1);
        }
    }

    private static final class RepeatedGroup extends DelegatingDirectory {
        RepeatedGroup(Directory right) {
            super(right);
        }

        @Override
        public Stream<Group> groups() {
            return Stream.concat(right.groups(), right.groups().limit(1));
        }
    }

    private static final class MissingMembership extends DelegatingDirectory {
        MissingMembership(Directory right) {
            super(right);
        }

        @Override
        public Stream<Membership> memberships() {
            return right.memberships().skip(1);
        }
    }

    private static final class FlattenedGroups extends DelegatingDirectory {
        FlattenedGroups(Directory right) {
            super(right);
        }

        @Override
        public Stream<Membership> memberships() {
            return right.memberships().flatMap(this::withMembersOfMember);
        }

        private Stream<Membership> withMembersOfMember(Membership membership) {
            if (membership instanceof Membership.OfGroup group) {
                return Stream.concat(
                        Stream.of(membership),
                        right.memberships(group.member())
                                .filter(Membership.OfUser.class::isInstance)
                                .map(it -> Membership.of(group.groupId(), ((Membership.OfUser) it).member())));
            }
            return Stream.of(membership);
        }
    }

    private static final class DanglingMember extends DelegatingDirectory {
        DanglingMember(Directory right) {
            super(right);
        }

        @Override
        public Stream<Membership> memberships() {
            return Stream.concat(
                    right.memberships(), Stream.of(Membership.of(GroupId.of("everybody"), UserId.of("device"))));
        }
    }

    private static final class NoMembersOfOne extends DelegatingDirectory {
        NoMembersOfOne(Directory right) {
            super(right);
        }

        @Override
        public Stream<Membership> memberships(GroupId group) {
            return Stream.empty();
        }
    }

    private static final class AllMembersOfUnknown extends DelegatingDirectory {
        AllMembersOfUnknown(Directory right) {
            super(right);
        }

        @Override
        public Stream<Membership> memberships(GroupId group) {
            return right.group(group).isPresent() ? right.memberships(group) : right.memberships();
        }
    }

    private static final class PaleSingleUser extends DelegatingDirectory {
        PaleSingleUser(Directory right) {
            super(right);
        }

        @Override
        public Optional<User> user(UserId id) {
            return right.user(id).map(user -> User.builder(user.id()).build());
        }
    }

    private static final class CaseBlind extends DelegatingDirectory {
        CaseBlind(Directory right) {
            super(right);
        }

        @Override
        public Optional<User> user(UserId id) {
            return right.user(id).or(() -> right.user(UserId.of(id.value().toLowerCase(Locale.ROOT))));
        }
    }

    private static final class SharedIterator extends DelegatingDirectory {
        private Iterator<User> users;

        SharedIterator(Directory right) {
            super(right);
            users = right.users().iterator();
        }

        @Override
        public synchronized Stream<User> users() {
            if (!users.hasNext()) {
                users = right.users().iterator();
            }
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(users, 0), false);
        }
    }

    private static final class CloseOnce extends DelegatingDirectory {
        CloseOnce(Directory right) {
            super(right);
        }

        /** A stream of the JDK runs its handlers only once, so this one is a stand-in. */
        @Override
        public Stream<Group> groups() {
            return CloseOnceStream.of(right.groups());
        }
    }

    private static final class FewHandles extends DelegatingDirectory {
        private static final int HANDLES = 100;

        private final AtomicInteger open = new AtomicInteger();

        FewHandles(Directory right) {
            super(right);
        }

        @Override
        public Stream<User> users() {
            if (open.incrementAndGet() > HANDLES) {
                throw new IllegalStateException("more than " + HANDLES + " streams are open");
            }
            // The handle is given back at the end of the content, but not when the stream is closed before.
            return Stream.concat(
                    right.users(),
                    Stream.of(0).peek(any -> open.decrementAndGet()).flatMap(any -> Stream.empty()));
        }
    }

    private static final class OneThread extends DelegatingDirectory {
        private final Thread owner = Thread.currentThread();

        OneThread(Directory right) {
            super(right);
        }

        @Override
        public Stream<User> users() {
            if (!Thread.currentThread().equals(owner)) {
                throw new IllegalStateException("called by another thread");
            }
            return right.users();
        }
    }

    private static final class NullUser extends DelegatingDirectory {
        NullUser(Directory right) {
            super(right);
        }

        @Override
        @SuppressWarnings("NullOptional")
        public Optional<User> user(UserId id) {
            Optional<User> user = right.user(id);
            return user.isPresent() ? user : null;
        }
    }

    private static final class Fading extends DelegatingDirectory {
        private final AtomicInteger calls = new AtomicInteger();

        Fading(Directory right) {
            super(right);
        }

        @Override
        public Stream<Group> groups() {
            return right.groups().skip(calls.getAndIncrement());
        }
    }
}
