package dev.perseat.licensing.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.store.LicenseStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract is itself tested: a store that breaks a rule fails a test of that rule. */
class LicenseStoreContractTest {
    @TestFactory
    Stream<DynamicTest> brokenStore_failsTheRuleThatItBreaks() {
        Map<String, BiFunction<LicenseStore, Clock, LicenseStore>> broken = new TreeMap<>(BrokenCommits.all());
        BrokenReadings.all().forEach((name, store) -> broken.put(name, (right, clock) -> store.apply(right)));
        return broken.entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.getKey(),
                        () -> assertThat(failures(rule(it.getKey()), it.getValue()))
                                .isPositive()));
    }

    @Test
    void rightStore_failsNothing() {
        assertThat(failures("", (right, clock) -> right)).isZero();
    }

    private static String rule(String name) {
        return name.substring(0, name.indexOf(' ')) + "_";
    }

    private static long failures(String rule, BiFunction<LicenseStore, Clock, LicenseStore> breaking) {
        return Arrays.stream(LicenseStoreContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(method -> method.getName().startsWith(rule))
                .filter(method -> fails(new Contract(breaking), method))
                .count();
    }

    private static boolean fails(LicenseStoreContract contract, Method test) {
        try {
            test.invoke(contract);
            return false;
        } catch (InvocationTargetException e) {
            return true;
        } catch (IllegalAccessException e) {
            throw new LinkageError("the tests of the contract are public", e);
        }
    }

    private static final class Contract extends LicenseStoreContract {
        private final ManualClock clock = new ManualClock();
        private final BiFunction<LicenseStore, Clock, LicenseStore> breaking;

        Contract(BiFunction<LicenseStore, Clock, LicenseStore> breaking) {
            this.breaking = breaking;
        }

        @Override
        protected LicenseStore store() {
            return breaking.apply(new InMemoryLicenseStore(clock), clock);
        }

        @Override
        protected LicenseStore reopened(LicenseStore store) {
            return store;
        }

        @Override
        protected void letPass(Duration time) {
            clock.move(time);
        }

        @Override
        Duration patience() {
            return Duration.ofMillis(100);
        }
    }
}
