package dev.perseat.licensing.msgraph;

import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.SkuId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names that people know products and their parts by, from Microsoft's table "Product names and service plan
 * identifiers for licensing". Immutable and safe for use by several threads.
 *
 * <p>The table gives some ids several names. The one that the most rows give is taken, of equally many the smallest (by
 * {@link String#compareTo(String)}), whatever the order of the rows; rows that say the same count once. A name that only
 * repeats the technical name (in whatever case) is taken only where there is no other.
 *
 * @since 0.1
 */
public final class ProductNames {
    private static final List<String> COLUMNS = List.of(
            "Product_Display_Name",
            "String_Id",
            "GUID",
            "Service_Plan_Name",
            "Service_Plan_Id",
            "Service_Plans_Included_Friendly_Names");

    private static final ProductNames NONE = new ProductNames(new TreeMap<>(), new TreeMap<>());

    private final SortedMap<String, String> skus;
    private final SortedMap<String, String> plans;

    private ProductNames(SortedMap<String, String> skus, SortedMap<String, String> plans) {
        this.skus = skus;
        this.plans = plans;
    }

    /**
     * Returns no names.
     *
     * @return names that know neither a SKU nor a plan
     */
    public static ProductNames none() {
        return NONE;
    }

    /**
     * Reads the table as Microsoft publishes it: a CSV file in UTF-8 with the columns Product_Display_Name, String_Id, GUID,
     * Service_Plan_Name, Service_Plan_Id and Service_Plans_Included_Friendly_Names, in any order. A byte order mark, stray
     * blanks of every sort, repeated rows and ids in capitals are taken as they come; a row without an id or without a name
     * gives no name.
     *
     * @param csv the file
     * @return the names
     * @throws GraphFormatException if the file is missing, is not CSV in UTF-8, or lacks one of the columns
     * @throws dev.perseat.licensing.directory.DirectoryException if it cannot be read
     */
    public static ProductNames read(Path csv) {
        Tally skus = new Tally();
        Tally plans = new Tally();
        Set<List<String>> seen = new HashSet<>();
        CsvTable.read(csv, COLUMNS, row -> {
            if (seen.add(row.cells())) {
                skus.count(row.cell("GUID"), row.cell("Product_Display_Name"), row.cell("String_Id"));
                plans.count(
                        row.cell("Service_Plan_Id"),
                        row.cell("Service_Plans_Included_Friendly_Names"),
                        row.cell("Service_Plan_Name"));
            }
        });
        return new ProductNames(skus.names(), plans.names());
    }

    /**
     * Returns the name of a product.
     *
     * @param sku the id, in whatever case
     * @return the name, cleaned of stray blanks, or empty if the table has none
     */
    public Optional<String> sku(SkuId sku) {
        return Optional.ofNullable(skus.get(folded(sku.value())));
    }

    /**
     * Returns the name of a service plan.
     *
     * @param plan the id, in whatever case
     * @return the name, cleaned of stray blanks, or empty if the table has none
     */
    public Optional<String> plan(ServicePlanId plan) {
        return Optional.ofNullable(plans.get(folded(plan.value())));
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    /** How many rows give which name to which id. */
    private static final class Tally {
        private static final Comparator<Map.Entry<Name, Integer>> BEST_FIRST = Comparator.comparing(
                        (Map.Entry<Name, Integer> counted) -> counted.getKey().isTechnical())
                .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                .thenComparing(counted -> counted.getKey().text());

        private final SortedMap<String, SortedMap<Name, Integer>> countsById = new TreeMap<>();

        private record Name(String text, boolean isTechnical) {
            private static final Comparator<Name> ORDER =
                    Comparator.comparing(Name::text).thenComparing(Name::isTechnical);
        }

        void count(String id, String text, String technicalName) {
            if (!id.isEmpty() && !text.isEmpty()) {
                Name name = new Name(text, text.equalsIgnoreCase(technicalName));
                countsById
                        .computeIfAbsent(folded(id), any -> new TreeMap<>(Name.ORDER))
                        .merge(name, 1, Integer::sum);
            }
        }

        SortedMap<String, String> names() {
            SortedMap<String, String> names = new TreeMap<>();
            countsById.forEach((id, counts) -> names.put(
                    id, Collections.min(counts.entrySet(), BEST_FIRST).getKey().text()));
            return names;
        }
    }
}
