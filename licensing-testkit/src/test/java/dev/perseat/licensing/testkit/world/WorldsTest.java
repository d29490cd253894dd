package dev.perseat.licensing.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorldsTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/perseat/licensing/testkit/world");
    /** A world in the table of the README: a name in code font, in lower case and with a hyphen. */
    private static final Pattern NAME = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");

    @Test
    void all_isWhatTheFolderHolds_inOrder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(WorldReader.SUFFIX))
                    .map(name -> name.substring(0, name.length() - WorldReader.SUFFIX.length()))
                    .sorted()
                    .toList();
            assertThat(Worlds.all().stream().map(World::name)).containsExactlyElementsOf(names);
        }
    }

    @Test
    void all_haveTitlesAndSectionsOfTheLaw() {
        assertThat(Worlds.all())
                .allSatisfy(world -> assertThat(world.title()).isNotBlank())
                .allSatisfy(world -> assertThat(world.law()).isNotEmpty());
    }

    @Test
    void all_coverEverySection() {
        SortedSet<String> covered = new TreeSet<>();
        Worlds.all().forEach(world -> covered.addAll(world.law()));
        assertThat(covered)
                .contains(
                        "1", "2", "3", "4", "5", "5.1", "5.2", "5.2.1", "5.2.2", "5.2.3", "5.2.4", "5.2.5", "5.3",
                        "5.4", "6.1", "6.2", "7");
    }

    @Test
    void all_areInTheTableOfTheReadme_andNoOthers() throws IOException {
        SortedSet<String> told = new TreeSet<>();
        String readme = Files.readString(FOLDER.resolve("README.md"));
        String table = readme.substring(readme.indexOf("## Coverage"));
        NAME.matcher(table).results().map(MatchResult::group).forEach(name -> told.add(name.replace("`", "")));
        assertThat(told).containsExactlyElementsOf(Worlds.names());
    }

    @Test
    void badInput_isWhatTheSnapshotRefuses() {
        World world = Worlds.named("bad-country");
        assertThat(world.isBadInput()).isTrue();
        assertThatThrownBy(world::snapshot).hasMessageContaining("XX");
        assertThat(Worlds.named("last-seat").isBadInput()).isFalse();
    }

    @Test
    void named_unknown_rejected() {
        assertThatThrownBy(() -> Worlds.named("no-such-world"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-world");
    }
}
