package dev.perseat.licensing.engine;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UsageLocation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The products of a tenant in dense form. SKUs and plans are their indexes in the snapshot, so they order as their ids
 * do. Plans for the company are left out of the SKUs, since only plans for users count.
 *
 * <p>Locations are numbered by what they forbid: 0 stands for all those in which nothing is prohibited.
 */
final class Catalog {
    private static final int[] NONE = {};
    private static final int[][] NO_CLAUSES = {};

    final TenantSnapshot snapshot;
    final int planCount;
    final int skuCount;

    /** Of each SKU the plans for users, ascending. */
    final int[][] plansOfSku;

    /** Of each plan the clauses, as listed, each ascending. */
    final int[][][] clauses;

    /** Of each plan those it cannot be held beside, ascending; symmetric. */
    final int[][] conflicts;

    /** Of each plan those of which a clause names it, ascending. */
    final int[][] requiredBy;

    final boolean[] unique;

    /** Of each SKU a number that no other plans of it had. */
    private final int[] versions;

    private int lastVersion;

    private final List<UsageLocation> restrictedLocations;
    private final HashMap<UsageLocation, Integer> locationNumbers;
    private final int[][] prohibitedLocations;

    Catalog(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        List<ServicePlan> plans = snapshot.servicePlans();
        planCount = plans.size();
        skuCount = snapshot.skus().size();
        plansOfSku = new int[skuCount][];
        versions = new int[skuCount];
        for (int sku = 0; sku < skuCount; sku++) {
            plansOfSku[sku] = userPlans(snapshot.skus().get(sku));
        }
        clauses = new int[planCount][][];
        unique = new boolean[planCount];
        SortedSet<UsageLocation> restricted = new TreeSet<>();
        for (int plan = 0; plan < planCount; plan++) {
            clauses[plan] = clauses(plans.get(plan));
            unique[plan] = plans.get(plan).requiresUniqueProxyAddresses();
            restricted.addAll(plans.get(plan).prohibitedLocations());
        }
        conflicts = symmetricConflicts();
        requiredBy = requiredBy();
        locationNumbers = new HashMap<>();
        restricted.forEach(location -> locationNumbers.put(location, locationNumbers.size() + 1));
        restrictedLocations = List.copyOf(restricted);
        prohibitedLocations = plans.stream()
                .map(plan -> plan.prohibitedLocations().stream()
                        .mapToInt(this::location)
                        .toArray())
                .toArray(int[][]::new);
    }

    private Catalog(Catalog other) {
        snapshot = other.snapshot;
        planCount = other.planCount;
        skuCount = other.skuCount;
        plansOfSku = other.plansOfSku.clone();
        clauses = other.clauses;
        conflicts = other.conflicts;
        requiredBy = other.requiredBy;
        unique = other.unique;
        versions = other.versions.clone();
        restrictedLocations = other.restrictedLocations;
        locationNumbers = other.locationNumbers;
        prohibitedLocations = other.prohibitedLocations;
    }

    /** Returns a catalogue in which SKUs can get other plans. */
    Catalog copy() {
        return new Catalog(this);
    }

    /** Returns the plans of a SKU that apply to users; all of them must be known here. */
    int[] userPlans(Sku sku) {
        return sku.servicePlans().stream()
                .mapToInt(snapshot::servicePlanIndex)
                .filter(plan -> snapshot.servicePlans().get(plan).appliesTo() == AppliesTo.USER)
                .toArray();
    }

    /** Gives a SKU other plans. What was made of it before stays as it is; see {@link #version}. */
    void setPlans(int sku, int[] plans, Journal journal) {
        int[] before = plansOfSku[sku];
        int version = versions[sku];
        plansOfSku[sku] = plans;
        versions[sku] = ++lastVersion;
        journal.add(() -> {
            plansOfSku[sku] = before;
            versions[sku] = version;
        });
    }

    /** Returns a number that becomes another one when the SKU gets other plans. */
    int version(int sku) {
        return versions[sku];
    }

    /** Returns whether some plan needs unique proxy addresses. */
    boolean needsUniqueAddresses() {
        for (boolean one : unique) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private int[][] clauses(ServicePlan plan) {
        if (plan.requires().isEmpty()) {
            return NO_CLAUSES;
        }
        return plan.requires().stream()
                .map(PlanRequirement::anyOf)
                .map(this::plans)
                .toArray(int[][]::new);
    }

    /** Returns the indexes of plans, ascending. */
    int[] plans(SortedSet<ServicePlanId> ids) {
        return ids.stream().mapToInt(snapshot::servicePlanIndex).toArray();
    }

    /** Returns those of some plans that are for users of a SKU, ascending. */
    int[] plansOf(int sku, SortedSet<ServicePlanId> ids) {
        int[] all = plansOfSku[sku];
        int[] found = new int[Math.min(all.length, ids.size())];
        int count = 0;
        int place = 0;
        for (ServicePlanId id : ids) {
            int order = -1;
            while (place < all.length && (order = planId(all[place]).compareTo(id)) < 0) {
                place++;
            }
            if (order == 0) {
                found[count++] = all[place++];
            }
        }
        return Arrays.copyOf(found, count);
    }

    ServicePlanId planId(int plan) {
        return snapshot.servicePlans().get(plan).id();
    }

    SkuId skuId(int sku) {
        return snapshot.skus().get(sku).id();
    }

    private int[][] symmetricConflicts() {
        @Nullable IntBuffer[] found = new IntBuffer[planCount];
        for (int plan = 0; plan < planCount; plan++) {
            for (int other : plans(snapshot.servicePlans().get(plan).conflictsWith())) {
                put(found, plan, other);
                put(found, other, plan);
            }
        }
        return sorted(found);
    }

    private int[][] requiredBy() {
        @Nullable IntBuffer[] found = new IntBuffer[planCount];
        for (int plan = 0; plan < planCount; plan++) {
            for (int[] clause : clauses[plan]) {
                for (int required : clause) {
                    put(found, required, plan);
                }
            }
        }
        return sorted(found);
    }

    private static void put(@Nullable IntBuffer[] found, int plan, int other) {
        IntBuffer others = found[plan];
        if (others == null) {
            others = new IntBuffer();
            found[plan] = others;
        }
        others.add(other);
    }

    private static int[][] sorted(@Nullable IntBuffer[] found) {
        int[][] sorted = new int[found.length][];
        for (int plan = 0; plan < found.length; plan++) {
            IntBuffer others = found[plan];
            if (others == null) {
                sorted[plan] = NONE;
            } else {
                others.sortDistinct();
                sorted[plan] = others.toArray();
            }
        }
        return sorted;
    }

    /** Returns whether any other plan requires this one or is in conflict with it; if not, it decides nothing. */
    boolean matters(int plan) {
        return conflicts[plan].length > 0 || requiredBy[plan].length > 0;
    }

    /** Returns the location with a number above 0. */
    UsageLocation restrictedLocation(int number) {
        return restrictedLocations.get(number - 1);
    }

    int location(UsageLocation location) {
        return locationNumbers.getOrDefault(location, 0);
    }

    /** Returns the numbers of the locations in which a plan is prohibited. */
    int[] prohibitedLocations(int plan) {
        return prohibitedLocations[plan];
    }

    boolean isProhibited(int plan, int location) {
        for (int prohibited : prohibitedLocations[plan]) {
            if (prohibited == location) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a plan of one SKU is in conflict with a plan; the caller sees to it that the SKUs differ. */
    boolean inConflict(int plan, int other) {
        return Arrays.binarySearch(conflicts[plan], other) >= 0;
    }
}
