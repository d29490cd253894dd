package dev.perseat.licensing.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import dev.perseat.licensing.directory.DirectoryException;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules D1 to D13 of {@link Directory} as tests. A subclass says how a directory with a prescribed content is made,
 * and how one that cannot be read to its end.
 *
 * <p>The content has names, sign-in names, locations, disabled accounts, addresses, direct licences, groups of every
 * kind with and without licences and rules, nested groups and a cycle of them, and ids with unusual characters; it has no
 * further attributes of users, since each directory has its own.
 *
 * @since 0.1
 */
public abstract class DirectoryContract {
    private static final int THREADS = 8;
    private static final int GIVEN_UP = 2_000;

    private final TenantSnapshot content = DirectoryContent.tenant();

    /** For subclasses. */
    protected DirectoryContract() {}

    /**
     * Makes a directory with a prescribed content.
     *
     * @param prescribed the tenant, users, groups with their licences, and members that the directory must give
     * @return the directory
     * @throws Exception if it cannot be made, which fails the test
     */
    protected abstract Directory directory(TenantSnapshot prescribed) throws Exception;

    /**
     * Makes a directory with a prescribed content that breaks down before some of it is read: a file that ends in the
     * middle, a server that fails at the second page.
     *
     * @param prescribed what the directory would give if it could be read
     * @return the directory
     * @throws Exception if it cannot be made, which fails the test
     */
    protected abstract Directory unreadable(TenantSnapshot prescribed) throws Exception;

