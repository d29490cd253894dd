package dev.perseat.licensing.testkit.store;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.model.AppliesTo;
import dev.perseat.licensing.model.Group;
import dev.perseat.licensing.model.GroupId;
import dev.perseat.licensing.model.GroupKind;
import dev.perseat.licensing.model.ServicePlan;
import dev.perseat.licensing.model.ServicePlanId;
import dev.perseat.licensing.model.Sku;
import dev.perseat.licensing.model.SkuId;
import dev.perseat.licensing.model.Tenant;
import dev.perseat.licensing.model.TenantId;
import dev.perseat.licensing.model.UsageLocation;
import dev.perseat.licensing.model.User;
import dev.perseat.licensing.model.UserId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Texts that stores have stumbled over, and the places in a tenant where a text may be. */
final class StoreTexts {
    private static final int MANY = 10_000;

    private StoreTexts() {}

    static List<String> odd() {
        return List.of(
                "",
                " ",
                "'; DROP TABLE users; --",
                "\"double\" `back` \\ \\u0041 \\' %s ${x} ?",
                "nul \u0000 inside",
                "ends with nul\u0000",
                "line\r\nbreak\ttab\u0007\u001B[31m\u0085\u2028",
                "four bytes \uD83D\uDE00 \uD800\uDC00 \uDBFF\uDFFF",
                "right \u200F\u202Eto left\u202C \u05D0\u05D1",
                "\uFEFFmark, \uFFFE\uFFFF none",
                "composed \u00E9, decomposed e\u0301",
                "trailing blanks  ",
                "null",
                "[1, 2, {\"a\": null}]",
                "<a>&amp;</a>]]>",
                "half a pair \uD83D",
                "\uDE00 other half",
                "x".repeat(MANY),
                "\uD83D\uDE00".repeat(MANY / 2));
    }

    /** Ids in another order than that of {@link String#compareTo}, where case, code points or blanks matter. */
    static List<String> ids() {
        return List.of(
                "b",
                "B",
                "a",
                "A",
                "a ",
                " a",
                "a\uFFFD",
                "a\uD83D\uDE00",
                "\uFFFD",
                "\uD83D\uDE00",
                "\u00E9",
                "e\u0301",
                "\u00DF",
                "ss",
                "i",
                "I",
                "\u0131",
                "10",
                "9",
                "_",
                "%",
                "a'b",
                "a\"b\\c",
                "x".repeat(1_024),
                "x".repeat(1_023) + "y",
                "\uD83D\uDE00".repeat(512));
    }

    /** What sets a text, by the place where it is set. */
    static Map<String, Function<String, TenantChange>> places() {
        Map<String, Function<String, TenantChange>> places = new TreeMap<>();
        places.put(
                "tenant name",
                text -> new TenantChange.TenantSet(new Tenant(TenantId.of("contoso"), text, UsageLocation.of("NO"))));
        places.put("display name", text -> user(alice().displayName(text)));
        places.put("sign-in name", text -> user(alice().userPrincipalName(text)));
        places.put("proxy address", text -> user(alice().proxyAddresses(List.of("first", text))));
        places.put("attribute value", text -> user(alice().attribute("department", text)));
        places.put("attribute name", text -> user(alice().attribute(text, "Sales")));
        places.put("group name", text -> group(text, "true"));
        places.put("membership rule", text -> group("Sales", text));
        places.put(
                "part number",
                text -> new TenantChange.SkuSet(new Sku(
                        SkuId.of("SUITE"),
                        text,
                        AppliesTo.USER,
                        new TreeSet<>(List.of(ServicePlanId.of("CHAT"), ServicePlanId.of("MAIL"))))));
        places.put(
                "plan name",
                text -> new TenantChange.ServicePlanSet(
                        ServicePlan.builder(ServicePlanId.of("MAIL")).name(text).build()));
        return places;
    }

    private static User.Builder alice() {
        return User.builder(UserId.of("alice"));
    }

    private static TenantChange user(User.Builder user) {
        return new TenantChange.UserSet(user.build());
    }

    private static TenantChange group(String name, String rule) {
        return new TenantChange.GroupSet(
                new Group(GroupId.of("sales"), name, GroupKind.SECURITY, true, rule, List.of()));
    }

    /** A text as ASCII, and not too long, for a message. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().limit(40).forEach(unit -> {
            if (unit >= ' ' && unit <= '~') {
                escaped.append((char) unit);
            } else {
                escaped.append("\\u").append(Integer.toHexString(0x10000 | unit).substring(1));
            }
        });
        return escaped + " (" + text.length() + " units)";
    }
}
