package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.UserId;
import dev.perseat.licensing.msgraph.ProductNames;
import java.util.Optional;

/** What things are called in a text report: by a name that stays on its line, with the id, or by the id alone. */
final class Names {
    private final TenantSnapshot snapshot;
    private final ProductNames products;

    Names(TenantSnapshot snapshot, ProductNames products) {
        this.snapshot = snapshot;
        this.products = products;
    }

    String tenant() {
        return withId(snapshot.tenant().displayName(), snapshot.tenant().id().value());
    }

    String user(UserId id) {
        return withId(snapshot.user(id).displayName(), id.value());
    }

    String group(GroupId id) {
        Group group = snapshot.group(id);
        return withId(group.displayName(), id.value());
    }

    /** The name that people know a product by, if the table of products has it. */
    Optional<String> product(SkuId id) {
        return products.sku(id).filter(Names::isClear);
    }

    String partNumber(SkuId id) {
        int index = snapshot.skuIndex(id);
        String partNumber = index < 0 ? "" : snapshot.skus().get(index).partNumber();
        return isClear(partNumber) ? partNumber : oneLine(id.value());
    }

    private static String withId(String name, String id) {
        return isClear(name) && !name.equals(id) ? name + " (" + oneLine(id) + ")" : oneLine(id);
    }

    private static boolean isClear(String name) {
        return !name.isBlank() && name.codePoints().noneMatch(Names::isUnclear);
    }

    private static String oneLine(String id) {
        StringBuilder line = new StringBuilder();
        id.codePoints().forEach(codePoint -> line.appendCodePoint(isUnclear(codePoint) ? '\uFFFD' : codePoint));
        return line.toString();
    }

    private static boolean isUnclear(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
