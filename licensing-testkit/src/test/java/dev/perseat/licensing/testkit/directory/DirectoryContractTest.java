package dev.perseat.licensing.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.Directory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract is itself tested: a directory that breaks a rule fails the test of that rule. */
class DirectoryContractTest {
    private static final int RULE = 3;

    @TestFactory
    Stream<DynamicTest> brokenDirectory_failsTheRuleThatItBreaks() {
        return BrokenDirectories.all().entrySet().stream()
                .map(broken -> DynamicTest.dynamicTest(
                        broken.getKey(),
                        () -> assertThat(failedRules(broken.getValue()))
                                .contains(broken.getKey().substring(0, RULE))));
    }

    @Test
    void rightDirectory_failsNothing() {
        assertThat(failedRules(directory -> directory)).isEmpty();
    }

    @Test
    void directoryThatEndsAsIfItWereComplete_failsD12() {
        assertThat(failedRules(new Contract(directory -> directory) {
                    @Override
                    protected Directory unreadable(TenantSnapshot content) {
                        return InMemoryDirectory.builder(content.tenant()).build();
                    }
                }))
                .containsExactly("d12");
    }

    @Test
    void directoryThatCanBeReadAfterAll_failsD12() {
        assertThat(failedRules(new Contract(directory -> directory) {
                    @Override
                    protected Directory unreadable(TenantSnapshot content) {
                        return directory(content);
                    }
                }))
                .containsExactly("d12");
    }

    private static SortedSet<String> failedRules(UnaryOperator<Directory> breaking) {
        return failedRules(new Contract(breaking));
    }

    private static SortedSet<String> failedRules(DirectoryContract contract) {
        SortedSet<String> rules = new TreeSet<>();
        Arrays.stream(DirectoryContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(method -> fails(contract, method))
                .forEach(method -> rules.add(method.getName().substring(0, RULE)));
        return rules;
    }

    private static boolean fails(DirectoryContract contract, Method test) {
        try {
            test.invoke(contract);
            return false;
        } catch (InvocationTargetException e) {
            return true;
        } catch (IllegalAccessException e) {
            throw new LinkageError("the tests of the contract are public", e);
        }
    }

    private static class Contract extends DirectoryContract {
        private final UnaryOperator<Directory> breaking;

        Contract(UnaryOperator<Directory> breaking) {
            this.breaking = breaking;
        }

        @Override
        protected Directory directory(TenantSnapshot content) {
            return breaking.apply(InMemoryDirectory.of(content));
        }

        @Override
        protected Directory unreadable(TenantSnapshot content) {
            return FailingDirectory.after(3, InMemoryDirectory.of(content));
        }
    }
}
