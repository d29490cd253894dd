package dev.perseat.examples.adminconsole;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.PlanRequirement;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UsageLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The products that ship with the console, {@code catalogue.txt}, in its order. */
final class Catalogue {
    /** A product: its name, and what the library knows of it. */
    record Product(String name, Sku sku) {}

    private final List<Product> products = new ArrayList<>();
    private final SortedMap<ServicePlanId, ServicePlan.Builder> plans = new TreeMap<>();

    private Catalogue() {}

    static Catalogue shipped() {
        try (InputStream in = Catalogue.class.getResourceAsStream("catalogue.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Catalogue catalogue = new Catalogue();
            text.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).forEach(it -> catalogue.read(Words.of(it)));
            return catalogue;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Words line) {
        String kind = line.take("kind");
        String id = line.take("id");
        switch (kind) {
            case "product" -> {
                String partNumber = line.take("part number");
                products.add(new Product(line.rest(), Sku.of(SkuId.of(id), partNumber, List.of())));
            }
            case "plan" -> plan(ServicePlanId.of(id), line);
            case "requires" -> plan(id).requires(PlanRequirement.anyOf(ids(line)));
            case "conflict" -> plan(id).conflictsWith(ids(line));
            case "prohibited" -> {
                while (!line.isEmpty()) {
                    plan(id).prohibitedIn(UsageLocation.of(line.take("country")));
                }
            }
            case "unique" -> plan(id).requiresUniqueProxyAddresses(true);
            default -> throw new IllegalStateException("catalogue.txt: unknown kind '" + kind + "'");
        }
    }

    private void plan(ServicePlanId id, Words line) {
        String name = line.take("name");
        boolean ofUsers = line.take("user or company").equals("user");
        plans.computeIfAbsent(id, ServicePlan::builder)
                .name(name)
                .appliesTo(ofUsers ? AppliesTo.USER : AppliesTo.COMPANY);
        Product last = products.remove(products.size() - 1);
        List<ServicePlanId> all = new ArrayList<>(last.sku().servicePlans());
        all.add(id);
        products.add(new Product(last.name(), Sku.of(last.sku().id(), last.sku().partNumber(), all)));
    }

    private ServicePlan.Builder plan(String id) {
        return Objects.requireNonNull(plans.get(ServicePlanId.of(id)), id);
    }

    private static List<ServicePlanId> ids(Words line) {
        List<ServicePlanId> ids = new ArrayList<>();
        while (!line.isEmpty()) {
            ids.add(ServicePlanId.of(line.take("plan")));
        }
        return ids;
    }

    List<Product> products() {
        return List.copyOf(products);
    }

    Optional<Product> product(SkuId id) {
        return products.stream().filter(it -> it.sku().id().equals(id)).findFirst();
    }

    String planName(ServicePlanId id) {
        ServicePlan.Builder plan = plans.get(id);
        return plan == null ? id.value() : plan.build().name();
    }

    /** A text with the ids of products and plans replaced by part numbers and names. */
    String named(String text) {
        String named = text;
        for (Product product : products) {
            named = named.replace(product.sku().id().value(), product.sku().partNumber());
        }
        for (ServicePlanId plan : plans.keySet()) {
            named = named.replace(plan.value(), planName(plan));
        }
        return named;
    }

    /** Puts products and plans into a tenant. */
    void addTo(TenantSnapshot.Builder tenant) {
        plans.values().forEach(plan -> tenant.servicePlan(plan.build()));
        products.forEach(product -> tenant.sku(product.sku()));
    }
}
