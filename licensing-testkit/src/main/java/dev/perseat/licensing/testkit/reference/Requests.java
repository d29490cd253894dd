package dev.perseat.licensing.testkit.reference;

import dev.perseat.licensing.assignment.AssignmentSource;
import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.PlanDisablement;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Section 4: what is requested for whom, by those who are members of what. */
final class Requests {
    private final TenantSnapshot snapshot;
    private final Catalogue catalogue;
    private final Members members;
    private final SortedMap<UserId, List<Bundle>> bundles = new TreeMap<>();

    Requests(TenantSnapshot snapshot, Catalogue catalogue) {
        this.snapshot = snapshot;
        this.catalogue = catalogue;
        members = new Members(snapshot);
        // 4: "For each user, the requested bundles, in this order:"
        for (User user : snapshot.users()) {
            List<Bundle> direct = new ArrayList<>();
            // 4.1: "direct licences, one bundle each, by SKU id"
            for (License license : GroupTemplate.bySku(user.directLicenses())) {
                direct.add(direct(license));
            }
            bundles.put(user.id(), direct);
        }
        // 4.2: "for each eligible licensed group that has the user as a member, by group id"
        for (Group group : snapshot.groups()) {
            if (group.isEligible() && !group.licenses().isEmpty()) {
                List<Bundle> given = given(group);
                members.of(group.id()).forEach(user -> of(user).addAll(given));
            }
        }
    }

    Members members() {
        return members;
    }

    List<Bundle> of(UserId user) {
        return Objects.requireNonNull(bundles.get(user));
    }

    private Bundle direct(License license) {
        SortedSet<ServicePlanId> enabled = catalogue.plans(license.skuId());
        SortedMap<ServicePlanId, PlanDisablement> disabled = new TreeMap<>();
        for (ServicePlanId plan : license.disabledPlans()) {
            if (enabled.remove(plan)) {
                disabled.put(plan, new PlanDisablement.ByAdministrator());
            }
        }
        return new Bundle(
                AssignmentSource.direct(),
                List.of(new HeldLicense(AssignmentSource.direct(), license.skuId(), enabled)),
                new TreeMap<>(Collections.singletonMap(license.skuId(), disabled)));
    }

    private List<Bundle> given(Group group) {
        GroupTemplate template = new GroupTemplate(catalogue, group);
        List<License> licenses = GroupTemplate.bySku(group.licenses());
        // 4.2: "under ALL_OR_NOTHING one bundle with all the group's SKUs; under PER_PRODUCT one bundle per SKU, by SKU
        // id"
        return snapshot.policy().groupFailure() == GroupFailure.ALL_OR_NOTHING
                ? List.of(bundle(group, licenses, template))
                : licenses.stream()
                        .map(license -> bundle(group, List.of(license), template))
                        .toList();
    }

    private static Bundle bundle(Group group, List<License> licenses, GroupTemplate template) {
        AssignmentSource source = AssignmentSource.group(group.id());
        List<HeldLicense> wanted = new ArrayList<>();
        SortedMap<SkuId, SortedMap<ServicePlanId, PlanDisablement>> disabled = new TreeMap<>();
        for (License license : licenses) {
            wanted.add(new HeldLicense(source, license.skuId(), template.enabled(license)));
            disabled.put(license.skuId(), template.disabled(license));
        }
        return new Bundle(source, wanted, disabled);
    }
}
