package dev.perseat.examples.tenantreport;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same export in another order: entries, members, licences, plans and properties. Only proxy addresses stay as they
 * are listed, since the first that is shared is the one that is told.
 */
final class ShuffledExport {
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random;

    private ShuffledExport(long seed) {
        this.random = new Random(seed);
    }

    static Path write(Path export, Path folder, long seed) throws IOException {
        ShuffledExport shuffled = new ShuffledExport(seed);
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(export, "*.json")) {
            for (Path file : files) {
                JsonNode tree = JSON.readTree(Files.readString(file));
                Path copy = folder.resolve(export.relativize(file));
                Files.writeString(copy, JSON.writeValueAsString(shuffled.shuffle(tree)));
            }
        }
        return folder;
    }

    private JsonNode shuffle(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> properties = new ArrayList<>(object.properties());
            Collections.shuffle(properties, random);
            ObjectNode copy = JSON.createObjectNode();
            properties.forEach(property -> copy.set(
                    property.getKey(),
                    property.getKey().equals("proxyAddresses") ? property.getValue() : shuffle(property.getValue())));
            return copy;
        } else if (node instanceof ArrayNode array) {
            List<JsonNode> elements = new ArrayList<>();
            array.forEach(element -> elements.add(shuffle(element)));
            Collections.shuffle(elements, random);
            return JSON.createArrayNode().addAll(elements);
        }
        return node;
    }
}
