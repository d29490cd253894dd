package dev.perseat.benchmarks.worst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.assignment.Holdings;
import dev.perseat.licensing.assignment.TenantSnapshot;
import dev.perseat.licensing.engine.DenseAssignmentCalculator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorstShapeTest {
    private static final int SMALLER = 50;

    @ParameterizedTest
    @EnumSource
    void snapshot_smaller_givesEverybodySomething(WorstShape shape) {
        TenantSnapshot snapshot = shape.snapshot(SMALLER);
        AssignmentResult result = DenseAssignmentCalculator.create().calculate(snapshot, Holdings.empty());
        assertThat(result.holdings().userCount()).isEqualTo(snapshot.userCount());
    }

    @ParameterizedTest
    @EnumSource
    void row_smaller_tellsTheShape(WorstShape shape) {
        assertThat(WorstShapes.row(shape, SMALLER)).startsWith("| " + shape + " | ");
    }
}
