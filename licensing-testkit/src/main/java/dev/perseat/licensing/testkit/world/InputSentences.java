package dev.perseat.licensing.testkit.world;

import dev.perseat.licensing.assignment.HeldLicense;
import dev.perseat.licensing.assignment.LicensingPolicy;
import dev.perseat.licensing.directory.Membership;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.CapabilityStatus;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.PrepaidUnits;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.Subscription;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Optional;

/** Writes what a calculator is given: the inverse of {@link InputReader}. What is the default is not said. */
final class InputSentences {
    private InputSentences() {}

    static String tenant(Tenant tenant) {
        Sentence sentence = new Sentence("tenant").id(tenant.id()).word("in").id(tenant.usageLocation());
        return name(sentence, "name", tenant.displayName(), tenant.id()).toString();
    }

    /** A name that is the id, or for users is empty, is not said. */
    private static Sentence name(Sentence sentence, String keyword, String name, Object unlessThis) {
        return name.equals(unlessThis.toString())
                ? sentence
                : sentence.word(keyword).quote(name);
    }

    static Optional<String> policy(LicensingPolicy policy) {
        if (policy.equals(LicensingPolicy.entra())) {
            return Optional.empty();
        }
        return Optional.of(new Sentence("policy")
                .word(policy.nestedGroups())
                .word(policy.groupFailure())
                .word(policy.missingDependency())
                .toString());
    }

    static String plan(ServicePlan plan) {
        Sentence sentence = name(new Sentence("plan").id(plan.id()), "name", plan.name(), plan.id())
                .some("company", plan.appliesTo() == AppliesTo.COMPANY);
        plan.requires().forEach(sentence::clause);
        return sentence.some("conflicts", plan.conflictsWith())
                .some("prohibited", plan.prohibitedLocations())
                .some("unique-addresses", plan.requiresUniqueProxyAddresses())
                .toString();
    }

    static String sku(Sku sku) {
        return name(new Sentence("sku").id(sku.id()), "part", sku.partNumber(), sku.id())
                .some("company", sku.appliesTo() == AppliesTo.COMPANY)
                .some("plans", sku.servicePlans())
                .toString();
    }

    static String subscription(Subscription subscription) {
        PrepaidUnits units = subscription.prepaidUnits();
        Sentence sentence = new Sentence("subscription")
                .id(subscription.skuId())
                .some("enabled", units.enabled())
                .some("warning", units.warning())
                .some("suspended", units.suspended())
                .some("locked-out", units.lockedOut());
        if (subscription.capabilityStatus() != CapabilityStatus.ENABLED) {
            sentence.word("status").word(subscription.capabilityStatus());
        }
        return sentence.toString();
    }

    static String user(User user) {
        Sentence sentence = new Sentence("user").id(user.id());
        UsageLocation location = user.usageLocation();
        if (location != null) {
            sentence.word("in").id(location);
        }
        sentence.some("disabled-account", !user.accountEnabled());
        name(sentence, "principal", user.userPrincipalName(), "");
        name(sentence, "name", user.displayName(), "");
        sentence.some("addresses", user.proxyAddresses());
        user.attributes()
                .forEach((name, value) -> sentence.word("attribute").id(name).quote(value));
        return licenses(sentence, user.directLicenses());
    }

    static String group(Group group) {
        Sentence sentence = name(new Sentence("group").id(group.id()), "name", group.displayName(), group.id());
        if (group.kind() != GroupKind.SECURITY) {
            sentence.word("kind").word(group.kind());
        }
        sentence.some("not-security-enabled", !group.securityEnabled());
        String rule = group.membershipRule();
        if (rule != null) {
            sentence.word("rule").quote(rule);
        }
        return licenses(sentence, group.licenses());
    }

    private static String licenses(Sentence sentence, List<License> licenses) {
        licenses.forEach(
                license -> sentence.word("license").id(license.skuId()).some("without", license.disabledPlans()));
        return sentence.toString();
    }

    static String membership(Membership membership) {
        if (membership instanceof Membership.OfUser user) {
            return new Sentence("members").id(user.groupId()).id(user.member()).toString();
        }
        Membership.OfGroup group = (Membership.OfGroup) membership;
        return new Sentence("member-groups")
                .id(group.groupId())
                .id(group.member())
                .toString();
    }

    static String held(UserId user, HeldLicense license) {
        return new Sentence("holds")
                .id(user)
                .source(license.source())
                .id(license.skuId())
                .some("with", license.enabledPlans())
                .toString();
    }
}
