package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicenseViolation;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.testkit.reference.Decision.Rejected;
import dev.perseat.licensing.testkit.reference.Decision.Retained;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Section 5: decides one user's bundles in one atomic step. Each check answers with the violation by the SKUs that
 * cause it, and with nothing if all is well.
 */
final class Settlement {
    private final Catalogue catalogue;
    private final ProxyAddresses addresses;
    private final UsageLocation tenantLocation;
    private final User user;
    private final List<Bundle> requested;
    private final List<HeldLicense> held;
    private final Predicate<SkuId> seatIsFree;

    /** {@code A}, what has been accepted so far. */
    private final List<Bundle> accepted = new ArrayList<>();

    private final List<Retained> retained = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    Settlement(
            Catalogue catalogue,
            ProxyAddresses addresses,
            UsageLocation tenantLocation,
            User user,
            List<Bundle> requested,
            List<HeldLicense> held,
            Predicate<SkuId> seatIsFree) {
        this.catalogue = catalogue;
        this.addresses = addresses;
        this.tenantLocation = tenantLocation;
        this.user = user;
        this.requested = requested;
        this.held = held;
        this.seatIsFree = seatIsFree;
    }

    /** Section 5: {@code settle(user)}. */
    Decision settle() {
        List<Rejected> lackingDependency = new ArrayList<>();
        while (true) {
            accepted.clear();
            retained.clear();
            rejected.clear();
            rejected.addAll(lackingDependency);
            // 5.1: "first the bundles that are incumbent, then the others; each part in the order of section 4"
            List<Bundle> inOrder = new ArrayList<>();
            requested.stream().filter(this::isIncumbent).forEach(inOrder::add);
            requested.stream().filter(bundle -> !isIncumbent(bundle)).forEach(inOrder::add);
            inOrder.removeIf(this::isRejected);
            // 5.2: "A bundle is accepted unless one of these is found; the first one found is its violation"
            inOrder.forEach(this::decide);
            // 5.3: "If some accepted bundle has an enabled plan with a clause that no plan enabled in A, or retained,
            // meets ..."
            Optional<UnmetClause> unmet = retain(accepted, licenses(accepted), retained);
            if (unmet.isEmpty()) {
                return new Decision(List.copyOf(accepted), List.copyOf(retained), List.copyOf(rejected));
            }
            // 5.3: "otherwise the bundle fails with DependencyViolation, and the user is settled afresh without it"
            lackingDependency.add(unmet.get().rejection());
        }
    }

    private void decide(Bundle bundle) {
        List<Function<Bundle, SortedMap<SkuId, LicenseViolation>>> checks = List.of(
                this::prohibitedInUsageLocation, // 5.2.1
                this::mutuallyExclusive, // 5.2.2
                this::uniqueness, // 5.2.3
                this::count, // 5.2.4
                this::pushesOut); // 5.2.5
        for (Function<Bundle, SortedMap<SkuId, LicenseViolation>> check : checks) {
            SortedMap<SkuId, LicenseViolation> causes = check.apply(bundle);
            if (!causes.isEmpty()) {
                rejected.add(new Rejected(bundle, causes));
                return;
            }
        }
        accepted.add(bundle);
    }

    private boolean isIncumbent(Bundle bundle) {
        return bundle.isIncumbent(held);
    }

    private boolean isRejected(Bundle bundle) {
        return rejected.stream().anyMatch(each -> each.bundle().equals(bundle));
    }

    /**
     * Section 5.2.1: "the source is DIRECT and the user has no usage location; or an enabled plan of the bundle is
     * prohibited in the user's location. For a group's bundle, a user without a location has that of the tenant."
     */
    private SortedMap<SkuId, LicenseViolation> prohibitedInUsageLocation(Bundle bundle) {
        SortedMap<SkuId, LicenseViolation> causes = new TreeMap<>();
        UsageLocation own = user.usageLocation();
        UsageLocation location = own == null ? tenantLocation : own;
        for (HeldLicense license : bundle.licenses()) {
            if (bundle.source().isDirect() && own == null) {
                causes.put(license.skuId(), new LicenseViolation.UsageLocationMissing());
                continue;
            }
            firstPlan(
                            license,
                            plan -> catalogue.plan(plan).prohibitedLocations().contains(location))
                    .ifPresent(plan -> causes.put(
                            license.skuId(),
                            new LicenseViolation.ProhibitedInUsageLocation(plan, location, own == null)));
        }
        return causes;
    }

