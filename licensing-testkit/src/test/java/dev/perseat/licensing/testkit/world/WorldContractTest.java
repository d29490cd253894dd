package dev.perseat.licensing.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentCalculator;
import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.CompiledTenant;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.assignment.LiveCalculation;
import dev.perseat.licensing.assignment.MissingDependency;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.testkit.contract.DelegatingCompiled;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The contract is itself tested: calculators that leave out a part of the law fail in worlds about that part. */
class WorldContractTest {
    @Test
    void calculatorThatForgetsHoldings_fails() {
        assertThat(failures(new Altered() {
                    @Override
                    Holdings altered(Holdings holdings) {
                        return Holdings.empty();
                    }
                }))
                .contains(
                        "incumbent-before-others",
                        "seat-kept-when-units-are-reduced",
                        "base-retained-for-an-add-on",
                        "newcomer-may-not-push-out-a-base",
                        "holdings-from-an-earlier-day");
    }

    @Test
    void calculatorThatForgetsSeats_fails() {
        assertThat(failures(altering(WorldContractTest::withManySeats)))
                .contains("last-seat", "all-or-nothing", "suspended-subscription", "sku-without-subscription")
                .doesNotContain("direct-before-group");
    }

    private static TenantSnapshot withManySeats(TenantSnapshot snapshot) {
        TenantSnapshot.Builder builder = withoutSubscriptions(snapshot);
        snapshot.skus()
                .forEach(sku -> builder.subscription(
                        new Subscription(sku.id(), PrepaidUnits.of(1_000), CapabilityStatus.ENABLED)));
        return builder.build();
    }

    private static TenantSnapshot.Builder withoutSubscriptions(TenantSnapshot snapshot) {
        return copy(snapshot, user -> user, plan -> plan);
    }

    @Test
    void calculatorThatForgetsLocations_fails() {
        assertThat(failures(altering(snapshot -> withSubscriptions(
                        snapshot,
                        copy(
                                snapshot,
                                user -> user.toBuilder().usageLocation(null).build(),
                                plan -> plan)))))
                .contains("prohibited-in-location", "no-location-inherited", "one-direct-licence");
    }

    @Test
    void calculatorThatForgetsRequirements_fails() {
        assertThat(failures(altering(snapshot -> withSubscriptions(
                        snapshot, copy(snapshot, user -> user, WorldContractTest::withoutRequirements)))))
                .contains("add-on-without-its-base", "template-chain", "sku-left-with-no-plan")
                .doesNotContain("last-seat");
    }

    private static ServicePlan withoutRequirements(ServicePlan plan) {
        return new ServicePlan(
                plan.id(),
                plan.name(),
                plan.appliesTo(),
                List.of(),
                plan.conflictsWith(),
                plan.prohibitedLocations(),
                plan.requiresUniqueProxyAddresses());
    }

    @Test
    void calculatorWithOnePolicy_fails() {
        assertThat(failures(altering(snapshot ->
                        snapshot.toBuilder().policy(LicensingPolicy.entra()).build())))
                .contains("per-product", "diamond-of-groups");
        assertThat(failures(altering(snapshot -> snapshot.toBuilder()
                        .policy(snapshot.policy().with(LicensingPolicy.NestedGroups.TRANSITIVE))
                        .build())))
                .contains("nested-groups-direct");
        assertThat(failures(altering(snapshot -> snapshot.toBuilder()
                        .policy(snapshot.policy().with(LicensingPolicy.GroupFailure.PER_PRODUCT))
                        .build())))
                .contains("all-or-nothing");
    }

    @Test
    void calculatorThatTellsNoMissingDependencies_fails() {
        assertThat(failures(new Altered() {
                    @Override
                    public List<MissingDependency> missingDependencies(TenantSnapshot snapshot) {
                        return List.of();
                    }
                }))
                .contains("reject-calculates-as-disable-plan");
    }

    @Test
    void calculatorThatCountsDirectMembersOnly_fails() {
        assertThat(failures(new Altered() {
                    @Override
                    public CompiledTenant compile(TenantSnapshot snapshot) {
                        return new DelegatingCompiled(super.compile(snapshot)) {
                            @Override
                            public int memberCount(GroupId group) {
                                return snapshot.memberUsers(group).size();
                            }
                        };
                    }
                }))
                .contains("diamond-of-groups")
                .doesNotContain("nested-groups-direct");
    }

