package dev.perseat.licensing.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perseat.licensing.assignment.AssignmentResult;
import dev.perseat.licensing.testkit.reference.ReferenceCalculator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class WorldWriterTest {
    @TestFactory
    Stream<DynamicTest> worldThatShips_readsBackTheSame() {
        return Worlds.all().stream()
                .filter(world -> world.input().problems().isEmpty())
                .map(world -> DynamicTest.dynamicTest(world.name(), () -> assertReadsBack(world)));
    }

    @TestFactory
    Stream<DynamicTest> calculation_readsBackTheSame_andDemandsWhatWasAnswered() {
        return Worlds.all().stream()
                .filter(world -> !world.isBadInput())
                .map(world -> DynamicTest.dynamicTest(world.name(), () -> {
                    World calculated = calculated(world);
                    assertReadsBack(calculated);
                    assertThat(calculated.differences(new ReferenceCalculator()))
                            .isEmpty();
                }));
    }

    private static void assertReadsBack(World world) {
        String text = WorldWriter.write(world);
        World read = WorldReader.parse(world.name(), text);
        assertThat(read).isEqualTo(world).hasSameHashCodeAs(world);
        assertThat(WorldWriter.write(read)).isEqualTo(text);
    }

    private static World calculated(World world) {
        AssignmentResult result = new ReferenceCalculator().calculate(world.snapshot(), world.holdings());
        return World.of(world.name(), world.title(), world.holdings(), result);
    }

    @Test
    void write_saysEverything() {
        assertThat(WorldWriter.write(calculated(Worlds.named("last-seat")))).isEqualTo("""
                        title "Two users, one seat: the first by id gets it"

                        tenant t in NO
                        plan MAIL
                        sku SUITE plans MAIL
                        subscription SUITE enabled 1
                        user alice in NO
                        user bob in NO
                        group g license SUITE
                        members g alice
                        members g bob

                        state alice group g SUITE active enabled MAIL
                        state bob group g SUITE error count SUITE enabled not-assigned MAIL
                        effective alice SUITE with MAIL
                        effective bob none
                        usage SUITE seats 1 consumed 1 waiting 1
                        summary g members 2 licensed 1 errors count 1
                        change alice group g SUITE after MAIL
                        """);
    }

    @Test
    void write_whatTheModelDoesNotLetIn_rejected() {
        assertThatThrownBy(() -> WorldWriter.write(Worlds.named("bad-country")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad-country");
    }

    @Test
    void save_isReadBackFromTheFile(@TempDir Path folder) throws IOException {
        World world = Worlds.named("odd-ids");
        Path file = WorldWriter.save(world, folder);
        assertThat(file).hasFileName("odd-ids.world");
        assertThat(WorldReader.read(file)).isEqualTo(world);
    }
}