    /**
     * Section 5.2.2: "an enabled plan of the bundle and an enabled plan of a different SKU, in A or in the bundle
     * itself, are in conflict".
     */
    private SortedMap<SkuId, LicenseViolation> mutuallyExclusive(Bundle bundle) {
        List<HeldLicense> others = licenses(accepted);
        others.addAll(bundle.licenses());
        return conflicts(bundle, others, false);
    }

    /**
     * Section 5.2.3: "the bundle enables a plan that needs unique proxy addresses, and another user of the tenant has
     * one of this user's addresses (compared without case)".
     */
    private SortedMap<SkuId, LicenseViolation> uniqueness(Bundle bundle) {
        SortedMap<SkuId, LicenseViolation> causes = new TreeMap<>();
        Optional<Map.Entry<String, UserId>> shared = addresses.firstShared(user);
        if (shared.isEmpty()) {
            return causes;
        }
        String address = shared.get().getKey();
        UserId other = shared.get().getValue();
        for (HeldLicense license : bundle.licenses()) {
            firstPlan(license, plan -> catalogue.plan(plan).requiresUniqueProxyAddresses())
                    .ifPresent(
                            plan -> causes.put(license.skuId(), new LicenseViolation.Uniqueness(plan, address, other)));
        }
        return causes;
    }

    /** Section 5.2.4: "for some SKU of the bundle that the user neither holds now nor has in A, no seat is free". */
    private SortedMap<SkuId, LicenseViolation> count(Bundle bundle) {
        SortedMap<SkuId, LicenseViolation> causes = new TreeMap<>();
        for (HeldLicense license : bundle.licenses()) {
            SkuId sku = license.skuId();
            boolean holdsNow = held.stream().anyMatch(holding -> holding.skuId().equals(sku));
            boolean hasInA = accepted.stream().anyMatch(other -> other.requests(sku));
            if (!holdsNow && !hasInA && !seatIsFree.test(sku)) {
                causes.put(sku, new LicenseViolation.Count(sku));
            }
        }
        return causes;
    }

    /**
     * Section 5.2.5, for a bundle that is not incumbent: "Try step 3 with A and this bundle, for the clauses of
     * incumbent bundles only and disregarding this bundle's own conflicts, up to the first clause for which nothing can
     * be retained; if an enabled plan of this bundle is in conflict with a plan, of a different SKU, that would be
     * retained, this is its violation."
     */
    private SortedMap<SkuId, LicenseViolation> pushesOut(Bundle bundle) {
        if (isIncumbent(bundle)) {
            return new TreeMap<>();
        }
        List<Bundle> incumbents = accepted.stream().filter(this::isIncumbent).toList();
        List<HeldLicense> enabled = licenses(accepted);
        enabled.addAll(bundle.licenses());
        List<Retained> wouldBeRetained = new ArrayList<>();
        retain(incumbents, enabled, wouldBeRetained);
        return conflicts(bundle, holdings(wouldBeRetained), true);
    }

    /**
     * Section 5.3: retains one holding after the other, until nothing is lacking or nothing can be retained.
     *
     * @param needing the bundles whose clauses count
     * @param enabled what meets them beside what is retained
     * @param retaining what is retained, to be added to
     * @return the clause for which nothing can be retained, if there is one
     */
    private Optional<UnmetClause> retain(List<Bundle> needing, List<HeldLicense> enabled, List<Retained> retaining) {
        while (true) {
            List<HeldLicense> present = new ArrayList<>(enabled);
            present.addAll(holdings(retaining));
            Optional<UnmetClause> unmet = firstUnmet(needing, present);
            // 5.3: only "if the bundle is incumbent", a holding is looked for.
            Optional<HeldLicense> holding = unmet.filter(clause -> isIncumbent(clause.bundle()))
                    .flatMap(clause -> firstRetainable(clause.clause(), retaining));
            if (holding.isEmpty()) {
                return unmet;
            }
            retaining.add(new Retained(holding.get(), unmet.get().violation()));
        }
    }

