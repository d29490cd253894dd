package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.admin.LicenseOverview;
import dev.perseat.licensing.admin.OperationId;
import dev.perseat.licensing.admin.PageRequest;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds what somebody means by a word: an id, a whole name, or a piece of exactly one name. */
final class Finder {
    private static final PageRequest PAGE = PageRequest.first(100);

    private final Workplace workplace;
    private final Catalogue catalogue;

    Finder(Workplace workplace, Catalogue catalogue) {
        this.workplace = workplace;
        this.catalogue = catalogue;
    }

    SkuId product(String word) {
        List<LicenseOverview> all = workplace.contoso().licenses(workplace.actor());
        return one(
                        "product",
                        word,
                        all,
                        it -> List.of(it.usage().skuId().value(), it.partNumber(), name(it)),
                        it -> name(it) + " (" + it.partNumber() + ")")
                .usage()
                .skuId();
    }

    /** The name of a product, or its part number if the catalogue has none. */
    String name(LicenseOverview product) {
        return catalogue
                .product(product.usage().skuId())
                .map(Catalogue.Product::name)
                .orElse(product.partNumber());
    }

    String name(SkuId product) {
        return catalogue.product(product).map(Catalogue.Product::name).orElse(product.value());
    }

    Group group(String word) {
        List<Group> found =
                workplace.contoso().groups(workplace.actor(), word, PAGE).items();
        return one(
                "group",
                word,
                found,
                it -> List.of(it.id().value(), it.displayName()),
                it -> it.displayName() + " (" + it.id() + ")");
    }

    UserId user(String word) {
        return UserId.of(word);
    }

    OperationId operation(String word) {
        return OperationId.parse(word);
    }

    /** The plans of a product that can be switched off, by name. */
    SortedMap<String, ServicePlanId> plans(SkuId product) {
        SortedMap<String, ServicePlanId> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        workplace
                .contoso()
                .license(workplace.actor(), product)
                .servicePlans()
                .forEach(plan -> byName.put(plan.name(), plan.id()));
        return byName;
    }

    /** A licence for a product without the plans named, separated by commas. */
    License license(SkuId product, String plansOff) {
        SortedMap<String, ServicePlanId> plans = plans(product);
        List<ServicePlanId> off = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : plansOff.split(",", -1)) {
            ServicePlanId plan = plans.get(name.strip());
            if (plan != null) {
                off.add(plan);
            } else {
                unknown.add("'" + name.strip() + "'");
            }
        }
        if (!unknown.isEmpty()) {
            throw new BadInputException(
                    name(product) + " has no plan " + Text.some(unknown) + "; 'plans' lists those that it has");
        }
        return License.of(product, off);
    }

    /** The plans that a licence switches off, by name. */
    String plansOff(License license) {
        return String.join(
                ", ",
                license.disabledPlans().stream()
                        .map(catalogue::planName)
                        .sorted(String.CASE_INSENSITIVE_ORDER)
                        .toList());
    }

    private static <T> T one(
            String what, String word, List<T> candidates, Function<T, List<String>> names, Function<T, String> label) {
        List<T> whole = matches(candidates, names, it -> it.equalsIgnoreCase(word));
        List<T> found = whole.isEmpty() ? matches(candidates, names, it -> fold(it).contains(fold(word))) : whole;
        if (found.isEmpty()) {
            throw new BadInputException("there is no " + what + " '" + word + "'");
        }
        if (found.size() > 1) {
            throw new BadInputException("'" + word + "' is found in " + found.size() + " " + what + "s: "
                    + Text.some(found.stream().map(label).toList()) + "; say more of one name, or its id");
        }
        return found.get(0);
    }

    private static <T> List<T> matches(
            List<T> candidates, Function<T, List<String>> names, Predicate<String> condition) {
        return candidates.stream()
                .filter(it -> names.apply(it).stream().anyMatch(condition))
                .toList();
    }

    private static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
