package dev.perseat.licensing.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.TenantChange;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.directory.ChangeTrackingDirectory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract is itself tested: a directory that breaks a rule fails a test of that rule. */
class ChangeTrackingDirectoryContractTest {
    private static final int RULE = 3;

    @TestFactory
    Stream<DynamicTest> brokenDirectory_failsTheRuleThatItBreaks() {
        return ForgetfulDirectories.all().entrySet().stream()
                .map(broken -> DynamicTest.dynamicTest(
                        broken.getKey(),
                        () -> assertThat(failedRules(broken.getValue()))
                                .contains(broken.getKey().substring(0, RULE))));
    }

    @Test
    void rightDirectory_failsNothing() {
        assertThat(failedRules(TrackingDirectory::new)).isEmpty();
    }

    private static List<String> failedRules(Function<ChangingDirectory, TrackingDirectory> breaking) {
        return Arrays.stream(ChangeTrackingDirectoryContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .filter(method -> fails(new Contract(breaking), method))
                .map(method -> method.getName().substring(0, RULE))
                .toList();
    }

    private static boolean fails(ChangeTrackingDirectoryContract contract, Method test) {
        try {
            test.invoke(contract);
            return false;
        } catch (InvocationTargetException e) {
            return true;
        } catch (IllegalAccessException e) {
            throw new LinkageError("the tests of the contract are public", e);
        }
    }

    private static final class Contract extends ChangeTrackingDirectoryContract {
        private final Function<ChangingDirectory, TrackingDirectory> breaking;

        Contract(Function<ChangingDirectory, TrackingDirectory> breaking) {
            this.breaking = breaking;
        }

        @Override
        protected ChangeTrackingDirectory directory(TenantSnapshot prescribed) {
            return breaking.apply(ChangingDirectory.of(prescribed));
        }

        @Override
        protected void change(ChangeTrackingDirectory directory, List<TenantChange> changes) {
            ((TrackingDirectory) directory).changing.apply(changes);
        }

        @Override
        protected void forget(ChangeTrackingDirectory directory) {
            ((TrackingDirectory) directory).changing.expireTokens();
        }
    }
}
