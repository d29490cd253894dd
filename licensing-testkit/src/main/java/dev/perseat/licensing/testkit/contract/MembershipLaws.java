package dev.perseat.licensing.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Memberships;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.generate.CalculationCase;
import dev.perseat.licensing.testkit.generate.TenantGenerator;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * The laws of {@link Memberships} that hold for every compiled tenant, on generated tenants. A test of a calculator is a
 * subclass that says which. Those of a live calculation are held to the same by {@link LiveCalculationLaws}.
 *
 * <p>The system properties are those of {@link CalculatorLaws}.
 *
 * @since 0.1
 */
public abstract class MembershipLaws {
    private final AssignmentCalculator reference = new ReferenceCalculator();

    /** For subclasses. */
    protected MembershipLaws() {}

    /**
     * Returns the calculator whose compiled tenants are to be tested.
     *
     * @return the calculator; asked for several times
     */
    protected abstract AssignmentCalculator calculator();

    /** Section 3: who is in which group is what the reference says, whichever way round it is asked. */
    @Test
    public void memberships_generatedTenant_sameAsTheReference() {
        forEachTenant(1, snapshot -> assertSame(compiled(snapshot), reference.compile(snapshot)));
    }

    /** "By index in the snapshot": the same answers as by id. */
    @Test
    public void indexes_generatedTenant_sameAsByIds() {
        forEachTenant(1, snapshot -> {
            CompiledTenant tenant = compiled(snapshot);
            groups(snapshot).forEach(group -> {
                GroupId id = snapshot.groups().get(group).id();
                assertThat(Arrays.stream(tenant.memberIndexes(group)).mapToObj(snapshot::userId))
                        .as("members of group '%s' by index", id)
                        .isEqualTo(tenant.memberIds(id));
                assertThat(tenant.memberCount(group))
                        .as("number of members of group '%s' by index", id)
                        .isEqualTo(tenant.memberCount(id));
            });
            users(snapshot).forEach(user -> {
                UserId id = snapshot.userId(user);
                List<GroupId> groups = tenant.groupsOf(id);
                assertThat(Arrays.stream(tenant.groupIndexes(user))
                                .mapToObj(group -> snapshot.groups().get(group).id()))
                        .as("groups of user '%s' by index", id)
                        .isEqualTo(groups);
                groups(snapshot)
                        .forEach(group -> assertThat(tenant.isMember(user, group))
                                .as("membership of user '%s' by index in group %s", id, group)
                                .isEqualTo(groups.contains(
                                        snapshot.groups().get(group).id())));
            });
        });
    }

    /** Who is a member of a group is who is given its licences, and whom its summary counts. */
    @Test
    public void memberships_ofLicensedGroups_areThoseOfTheResult() {
        forEachCase(4, given -> {
            TenantSnapshot snapshot = given.snapshot();
            CompiledTenant tenant = compiled(snapshot);
            AssignmentResult result = tenant.calculate(given.holdings());
            result.groups()
                    .forEach(summary -> assertThat(tenant.memberCount(summary.groupId()))
                            .as("number of members of group '%s', in its summary", summary.groupId())
                            .isEqualTo((int) summary.members()));
            users(snapshot)
                    .mapToObj(snapshot::userId)
                    .forEach(user -> assertThat(tenant.groupsOf(user).stream()
                                    .filter(group ->
                                            !snapshot.group(group).licenses().isEmpty()))
                            .as("groups of user '%s' that have licences", user)
                            .isEqualTo(result.licensedGroups(user)));
        });
    }

    /** A compiled tenant is "safe for use by several threads", and "questions keep nothing". */
    @Test
    public void memberships_askedBySeveralThreads_sameAsTheReference() {
        forEachTenant(16, snapshot -> {
            CompiledTenant tenant = compiled(snapshot);
            CompiledTenant expected = reference.compile(snapshot);
            IntStream.range(0, 4).parallel().forEach(any -> assertSame(tenant, expected));
        });
    }

    /** "A new array", and lists that are "not changed by anything later": answers belong to who asked. */
    @Test
    public void answers_writtenTo_nextAnswersAreTheSame() {
        forEachTenant(4, snapshot -> {
            CompiledTenant tenant = compiled(snapshot);
            groups(snapshot).forEach(group -> {
                List<UserId> list =
                        tenant.memberIds(snapshot.groups().get(group).id());
                List<UserId> before = List.copyOf(list);
                Arrays.fill(tenant.memberIndexes(group), 0);
                assertUnmodifiable("members", list);
                assertThat(list).as("members, after an array was written to").isEqualTo(before);
            });
            users(snapshot).forEach(user -> {
                List<GroupId> list = tenant.groupsOf(snapshot.userId(user));
                List<GroupId> before = List.copyOf(list);
                Arrays.fill(tenant.groupIndexes(user), 0);
                assertUnmodifiable("groups", list);
                assertThat(list).as("groups, after an array was written to").isEqualTo(before);
            });
            assertSame(tenant, reference.compile(snapshot));
        });
    }

