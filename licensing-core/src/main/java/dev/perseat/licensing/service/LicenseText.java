package dev.perseat.licensing.service;

import dev.perseat.licensing.model.License;
import dev.perseat.licensing.model.ServicePlanId;
import java.util.List;

/** Licences as an audit trail shows them: JSON in the words of Microsoft Graph. */
final class LicenseText {
    private LicenseText() {}

    static String of(List<License> licenses) {
        StringBuilder text = new StringBuilder("[");
        for (License license : licenses) {
            text.append(text.length() > 1 ? "," : "").append("{\"skuId\":");
            quote(license.skuId().value(), text);
            text.append(",\"disabledPlans\":[");
            String separator = "";
            for (ServicePlanId plan : license.disabledPlans()) {
                quote(plan.value(), text.append(separator));
                separator = ",";
            }
            text.append("]}");
        }
        return text.append(']').toString();
    }

    static String quoted(List<?> ids) {
        StringBuilder text = new StringBuilder("[");
        for (Object id : ids) {
            quote(id.toString(), text.append(text.length() > 1 ? "," : ""));
        }
        return text.append(']').toString();
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (unit == '"' || unit == '\\') {
                text.append('\\').append(unit);
            } else if (unit < ' ') {
                text.append("\\u00")
                        .append(Character.forDigit(unit >> 4, 16))
                        .append(Character.forDigit(unit & 15, 16));
            } else {
                text.append(unit);
            }
        }
        text.append('"');
    }
}
