package io.sanse.gateway;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.sanse.contract.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The published document as a client reads it, with another schema validator than the gateway's. */
final class ApiModel {
    static final ObjectMapper JSON = new ObjectMapper();

    /** Good values by {@code operationId.parameter} or by parameter alone; an operation that needs another one fails its tests. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("getSubject.id", "浙GA1234"),
            Map.entry("getTrack.id", "浙GA1234"),
            Map.entry("getSubjectAlerts.id", "浙GA1234"),
            Map.entry("id", "6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11"),
            Map.entry("type", "vehicle"),
            Map.entry("kind", "vehicle"),
            Map.entry("file", "index.html"),
            Map.entry("subject", "vehicle:浙GA1234"),
            Map.entry("model", "vehicle-suspicious-stop"),
            Map.entry("version", "3"),
            Map.entry("at", "2026-03-12T20:00:00Z"));

    /** Operations with an id that the client makes. */
    private static final Set<String> IDENTIFIED = Set.of("beginBacktest", "commandModelVersion", "certifyModelVersion");

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode document;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    ApiModel(String document) {
        this.document = parse(document);
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException unreadable) {
            throw new AssertionError("no JSON: " + json, unreadable);
        }
    }

    /** One operation. */
    record Operation(String id, String method, String path, JsonNode model) {
        Set<Role> roles() {
            Set<Role> roles = new HashSet<>();
            model.path("x-roles").forEach(role -> roles.add(Role.of(role.asText())));
            return roles;
        }

        boolean open() {
            return model.has("security") && model.get("security").isEmpty();
        }

        boolean hasBody() {
            return model.has("requestBody");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(new Operation(
                        operation.getValue().get("operationId").asText(),
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue()))));
        return operations;
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Parameters of an operation, references followed. */
    List<JsonNode> parameters(Operation operation) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.model().path("parameters").forEach(parameter -> parameters.add(follow(parameter)));
        return parameters;
    }

    JsonNode follow(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Path and query with good values for what is required, and one query parameter replaced or added. */
    String target(Operation operation, Map<String, String> replaced) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : parameters(operation)) {
            String name = parameter.get("name").asText();
            String value = replaced.getOrDefault(name, goodValue(operation, parameter));
            switch (parameter.get("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encode(value));
                case "query" -> {
                    if (value != null) {
                        query.add(name + "=" + encode(value));
                    }
                }
                default -> {}
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String goodValue(Operation operation, JsonNode parameter) {
        String name = parameter.get("name").asText();
        if (!parameter.path("required").asBoolean()) {
            return null;
        }
        String value = VALUES.getOrDefault(operation.id() + "." + name, VALUES.get(name));
        if (value == null && !name.equals("Idempotency-Key")) {
            throw new AssertionError("no sample value for parameter " + name + " of " + operation.id());
        }
        return value;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A good request but for the token. */
    HttpRequest.Builder good(GatewayFixture gateway, Operation operation) {
        return withBody(gateway.request(target(operation, Map.of())), operation, goodBody(operation));
    }

    HttpRequest.Builder withBody(HttpRequest.Builder request, Operation operation, String body) {
        if (operation.id().equals("commandAlert")) {
            request.header("idempotency-key", UUID.randomUUID().toString()).header("if-match", "*");
        }
        if (IDENTIFIED.contains(operation.id())) {
            request.header("idempotency-key", UUID.randomUUID().toString());
        }
        return body == null
                ? request.method(operation.method(), HttpRequest.BodyPublishers.noBody())
                : request.header("content-type", "application/json")
                        .method(operation.method(), HttpRequest.BodyPublishers.ofString(body));
    }

    /** The document's own example, or null when there is no body. */
    String goodBody(Operation operation) {
        if (!operation.hasBody()) {
            return null;
        }
        JsonNode content = operation.model().at("/requestBody/content").get("application/json");
        JsonNode example = content.has("example")
                ? content.get("example")
                : content.get("examples").elements().next().get("value");
        JsonNode copy = example.deepCopy();
        if (operation.id().equals("commandAlert")) {
            ((ObjectNode) copy).remove("expectedVersion");
        }
        return copy.toString();
    }

    /** What is wrong with a response by the document; empty when nothing is. */
    Set<String> complaints(Operation operation, HttpResponse<String> response) {
        JsonNode answer = operation.model().get("responses").get(Integer.toString(response.statusCode()));
        if (answer == null) {
            return Set.of("status " + response.statusCode() + " is not in the document");
        }
        JsonNode content = follow(answer).get("content");
        if (content == null) {
            return response.body().isEmpty() ? Set.of() : Set.of("a body where the document has none");
        }
        String type = response.headers().firstValue("content-type").orElse("none");
        JsonNode media = content.has("*/*") ? content.get("*/*") : content.get(type);
        if (media == null) {
            return Set.of("media type " + type + " is not in the document");
        }
        return type.endsWith("json") ? complaints(media.get("schema"), parse(response.body())) : Set.of();
    }

    /** What is wrong with a value by a schema of the document. */
    Set<String> complaints(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema.toString(), text -> compile(schema)).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        root.set("components", document.get("components"));
        root.putArray("allOf").add(schema);
        return FACTORY.getSchema(root);
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas/" + name);
    }

    /** Every example of the document with the schema that it must fit. */
    Map<String, Set<String>> complaintsAboutExamples() {
        Map<String, Set<String>> complaints = new TreeMap<>();
        for (Operation operation : operations()) {
            examples(operation.id() + " request", operation.model().path("requestBody"), complaints);
            operation
                    .model()
                    .get("responses")
                    .properties()
                    .forEach(response -> examples(
                            operation.id() + ' ' + response.getKey(), follow(response.getValue()), complaints));
        }
        complaints.values().removeIf(Set::isEmpty);
        return complaints;
    }

    private void examples(String name, JsonNode holder, Map<String, Set<String>> complaints) {
        for (Map.Entry<String, JsonNode> type : holder.path("content").properties()) {
            JsonNode media = type.getValue();
            if (media.has("example")) {
                complaints.put(name, complaints(media.get("schema"), media.get("example")));
            }
            media.path("examples")
                    .properties()
                    .forEach(example -> complaints.put(
                            name + ' ' + example.getKey(),
                            complaints(media.get("schema"), example.getValue().get("value"))));
        }
    }
}
