package dev.perseat.quality;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.perseat.quality.Modules.in;
import static dev.perseat.quality.Modules.inAnAdapter;
import static dev.perseat.quality.Modules.moduleOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The rules that hold across all deployed modules; each says why it is there. */
@AnalyzeClasses(packages = "dev.perseat.licensing", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "dev.perseat.licensing.engine..";

    private static final DescribedPredicate<JavaClass> HASH_CONTAINERS = belongToAnyOf(
            HashMap.class, HashSet.class, ConcurrentHashMap.class, IdentityHashMap.class, WeakHashMap.class);

    private static final Set<String> HASH_ITERATION = Set.of(
            "entrySet",
            "forEach",
            "iterator",
            "keySet",
            "parallelStream",
            "spliterator",
            "stream",
            "toArray",
            "toString",
            "values");

    @ArchTest
    static final ArchRule API_STANDS_ALONE = classes()
            .that(in("licensing-api"))
            .should()
            .onlyDependOnClassesThat(in("licensing-api").or(resideInAnyPackage("java..", "org.jspecify..")))
            .because("an application that compiles against the API must get no other library with it");

    @ArchTest
    static final ArchRule CORE_KNOWS_ONLY_THE_API = classes()
            .that(in("licensing-core"))
            .should()
            .onlyDependOnClassesThat(
                    in("licensing-core").or(in("licensing-api")).or(resideInAnyPackage("java..", "org.jspecify..")))
            .because("the core is embedded in any application, and adapters must stay replaceable");

    @ArchTest
    static final ArchRule ADAPTERS_KNOW_NEITHER_CORE_NOR_TESTKIT = noClasses()
            .that(inAnAdapter())
            .should()
            .dependOnClassesThat(in("licensing-core").or(in("licensing-testkit")))
            .because("an adapter serves every implementation of the API");

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = classes()
            .that(inAnAdapter())
            .should(dependOn(
                    "depend on no other adapter",
                    dependency -> inAnAdapter().test(dependency.getTargetClass())
                            && !moduleOf(dependency.getTargetClass()).equals(moduleOf(dependency.getOriginClass()))))
            .because("an application chooses its adapters one by one");

    @ArchTest
    static final ArchRule TESTKIT_DOES_NOT_KNOW_CORE = noClasses()
            .that(in("licensing-testkit"))
            .should()
            .dependOnClassesThat(in("licensing-core"))
            .because("the reference calculator is worth something only if it shares no code with what it checks");

    @ArchTest
    static final ArchRule INTERNAL_PACKAGES_STAY_INTERNAL = classes()
            .should(dependOn(
                    "depend on internal packages of their own module only",
                    dependency -> dependency
                                    .getTargetClass()
                                    .getBaseComponentType()
                                    .getPackageName()
                                    .matches("dev\\.perseat\\.(.+\\.)?internal(\\..+)?")
                            && !moduleOf(dependency.getTargetClass()).equals(moduleOf(dependency.getOriginClass()))))
            .because("what is internal may change in every release");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_TYPE_IS = noClasses()
            .that()
            .areNotAnonymousClasses()
            .should()
            .haveNameMatching(".*(Impl|Base|Manager|Helper|Util|Utils)")
            .because("such an ending says nothing; a sole implementation is Default..., others tell their nature");

    @ArchTest
    static final ArchRule ENGINE_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .accessTargetWhere(access("read a clock", ArchitectureTest::readsClock))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(Clock.class))
            .because("the same snapshot must give the same result at any time");

    @ArchTest
    static final ArchRule ENGINE_DRAWS_NO_LOTS = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat(describe("are random", type -> type.isAssignableTo(RandomGenerator.class)))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(SecureRandom.class))
            .orShould()
            .accessTargetWhere(access(
                    "be random", call -> calls(call, Math.class, "random") || calls(call, UUID.class, "randomUUID")))
            .because("the same snapshot must give the same result every time");

    @ArchTest
    static final ArchRule ENGINE_DOES_NOT_ITERATE_OVER_HASHES = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .accessTargetWhere(access("iterate over a hash container", ArchitectureTest::iteratesOverHash))
            .because("the order of a hash container differs between runs and must not reach a result;"
                    + " a hash container is declared by its class, so that this rule sees it");

    @ArchTest
    static final ArchRule ENGINE_DOES_NOT_DEPEND_ON_ITS_HOST = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .accessTargetWhere(
                    access("ask the host for its locale or charset", ArchitectureTest::asksForLocaleOrCharset))
            .because("the same snapshot must give the same result on every machine");

    @ArchTest
    static final ArchRule ENGINE_DOES_NOT_LOG = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat(belongToAnyOf(System.Logger.class, System.LoggerFinder.class))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("java.util.logging.."))
            .orShould()
            .accessTargetWhere(access("ask for a logger", call -> calls(call, System.class, "getLogger")))
            .because("the engine answers with reasons; who calls it may log them");

    @ArchTest
    static final ArchRule NOTHING_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
            "the standard streams belong to the application that embeds the library");

    @ArchTest
    static final ArchRule CORE_IS_MOSTLY_PACKAGE_PRIVATE = classes()
            .that(in("licensing-core"))
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(bePublicForAtMostAThird())
            .because("what is not public can be changed without asking anybody");

    private static boolean readsClock(JavaAccess<?> access) {
        return calls(access, System.class, "currentTimeMillis")
                || calls(access, System.class, "nanoTime")
                || (access.getTargetOwner().getPackageName().equals("java.time")
                        && access.getName().equals("now"));
    }

    private static boolean iteratesOverHash(JavaAccess<?> access) {
        return HASH_CONTAINERS.test(access.getTargetOwner()) && HASH_ITERATION.contains(access.getName());
    }

    private static boolean asksForLocaleOrCharset(JavaAccess<?> access) {
        return calls(access, Locale.class, "getDefault")
                || calls(access, Charset.class, "defaultCharset")
                || access.getTarget().getFullName().equals("java.lang.String.toLowerCase()")
                || access.getTarget().getFullName().equals("java.lang.String.toUpperCase()");
    }

    private static boolean calls(JavaAccess<?> access, Class<?> owner, String method) {
        return access.getTargetOwner().isEquivalentTo(owner) && name(method).test(access.getTarget());
    }

    private static DescribedPredicate<JavaAccess<?>> access(String description, Predicate<JavaAccess<?>> predicate) {
        return describe(description, predicate);
    }

    private static ArchCondition<JavaClass> dependOn(String description, Predicate<Dependency> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(forbidden)
                        .map(dependency -> SimpleConditionEvent.violated(dependency, dependency.getDescription()))
                        .forEach(events::add);
            }
        };
    }

    private static ArchCondition<JavaClass> bePublicForAtMostAThird() {
        return new ArchCondition<>("be public for at most a third") {
            private final List<JavaClass> publicTypes = new ArrayList<>();
            private int count;

            @Override
            public void init(Collection<JavaClass> types) {
                publicTypes.clear();
                count = types.size();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
                    publicTypes.add(type);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (publicTypes.size() * 3 > count) {
                    events.add(SimpleConditionEvent.violated(
                            publicTypes, publicTypes.size() + " of " + count + " types are public: " + publicTypes));
                }
            }
        };
    }
}
