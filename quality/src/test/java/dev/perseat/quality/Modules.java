package dev.perseat.quality;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the Maven module of a class by the place it was read from, a jar or a folder of classes. So a new package
 * or a new adapter falls under the rules without being named in them.
 */
final class Modules {
    private static final Pattern PLACE = Pattern.compile("/(licensing-[a-z-]+?)(-\\d[^/]*\\.jar!|/target/)");

    private static final Set<String> NOT_ADAPTERS = Set.of("licensing-api", "licensing-core", "licensing-testkit");

    private Modules() {}

    static DescribedPredicate<JavaClass> in(String module) {
        return DescribedPredicate.describe(
                "in " + module, type -> moduleOf(type).filter(module::equals).isPresent());
    }

    static DescribedPredicate<JavaClass> inAnAdapter() {
        return DescribedPredicate.describe(
                "in an adapter",
                type -> moduleOf(type)
                        .filter(module -> !NOT_ADAPTERS.contains(module))
                        .isPresent());
    }

    /** The module, or empty for a class of the JDK or of a library. */
    static Optional<String> moduleOf(JavaClass type) {
        return type.getBaseComponentType()
                .getSource()
                .map(source -> PLACE.matcher(source.getUri().toString()))
                .filter(Matcher::find)
                .map(place -> place.group(1));
    }
}
