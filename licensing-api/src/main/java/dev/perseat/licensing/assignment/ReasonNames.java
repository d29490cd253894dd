package dev.perseat.licensing.assignment;

import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What things are called in a sentence: by a name that a person knows where there is one, by id otherwise. Directories
 * and catalogues hold names that are empty, shared by two things, or full of control characters; none of these may make
 * a sentence unclear or break its line.
 */
final class ReasonNames {
    private static final int LONGEST_NAME = 256;

    private final TenantSnapshot snapshot;
    private final Set<String> sharedPartNumbers;
    private final Set<String> sharedPlanNames;

    ReasonNames(TenantSnapshot snapshot) {
        this.snapshot = snapshot;
        this.sharedPartNumbers = shared(snapshot.skus().stream().map(Sku::partNumber));
        this.sharedPlanNames = shared(snapshot.servicePlans().stream().map(ServicePlan::name));
    }

    private static Set<String> shared(Stream<String> names) {
        Set<String> seen = new TreeSet<>();
        Set<String> shared = new TreeSet<>();
        names.filter(name -> !seen.add(name)).forEach(shared::add);
        return shared;
    }

    String user(UserId user) {
        return "user " + word(user.value());
    }

    String sku(SkuId sku) {
        int index = snapshot.skuIndex(sku);
        String partNumber = index < 0 ? "" : snapshot.skus().get(index).partNumber();
        return named(partNumber, sku.value(), sharedPartNumbers);
    }

    String plan(ServicePlanId plan) {
        int index = snapshot.servicePlanIndex(plan);
        String name = index < 0 ? "" : snapshot.servicePlans().get(index).name();
        return named(name, plan.value(), sharedPlanNames);
    }

    String group(GroupId group) {
        int index = snapshot.groupIndex(group);
        String name = index < 0 ? "" : snapshot.groups().get(index).displayName();
        String id = word(group.value());
        return isClear(name) && !name.equals(group.value()) ? "group \"" + name + "\" (" + id + ")" : "group " + id;
    }

    /** Names a licence by SKU and source, such as {@code the direct licence for EMS}. */
    String licence(SkuId sku, AssignmentSource source) {
        return source.group()
                .map(group -> "the licence for " + sku(sku) + " from " + group(group))
                .orElseGet(() -> "the direct licence for " + sku(sku));
    }

    /** Names the plans in the order given: {@code A, B and C}. */
    String allOf(Collection<ServicePlanId> plans) {
        return joined(plans, " and ");
    }

    /** Names the plans of a clause: {@code A, B or C}. */
    String anyOf(PlanRequirement requirement) {
        return joined(requirement.anyOf(), " or ");
    }

    /** Returns the text on one line, in quotes unless it is plainly one word. */
    static String word(String text) {
        return !text.isEmpty() && text.chars().allMatch(ReasonNames::isPlain) ? text : "'" + escaped(text) + "'";
    }

    static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private String joined(Collection<ServicePlanId> plans, String last) {
        List<String> names = plans.stream().map(this::plan).toList();
        StringBuilder text = new StringBuilder();
        for (Iterator<String> rest = names.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            text.append(text.isEmpty() ? "" : rest.hasNext() ? ", " : last).append(name);
        }
        return text.toString();
    }

    private static String named(String name, String id, Set<String> shared) {
        if (!isClear(name)) {
            return word(id);
        }
        return shared.contains(name) ? word(name) + " (" + word(id) + ")" : word(name);
    }

    private static boolean isClear(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(ReasonNames::isUnclear);
    }

    private static boolean isPlain(int unit) {
        return (unit >= '0' && unit <= '9')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= 'a' && unit <= 'z')
                || "._-@+#".indexOf(unit) >= 0;
    }

    /** Whether a code point is not seen, breaks the line, or turns the direction of what follows. */
    private static boolean isUnclear(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String escaped(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .forEach(codePoint -> line.append(
                        isUnclear(codePoint)
                                ? "\\u{" + Integer.toHexString(codePoint) + "}"
                                : Character.toString(codePoint)));
        return line.toString();
    }
}