    /**
     * D1: always the same tenant.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d01_tenant_isAlwaysTheSame() throws Exception {
        Directory directory = directory(content);
        assertThat(directory.tenant()).isEqualTo(content.tenant());
        assertThat(directory.tenant()).isEqualTo(content.tenant());
    }

    /**
     * D2: every user exactly once.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d02_users_givesEachExactlyOnce() throws Exception {
        assertThat(all(directory(content)::users)).containsExactlyInAnyOrderElementsOf(content.users());
    }

    /**
     * D3: every group exactly once.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d03_groups_givesEachExactlyOnce() throws Exception {
        assertThat(all(directory(content)::groups)).containsExactlyInAnyOrderElementsOf(content.groups());
    }

    /**
     * D4: every direct membership, and no other.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d04_memberships_givesDirectOnesOnly() throws Exception {
        assertThat(all(directory(content)::memberships)).hasSameElementsAs(DirectoryContent.memberships(content));
    }

    /**
     * D5: nothing that a membership names is missing.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d05_memberships_nameUsersAndGroupsThatAreGiven() throws Exception {
        Directory directory = directory(content);
        List<UserId> users = all(directory::users).stream().map(User::id).toList();
        List<GroupId> groups = all(directory::groups).stream().map(Group::id).toList();
        for (Membership membership : all(directory::memberships)) {
            assertThat(groups).contains(membership.groupId());
            if (membership instanceof Membership.OfUser user) {
                assertThat(users).contains(user.member());
            } else if (membership instanceof Membership.OfGroup group) {
                assertThat(groups).contains(group.member());
            }
        }
    }

    /**
     * D6: the members of one group are those among all memberships.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d06_membershipsOfOneGroup_agreeWithAll() throws Exception {
        Directory directory = directory(content);
        List<Membership> whole = all(directory::memberships);
        for (Group group : content.groups()) {
            assertThat(all(() -> directory.memberships(group.id())))
                    .hasSameElementsAs(whole.stream()
                            .filter(membership -> membership.groupId().equals(group.id()))
                            .toList());
        }
    }

    /**
     * D6: a group that does not exist has no members.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d06_membershipsOfUnknownGroup_areNone() throws Exception {
        Directory directory = directory(content);
        for (String id : DirectoryContent.unknownIds()) {
            assertThat(all(() -> directory.memberships(GroupId.of(id)))).isEmpty();
        }
    }

    /**
     * D7: a single user or group is what the streams give.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d07_single_agreesWithStreams() throws Exception {
        Directory directory = directory(content);
        for (User user : all(directory::users)) {
            assertThat(directory.user(user.id())).contains(user);
        }
        for (Group group : all(directory::groups)) {
            assertThat(directory.group(group.id())).contains(group);
        }
    }

    /**
     * D7: an id that does not exist gives nothing; a user's id is no group's.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d07_single_unknownIsEmpty() throws Exception {
        Directory directory = directory(content);
        for (String id : DirectoryContent.unknownIds()) {
            assertThat(directory.user(UserId.of(id))).isEmpty();
            assertThat(directory.group(GroupId.of(id))).isEmpty();
        }
    }

    /**
     * D8: two streams of one method, read in turns, both give everything.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d08_streams_beginAnewAndDoNotDisturbEachOther() throws Exception {
        Directory directory = directory(content);
        GroupId group = DirectoryContent.largestGroup();
        readInTurns(directory::users);
        readInTurns(directory::groups);
        readInTurns(directory::memberships);
        readInTurns(() -> directory.memberships(group));
    }

    private static <T> void readInTurns(Supplier<Stream<T>> streams) {
        List<T> expected = all(streams);
        List<T> first = new ArrayList<>();
        List<T> second = new ArrayList<>();
        try (Stream<T> one = streams.get();
                Stream<T> other = streams.get()) {
            Iterator<T> ones = one.iterator();
            Iterator<T> others = other.iterator();
            while (ones.hasNext() || others.hasNext()) {
                take(ones, first);
                take(others, second);
            }
        }
        assertThat(first).hasSameElementsAs(expected);
        assertThat(second).hasSameElementsAs(expected);
    }

    private static <T> void take(Iterator<T> from, List<T> to) {
        if (from.hasNext()) {
            to.add(from.next());
        }
    }

    /**
     * D9: a stream can be read in part. (That it holds only some page at a time cannot be seen from here.)
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d09_streams_canBeReadInPart() throws Exception {
        Directory directory = directory(content);
        try (Stream<User> users = directory.users();
                Stream<Membership> memberships = directory.memberships()) {
            assertThat(users.limit(1)).hasSize(1);
            assertThat(memberships.limit(2)).hasSize(2);
        }
    }

    /**
     * D10: closing is harmless before, during and after reading, and twice; streams given up hold nothing that would run
     * out.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d10_close_isHarmlessAndReleases() throws Exception {
        Directory directory = directory(content);
        for (Supplier<? extends Stream<?>> streams : streams(directory)) {
            assertThatCode(() -> closeTwice(streams)).doesNotThrowAnyException();
            for (int i = 0; i < GIVEN_UP; i++) {
                giveUp(streams.get());
            }
            assertThat(all(streams)).isNotEmpty();
        }
    }

    private static void closeTwice(Supplier<? extends Stream<?>> streams) {
        Stream<?> unread = streams.get();
        unread.close();
        unread.close();
        Stream<?> read = streams.get();
        assertThat(read.count()).isPositive();
        read.close();
        read.close();
    }

    private static void giveUp(Stream<?> stream) {
        try (stream) {
            assertThat(stream.iterator().hasNext()).isTrue();
        }
    }

    /**
     * D11: several threads at once all see the same.
     *
     * @throws Exception if the directory cannot be made, or a thread fails
     */
    @Test
    public void d11_threads_allSeeTheSame() throws Exception {
        Directory directory = directory(content);
        CountDownLatch ready = new CountDownLatch(THREADS);
        Callable<Void> reader = () -> {
            ready.countDown();
            ready.await();
            readAll(directory);
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Void>> readers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                readers.add(threads.submit(reader));
            }
            for (Future<Void> each : readers) {
                get(each);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void get(Future<Void> reader) throws InterruptedException {
        try {
            reader.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a thread among several fails: " + e.getCause(), e.getCause());
        }
    }

    private void readAll(Directory directory) {
        assertThat(directory.tenant()).isEqualTo(content.tenant());
        assertThat(all(directory::users)).containsExactlyInAnyOrderElementsOf(content.users());
        assertThat(all(directory::groups)).containsExactlyInAnyOrderElementsOf(content.groups());
        assertThat(all(directory::memberships)).hasSameElementsAs(DirectoryContent.memberships(content));
        content.users().forEach(user -> assertThat(directory.user(user.id())).contains(user));
    }

    /**
     * D12: nothing is null.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d12_nothing_isNull() throws Exception {
        Directory directory = directory(content);
        assertThat(directory.tenant()).isNotNull();
        for (Supplier<? extends Stream<?>> streams : streams(directory)) {
            assertThat(all(streams)).doesNotContainNull();
        }
        for (String id : DirectoryContent.unknownIds()) {
            assertThat(directory.user(UserId.of(id))).isNotNull();
            assertThat(directory.group(GroupId.of(id))).isNotNull();
            assertThat(directory.memberships(GroupId.of(id))).isNotNull();
        }
    }

    /**
     * D12: what cannot be read is not left out in silence: each stream is complete, or ends in a {@link
     * DirectoryException}; and one of them does.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d12_unreadable_isNeverTakenForComplete() throws Exception {
        Directory directory = unreadable(content);
        boolean users = isComplete(directory::users, content.users());
        boolean groups = isComplete(directory::groups, content.groups());
        boolean memberships = isComplete(directory::memberships, DirectoryContent.memberships(content));
        assertThat(users && groups && memberships)
                .as("the directory that should be unreadable can be read to its end")
                .isFalse();
    }

    private static <T> boolean isComplete(Supplier<Stream<T>> streams, List<T> expected) {
        List<T> read;
        try {
            read = all(streams);
        } catch (DirectoryException e) {
            return false;
        }
        assertThat(read).as("a stream that ended as if it were complete").hasSameElementsAs(expected);
        return true;
    }

    /**
     * D13: the same call gives the same content.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d13_content_staysTheSame() throws Exception {
        Directory directory = directory(content);
        for (Function<Directory, List<?>> call : DirectoryContent.calls()) {
            List<?> first = call.apply(directory);
            for (int i = 0; i < 3; i++) {
                assertThat(new ArrayList<Object>(call.apply(directory))).hasSameElementsAs(first);
            }
        }
    }

    private static List<Supplier<? extends Stream<?>>> streams(Directory directory) {
        GroupId group = DirectoryContent.largestGroup();
        return List.of(directory::users, directory::groups, directory::memberships, () -> directory.memberships(group));
    }

    private static <T> List<T> all(Supplier<? extends Stream<? extends T>> streams) {
        try (Stream<? extends T> stream = streams.get()) {
            List<T> all = new ArrayList<>();
            stream.forEachOrdered(all::add);
            return all;
        }
    }
}