    /** Section 5.3: "the first such: bundles in the order they were accepted, SKUs and plans by id, clauses as listed". */
    private Optional<UnmetClause> firstUnmet(List<Bundle> needing, List<HeldLicense> present) {
        for (Bundle bundle : needing) {
            for (HeldLicense license : bundle.licenses()) {
                for (ServicePlanId plan : license.enabledPlans()) {
                    for (PlanRequirement clause : catalogue.plan(plan).requires()) {
                        if (!Catalogue.anyMeets(present, clause)) {
                            return Optional.of(new UnmetClause(bundle, license.skuId(), plan, clause));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Section 5.3: "a holding of this user, from a group, that is not requested any more, whose held plans meet the
     * clause, and whose held plans are in conflict with no plan in A or retained, of a different SKU. The first such, by
     * group id, then SKU id". Holdings are in that order.
     */
    private Optional<HeldLicense> firstRetainable(PlanRequirement clause, List<Retained> retaining) {
        List<HeldLicense> present = licenses(accepted);
        present.addAll(holdings(retaining));
        return held.stream()
                .filter(holding -> !holding.source().isDirect())
                .filter(holding ->
                        requested.stream().noneMatch(bundle -> bundle.requests(holding.source(), holding.skuId())))
                .filter(holding -> Catalogue.meets(holding.enabledPlans(), clause))
                .filter(holding -> present.stream().noneMatch(other -> catalogue.inConflict(holding, other)))
                .findFirst();
    }

    /**
     * The conflicts of a bundle with plans of different SKUs among others: for each of its SKUs that has one, the first
     * by own plan, then by the other source, SKU and plan.
     *
     * @param retained whether the others are those that would be retained
     */
    private SortedMap<SkuId, LicenseViolation> conflicts(Bundle bundle, List<HeldLicense> others, boolean retained) {
        SortedMap<SkuId, LicenseViolation> causes = new TreeMap<>();
        List<HeldLicense> sorted = others.stream().sorted().toList();
        for (HeldLicense own : bundle.licenses()) {
            for (ServicePlanId plan : own.enabledPlans()) {
                for (HeldLicense other : sorted) {
                    if (!other.skuId().equals(own.skuId())) {
                        firstPlan(other, otherPlan -> catalogue.inConflict(plan, otherPlan))
                                .ifPresent(otherPlan -> causes.putIfAbsent(
                                        own.skuId(),
                                        new LicenseViolation.MutuallyExclusive(
                                                plan, otherPlan, other.source(), other.skuId(), retained)));
                    }
                }
            }
        }
        return causes;
    }

    private static Optional<ServicePlanId> firstPlan(HeldLicense license, Predicate<ServicePlanId> condition) {
        return license.enabledPlans().stream().filter(condition).findFirst();
    }

    private static List<HeldLicense> licenses(List<Bundle> bundles) {
        List<HeldLicense> licenses = new ArrayList<>();
        bundles.forEach(bundle -> licenses.addAll(bundle.licenses()));
        return licenses;
    }

    private static List<HeldLicense> holdings(List<Retained> retained) {
        return retained.stream().map(Retained::holding).toList();
    }

    /** A clause of an enabled plan that nothing meets. */
    private record UnmetClause(Bundle bundle, SkuId sku, ServicePlanId plan, PlanRequirement clause) {
        LicenseViolation.Dependency violation() {
            return new LicenseViolation.Dependency(bundle.source(), sku, plan, clause);
        }

        /** Section 7: the check that failed names one plan, so every SKU in which the bundle enables it is a cause. */
        Rejected rejection() {
            SortedMap<SkuId, LicenseViolation> causes = new TreeMap<>();
            for (HeldLicense license : bundle.licenses()) {
                if (license.enabledPlans().contains(plan)) {
                    causes.put(
                            license.skuId(),
                            new LicenseViolation.Dependency(bundle.source(), license.skuId(), plan, clause));
                }
            }
            return new Rejected(bundle, causes);
        }
    }
}
