package io.sanse.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The Kubernetes OpenAPI documents as schemas that also refuse unknown fields. */
final class StrictSchemas {
    private final ObjectMapper json = new ObjectMapper();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<String, JsonSchema> cache = new HashMap<>();
    private final Path folder;

    /** @param folder one Kubernetes version: {@code api/v1.json}, {@code apis/<group>/<version>.json} */
    StrictSchemas(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with a document; empty when nothing is. */
    List<String> validate(JsonNode document) throws IOException {
        String apiVersion = document.path("apiVersion").asText();
        String kind = document.path("kind").asText();
        JsonSchema schema = cache.get(apiVersion + kind);
        if (schema == null) {
            schema = load(apiVersion, kind);
            cache.put(apiVersion + kind, schema);
        }
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    private JsonSchema load(String apiVersion, String kind) throws IOException {
        int slash = apiVersion.indexOf('/');
        Path file = slash < 0
                ? folder.resolve("api").resolve(apiVersion + ".json")
                : folder.resolve("apis")
                        .resolve(apiVersion.substring(0, slash))
                        .resolve(apiVersion.substring(slash + 1) + ".json");
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("no schemas for apiVersion " + apiVersion);
        }
        JsonNode root = json.readTree(file.toFile());
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        ObjectNode schema = json.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name(root, group, kind));
        schema.set("components", root.path("components"));
        refuseUnknown(schema);
        return factory.getSchema(schema);
    }

    private static String name(JsonNode root, String group, String kind) {
        for (Map.Entry<String, JsonNode> schema :
                root.path("components").path("schemas").properties()) {
            for (JsonNode gvk : schema.getValue().path("x-kubernetes-group-version-kind")) {
                if (gvk.path("group").asText().equals(group)
                        && gvk.path("kind").asText().equals(kind)) {
                    return schema.getKey();
                }
            }
        }
        throw new IllegalArgumentException("no kind " + kind + " in group '" + group + "'");
    }

    private static void refuseUnknown(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        node.forEach(StrictSchemas::refuseUnknown);
    }
}
