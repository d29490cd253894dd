package dev.perseat.examples.tenantreport;

import dev.perseat.licensing.assignment.LicensingPolicy.GroupFailure;
import dev.perseat.licensing.assignment.LicensingPolicy.NestedGroups;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An option that takes one of a few words: exactly as written, whatever the locale. */
abstract class Choices<T> implements ITypeConverter<T> {
    private final SortedMap<String, T> values;

    private Choices(Map<String, T> values) {
        this.values = new TreeMap<>(values);
    }

    @Override
    public T convert(String word) {
        T value = values.get(word);
        if (value == null) {
            throw new TypeConversionException("'" + word + "' is none of " + String.join(", ", values.keySet()));
        }
        return value;
    }

    static final class OfNestedGroups extends Choices<NestedGroups> {
        OfNestedGroups() {
            super(Map.of("direct", NestedGroups.DIRECT, "transitive", NestedGroups.TRANSITIVE));
        }
    }

    static final class OfGroupFailure extends Choices<GroupFailure> {
        OfGroupFailure() {
            super(Map.of("all-or-nothing", GroupFailure.ALL_OR_NOTHING, "per-product", GroupFailure.PER_PRODUCT));
        }
    }

    static final class OfFormat extends Choices<Format> {
        OfFormat() {
            super(Map.of("text", Format.TEXT, "json", Format.JSON));
        }
    }
}
