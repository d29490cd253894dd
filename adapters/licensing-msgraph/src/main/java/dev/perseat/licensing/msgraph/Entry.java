package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.assignment.TenantProblem;
import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UsageLocation;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamLocation;

/**
 * One object of a file, at whose first token it is made: turns its texts into values of the model, and reports those that
 * cannot be one. It is asked once the cursor is at the object's end, when all its properties are known, whatever their
 * order.
 */
final class Entry {
    private final JsonCursor json;
    private final Problems problems;
    private final TokenStreamLocation start;

    private Entry(JsonCursor json, Problems problems) {
        this.json = json;
        this.problems = problems;
        this.start = json.mark();
    }

    static Entry begin(JsonCursor json, Problems problems) {
        json.expectObject();
        return new Entry(json, problems);
    }

    /** The id, or empty and a problem if there is none or it is malformed. */
    <T> Optional<T> id(String kind, @Nullable String text, Function<String, T> parse) {
        if (text == null) {
            report(TenantProblem.Kind.MALFORMED_VALUE, "", kind + " id is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException malformed) {
            report(
                    TenantProblem.Kind.MALFORMED_VALUE,
                    "",
                    String.valueOf(malformed.getMessage()),
                    JsonCursor.shortened(text));
            return Optional.empty();
        }
    }

    /** The country, or empty and a problem if there is none with this code. */
    Optional<UsageLocation> location(String property, String code, String... ids) {
        Optional<UsageLocation> location = UsageLocation.find(code);
        if (location.isEmpty()) {
            report(
                    TenantProblem.Kind.INVALID_COUNTRY,
                    property,
                    "country code '" + JsonCursor.shortened(code) + "' is not in ISO 3166-1 alpha-2",
                    ids);
        }
        return location;
    }

    /** The licence of a SKU; without the malformed ones among its disabled plans. */
    Optional<License> license(@Nullable String skuId, List<String> disabledPlans) {
        NavigableSet<ServicePlanId> disabled = new TreeSet<>();
        for (String plan : disabledPlans) {
            id("service plan", plan, ServicePlanId::of).ifPresent(disabled::add);
        }
        return id("SKU", skuId, SkuId::of).map(sku -> new License(sku, disabled));
    }

    /** Reports what is wrong with a property of this entry, or with all of it if the property is empty. */
    void report(TenantProblem.Kind kind, String property, String what, String... ids) {
        String place = json.place(start, property.isEmpty() ? "" : "/" + property);
        problems.report(new TenantProblem(kind, place + ": " + what, List.of(ids)));
    }
}