    @Test
    void failure_showsWhatDiffersLineByLine() {
        World world = Worlds.named("last-seat");
        assertThat(world.differences(altering(WorldContractTest::withManySeats)))
                .containsExactly(
                        "- state bob group g SUITE error count SUITE enabled not-assigned MAIL",
                        "- effective bob none",
                        "- usage SUITE seats 1 consumed 1 waiting 1",
                        "- summary g members 2 licensed 1 errors count 1",
                        "+ state bob group g SUITE active enabled MAIL",
                        "+ effective bob SUITE with MAIL",
                        "+ usage SUITE seats 1000 consumed 2 available 998",
                        "+ summary g members 2 licensed 2",
                        "+ change bob group g SUITE after MAIL");
    }

    @Test
    void unsaidState_isWrong() {
        World world = WorldReader.parse("w", """
                title "Somebody has what the world does not say"
                tenant t in NO
                plan MAIL
                sku SUITE plans MAIL
                user alice in NO license SUITE
                """);
        assertThat(world.differences(new ReferenceCalculator()))
                .containsExactly("+ state alice direct SUITE error count SUITE enabled not-assigned MAIL");
    }

    @Test
    void goodInputWhereProblemsAreDemanded_fails() {
        World world = WorldReader.parse("w", """
                title "No problem at all"
                tenant t in NO
                problem duplicate-id alice
                """);
        assertThat(world.differences(new ReferenceCalculator())).contains("- problem duplicate-id alice");
    }

    private static AssignmentCalculator altering(UnaryOperator<TenantSnapshot> alteration) {
        return new Altered() {
            @Override
            TenantSnapshot altered(TenantSnapshot snapshot) {
                return alteration.apply(snapshot);
            }
        };
    }

    private static TenantSnapshot withSubscriptions(TenantSnapshot snapshot, TenantSnapshot.Builder builder) {
        snapshot.skus().forEach(sku -> snapshot.subscription(sku.id()).ifPresent(builder::subscription));
        return builder.build();
    }

    private static TenantSnapshot.Builder copy(
            TenantSnapshot snapshot, UnaryOperator<User> users, UnaryOperator<ServicePlan> plans) {
        TenantSnapshot.Builder builder =
                TenantSnapshot.builder(snapshot.tenant()).policy(snapshot.policy());
        snapshot.servicePlans().stream().map(plans).forEach(builder::servicePlan);
        snapshot.skus().forEach(builder::sku);
        snapshot.users().stream().map(users).forEach(builder::user);
        snapshot.groups().forEach(group -> {
            builder.group(group);
            snapshot.memberUsers(group.id()).forEach(user -> builder.member(group.id(), user));
            snapshot.memberGroups(group.id()).forEach(member -> builder.member(group.id(), member));
        });
        return builder;
    }

    /** Runs the contract as JUnit would, and returns the names of the tests that fail. */
    private static List<String> failures(AssignmentCalculator calculator) {
        WorldContract contract = new WorldContract() {
            @Override
            protected AssignmentCalculator calculator() {
                return calculator;
            }
        };
        List<String> failures = new ArrayList<>();
        Stream.of(
                        contract.answersAsTheWorldDemands(),
                        contract.answersTheSameAgain(),
                        contract.countsTheMembersThatTheWorldDemands())
                .flatMap(tests -> tests)
                .filter(WorldContractTest::fails)
                .forEach(test -> failures.add(test.getDisplayName()));
        return failures;
    }

    private static boolean fails(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return false;
        } catch (AssertionFailedError e) {
            return true;
        } catch (Throwable e) {
            throw new AssertionError(test.getDisplayName() + " did not fail but broke", e);
        }
    }

    /** The right calculator for a tenant or holdings that are not quite those that were given. */
    private static class Altered implements AssignmentCalculator {
        private final AssignmentCalculator right = new ReferenceCalculator();

        TenantSnapshot altered(TenantSnapshot snapshot) {
            return snapshot;
        }

        Holdings altered(Holdings holdings) {
            return holdings;
        }

        @Override
        public CompiledTenant compile(TenantSnapshot snapshot) {
            CompiledTenant tenant = right.compile(altered(snapshot));
            return new DelegatingCompiled(tenant) {
                @Override
                public TenantSnapshot snapshot() {
                    return snapshot;
                }

                @Override
                public AssignmentResult calculate(Holdings holdings) {
                    return tenant.calculate(altered(holdings));
                }

                @Override
                public LiveCalculation live(Holdings holdings) {
                    return tenant.live(altered(holdings));
                }
            };
        }

        @Override
        public List<MissingDependency> missingDependencies(TenantSnapshot snapshot) {
            return right.missingDependencies(altered(snapshot));
        }
    }
}