    private static <T> void assertUnmodifiable(String what, List<T> list) {
        if (!list.isEmpty()) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .as("%s that somebody changes", what)
                    .isThrownBy(() -> list.remove(0));
        }
    }

    /** Whom and what it does not know a compiled tenant refuses. */
    @Test
    public void memberships_ofWhatIsNotThere_refused() {
        forEachTenant(16, snapshot -> {
            CompiledTenant tenant = compiled(snapshot);
            UserId user = UserId.of("nobody at all");
            GroupId group = GroupId.of("no group at all");
            refuses("members of an unknown group", () -> tenant.memberIds(group));
            refuses("number of members of an unknown group", () -> tenant.memberCount(group));
            refuses("groups of an unknown user", () -> tenant.groupsOf(user));
            refuses("membership of an unknown user in an unknown group", () -> tenant.isMember(user, group));
            users(snapshot)
                    .mapToObj(snapshot::userId)
                    .forEach(known -> refuses("membership in an unknown group", () -> tenant.isMember(known, group)));
            groups(snapshot)
                    .mapToObj(known -> snapshot.groups().get(known).id())
                    .forEach(known -> refuses("membership of an unknown user", () -> tenant.isMember(user, known)));
            for (int none : new int[] {-1, snapshot.groups().size()}) {
                isOutOfBounds("members of no group", () -> tenant.memberIndexes(none));
                isOutOfBounds("number of members of no group", () -> tenant.memberCount(none));
                users(snapshot)
                        .forEach(known -> isOutOfBounds("membership in no group", () -> tenant.isMember(known, none)));
            }
            for (int nobody : new int[] {-1, snapshot.userCount()}) {
                isOutOfBounds("groups of nobody", () -> tenant.groupIndexes(nobody));
                groups(snapshot)
                        .forEach(known -> isOutOfBounds("membership of nobody", () -> tenant.isMember(nobody, known)));
            }
        });
    }

    private static void refuses(String what, ThrowingCallable call) {
        assertThatIllegalArgumentException().as(what).isThrownBy(call);
    }

    private static void isOutOfBounds(String what, ThrowingCallable call) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).as(what).isThrownBy(call);
    }

    private CompiledTenant compiled(TenantSnapshot snapshot) {
        return calculator().compile(snapshot);
    }

    private static void assertSame(CompiledTenant tenant, Memberships expected) {
        List<GroupId> groups =
                tenant.snapshot().groups().stream().map(Group::id).toList();
        for (GroupId group : groups) {
            List<UserId> members = expected.memberIds(group);
            assertThat(tenant.memberIds(group))
                    .as("members of group '%s'", group)
                    .isEqualTo(members);
            assertThat(tenant.memberCount(group))
                    .as("number of members of group '%s'", group)
                    .isEqualTo(members.size());
        }
        for (int user = 0; user < tenant.snapshot().userCount(); user++) {
            UserId id = tenant.snapshot().userId(user);
            List<GroupId> groupsOfUser = expected.groupsOf(id);
            assertThat(tenant.groupsOf(id)).as("groups of user '%s'", id).isEqualTo(groupsOfUser);
            assertThat(groups.stream().filter(group -> tenant.isMember(id, group)))
                    .as("groups that have user '%s' as a member", id)
                    .isEqualTo(groupsOfUser);
        }
    }

    private static IntStream groups(TenantSnapshot snapshot) {
        return IntStream.range(0, snapshot.groups().size());
    }

    private static IntStream users(TenantSnapshot snapshot) {
        return IntStream.range(0, snapshot.userCount());
    }

    private static void forEachTenant(long share, TenantLaw law) {
        forEachCase(share, given -> law.check(given.snapshot()));
    }

    /** Every fourth tenant is a larger one, where the same user is reached on several ways. */
    private static void forEachCase(long share, CaseLaw law) {
        Seeds.first(Seeds.COUNT / share).forEach(seed -> {
            TenantGenerator generator = seed % 4 == 0 ? TenantGenerator.crowded(seed) : TenantGenerator.of(seed);
            CalculationCase given = generator.nextCase();
            try {
                law.check(given);
            } catch (AssertionError | RuntimeException failure) {
                throw Seeds.failure(seed, "", given, failure);
            }
        });
    }

    /** What has to hold for one generated tenant. */
    private interface TenantLaw {
        void check(TenantSnapshot snapshot);
    }

    /** What has to hold for one generated case. */
    private interface CaseLaw {
        void check(CalculationCase given);
    }
}
