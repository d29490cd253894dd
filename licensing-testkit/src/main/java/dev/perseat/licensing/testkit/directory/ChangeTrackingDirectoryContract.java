package dev.perseat.licensing.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import dev.perseat.licensing.directory.ChangeTrackingDirectory.Delta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The rules D14 to D18 of {@link ChangeTrackingDirectory} as tests. A subclass says how a directory with a prescribed content
 * is made, how something happens in it, and how it comes to forget. The rules of {@link
 * dev.perseat.licensing.directory.Directory} are in {@link DirectoryContract}.
 *
 * <p>Nothing in it has licences. What happens: users and groups come, become different, go and come back, with and without
 * members, alone and several at once; and the tenant moves.
 *
 * @since 0.1
 */
public abstract class ChangeTrackingDirectoryContract {
    private static final int LONGEST_TOKEN = 4_000;

    private final TenantSnapshot content = DirectoryChanges.content();

    /** For subclasses. */
    protected ChangeTrackingDirectoryContract() {}

    /**
     * Makes a directory with a prescribed content.
     *
     * @param prescribed the tenant, users, groups and members that the directory must give
     * @return the directory
     * @throws Exception if it cannot be made, which fails the test
     */
    protected abstract ChangeTrackingDirectory directory(TenantSnapshot prescribed) throws Exception;

    /**
     * Makes something happen in a directory.
     *
     * @param directory a directory that this test made
     * @param changes what happens, in order, at once or one after the other
     * @throws Exception if it cannot happen, which fails the test
     */
    protected abstract void change(ChangeTrackingDirectory directory, List<TenantChange> changes) throws Exception;

    /**
     * Makes a directory forget what has happened until now.
     *
     * @param directory a directory that this test made
     * @throws Exception if it cannot, which fails the test
     */
    protected abstract void forget(ChangeTrackingDirectory directory) throws Exception;

    /**
     * D14: what is read after a token was given has everything that happened before.
     *
     * @throws Exception if the directory cannot be made or changed
     */
    @Test
    public void d14_whatIsReadAfterAToken_hasAllBefore() throws Exception {
        ChangeTrackingDirectory directory = directory(content);
        TenantSnapshot expected = content;
        for (List<TenantChange> changes : DirectoryChanges.all()) {
            change(directory, changes);
            expected = expected.with(changes);
            assertThat(directory.token()).hasSizeBetween(0, LONGEST_TOKEN);
            assertSame(read(directory), expected);
        }
    }

