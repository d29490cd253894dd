package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Section 6: all users of one tenant, on the way from the holdings given to the fixed point. */
final class Calculation {
    /**
     * A walk helps a user to a seat or takes something away; the law says that this ends, and a test shall not hang.
     */
    private static final int MOST_WALKS = 10_000;

    private final TenantSnapshot snapshot;
    private final Catalogue catalogue;
    private final Requests requests;
    private final ProxyAddresses addresses;

    /** What each user of the snapshot holds now, by source and SKU. */
    private final SortedMap<UserId, List<HeldLicense>> held = new TreeMap<>();

    /** What the latest walk decided. */
    private final SortedMap<UserId, Decision> decisions = new TreeMap<>();

    Calculation(TenantSnapshot snapshot, Holdings given) {
        this.snapshot = snapshot;
        this.catalogue = new Catalogue(snapshot);
        this.requests = new Requests(snapshot, catalogue);
        this.addresses = new ProxyAddresses(snapshot);
        // 1: a holding "of an unknown user or SKU is dropped, plans that the SKU no longer has fall out of it"
        for (User user : snapshot.users()) {
            List<HeldLicense> known = new ArrayList<>();
            for (HeldLicense license : given.of(user.id())) {
                if (catalogue.knows(license.skuId())) {
                    SortedSet<ServicePlanId> plans = catalogue.plans(license.skuId());
                    plans.retainAll(license.enabledPlans());
                    known.add(new HeldLicense(license.source(), license.skuId(), plans));
                }
            }
            held.put(user.id(), known);
        }
    }

    /** Section 6.1. */
    void release() {
        held.replaceAll(this::released);
    }

    private List<HeldLicense> released(UserId user, List<HeldLicense> before) {
        List<Bundle> bundles = requests.of(user);
        List<HeldLicense> kept = new ArrayList<>();
        for (HeldLicense holding : before) {
            // 6.1: "drop each holding whose SKU no bundle of the user requests, unless it comes from a group and
            // some incumbent bundle of the user has an enabled plan with a clause that the held plans meet"
            boolean skuRequested = bundles.stream().anyMatch(bundle -> bundle.requests(holding.skuId()));
            boolean perhapsNeeded = !holding.source().isDirect()
                    && bundles.stream()
                            .filter(bundle -> bundle.isIncumbent(before))
                            .anyMatch(bundle -> mayNeed(bundle, holding));
            if (skuRequested || perhapsNeeded) {
                kept.add(holding);
            }
        }
        return kept;
    }

    private boolean mayNeed(Bundle bundle, HeldLicense holding) {
        return bundle.licenses().stream()
                .flatMap(license -> license.enabledPlans().stream())
                .flatMap(plan -> catalogue.plan(plan).requires().stream())
                .anyMatch(clause -> Catalogue.meets(holding.enabledPlans(), clause));
    }

    /**
     * Section 6.2: "Walk through the users by id, settling each one and updating the seats, and repeat the walk ...".
     * Returns how many there were.
     */
    int reconcile() {
        for (int walk = 1; walk <= MOST_WALKS; walk++) {
            boolean changed = false;
            for (User user : snapshot.users()) {
                Decision decision = settle(user);
                decisions.put(user.id(), decision);
                List<HeldLicense> before = held.put(user.id(), decision.holdings());
                changed |= !decision.holdings().equals(before);
            }
            // 6.2: "... until one of them changes nothing"
            if (!changed) {
                return walk;
            }
        }
        throw new IllegalStateException("the holdings still change after " + MOST_WALKS + " walks");
    }

    private Decision settle(User user) {
        return new Settlement(
                        catalogue,
                        addresses,
                        snapshot.tenant().usageLocation(),
                        user,
                        requests.of(user.id()),
                        Objects.requireNonNull(held.get(user.id())),
                        this::seatIsFree)
                .settle();
    }

    /** Section 5, seats: "Free = seats - taken, never below 0, and 0 while the capability status is SUSPENDED ...". */
    private boolean seatIsFree(SkuId sku) {
        return catalogue.isUsable(sku) && catalogue.seats(sku) - taken(sku) > 0;
    }

    /** Section 5, seats: "taken by each user who holds the SKU from at least one source". */
    private long taken(SkuId sku) {
        return held.values().stream()
                .filter(holdings ->
                        holdings.stream().anyMatch(holding -> holding.skuId().equals(sku)))
                .count();
    }

    ReferenceResult result(Holdings given) {
        return new ReferenceResult(snapshot, catalogue, requests, given, decisions);
    }
}