    /**
     * D14, D15: nothing is missed by whoever asks for a token, reads while something happens, and then asks what has
     * happened.
     *
     * @throws Exception if the directory cannot be made or changed, or a thread fails
     */
    @Test
    public void d14_whatHappensWhileItIsRead_isToldLater() throws Exception {
        ChangeTrackingDirectory directory = directory(content);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Void> changing = thread.submit(() -> {
                for (List<TenantChange> changes : DirectoryChanges.arrivals()) {
                    change(directory, changes);
                }
                return null;
            });
            String token = directory.token();
            TenantSnapshot read = DirectoryChanges.usersOf(directory);
            changing.get();
            Delta delta = directory.changesSince(token).orElseThrow();
            assertThat(read.with(delta.changes()).users())
                    .isEqualTo(DirectoryChanges.usersOf(directory).users());
        } finally {
            thread.shutdownNow();
        }
    }

    /**
     * D15: what is told leads from the moment of any token to now.
     *
     * @throws Exception if the directory cannot be made or changed
     */
    @Test
    public void d15_changes_leadFromAnyTokenToNow() throws Exception {
        ChangeTrackingDirectory directory = directory(content);
        Map<String, TenantSnapshot> moments = new LinkedHashMap<>();
        TenantSnapshot now = content;
        moments.put(directory.token(), now);
        for (List<TenantChange> changes : DirectoryChanges.all()) {
            change(directory, changes);
            now = now.with(changes);
            moments.put(directory.token(), now);
            for (Map.Entry<String, TenantSnapshot> moment : moments.entrySet()) {
                Delta delta = directory.changesSince(moment.getKey()).orElseThrow();
                assertSame(moment.getValue().with(delta.changes()), now);
            }
        }
    }

    /**
     * D15: nothing is missed by whoever goes from each token to the next.
     *
     * @throws Exception if the directory cannot be made or changed
     */
    @Test
    public void d15_nextTokens_leadToNow() throws Exception {
        ChangeTrackingDirectory directory = directory(content);
        String token = directory.token();
        TenantSnapshot followed = content;
        TenantSnapshot now = content;
        for (List<TenantChange> changes : DirectoryChanges.all()) {
            change(directory, changes);
            now = now.with(changes);
            Delta delta = directory.changesSince(token).orElseThrow();
            followed = followed.with(delta.changes());
            token = delta.next();
            assertThat(token).hasSizeBetween(0, LONGEST_TOKEN);
            assertSame(followed, now);
        }
    }

    /**
     * D15: where nothing has happened, nothing is told that would make a difference.
     *
     * @throws Exception if the directory cannot be made
     */
    @Test
    public void d15_nothingHappened_nothingDiffers() throws Exception {
        ChangeTrackingDirectory directory = directory(content);
        Delta delta = directory.changesSince(directory.token()).orElseThrow();
        assertSame(content.with(delta.changes()), content);
        Delta again = directory.changesSince(delta.next()).orElseThrow();
        assertSame(content.with(again.changes()), content);
    }

    /**
     * D16: a token is accepted again, also after the next one was.
     *
     * @throws Exception if the directory cannot be made or changed
     */
    @Test
    public void d16_token_isAcceptedAgain() throws Exception {
        ChangeTrackingDirectory directory = directory(content);
        String token = directory.token();
        List<TenantChange> changes = DirectoryChanges.all().get(0);
        change(directory, changes);
        for (int i = 0; i < 3; i++) {
            Delta delta = directory.changesSince(token).orElseThrow();
            assertSame(content.with(delta.changes()), content.with(changes));
            assertThat(directory.changesSince(delta.next())).isPresent();
        }
    }

    /**
     * D17: a token that is not known any more gives nothing; a new one is known.
     *
     * @throws Exception if the directory cannot be made, changed, or made to forget
     */
    @Test
    public void d17_forgottenToken_givesNothing() throws Exception {
        ChangeTrackingDirectory directory = directory(content);
        String first = directory.token();
        change(directory, DirectoryChanges.all().get(0));
        String second = directory.token();
        forget(directory);
        assertThat(directory.changesSince(first)).isEmpty();
        assertThat(directory.changesSince(second)).isEmpty();
        assertThat(directory.changesSince(directory.token())).isPresent();
    }

    /**
     * D18: only changes of users, groups, members and the tenant are told.
     *
     * @throws Exception if the directory cannot be made or changed
     */
    @Test
    public void d18_onlyChangesOfADirectory_areTold() throws Exception {
        ChangeTrackingDirectory directory = directory(content);
        String token = directory.token();
        for (List<TenantChange> changes : DirectoryChanges.all()) {
            change(directory, changes);
        }
        Delta delta = directory.changesSince(token).orElseThrow();
        assertThat(delta.changes()).isNotEmpty().allMatch(DirectoryChanges::isOfADirectory);
    }

    private static TenantSnapshot read(ChangeTrackingDirectory directory) {
        return TenantSnapshot.builder(directory.tenant()).addAll(directory).build();
    }

    private static void assertSame(TenantSnapshot snapshot, TenantSnapshot expected) {
        assertThat(snapshot.tenant()).isEqualTo(expected.tenant());
        assertThat(snapshot.users()).isEqualTo(expected.users());
        assertThat(snapshot.groups()).isEqualTo(expected.groups());
        assertThat(DirectoryContent.memberships(snapshot)).isEqualTo(DirectoryContent.memberships(expected));
    }
}
