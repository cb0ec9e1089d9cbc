package io.sanse.gateway.http;

import io.sanse.contract.Role;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * {@code openapi.yaml}: the source of the routes, of what each request must look like, and of who may send it.
 */
public final class ApiDocument {
    private static final String RESOURCE = "openapi.yaml";
    private static final String JSON = "application/json";

    private final Buffer json;
    private final OpenAPIContract contract;
    private final Map<String, Set<Role>> roles;
    private final Map<String, Set<String>> mediaTypes;

    private ApiDocument(JsonObject published, OpenAPIContract contract) {
        this.json = published.toBuffer();
        this.contract = contract;
        this.roles = roles(contract);
        this.mediaTypes = mediaTypes(published);
    }

    /** Reads the document from the class path; fails when it is not OpenAPI 3.1 or an operation does not say who may use it. */
    public static Future<ApiDocument> load(Vertx vertx) {
        return vertx.fileSystem().readFile(RESOURCE).compose(yaml -> of(vertx, yaml.toString()));
    }

    static Future<ApiDocument> of(Vertx vertx, String yaml) {
        JsonObject published =
                new JsonObject(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(yaml));
        return OpenAPIContract.from(vertx, readable(published)).map(contract -> new ApiDocument(published, contract));
    }

    /** The library refuses media types other than JSON: answers are not its business, and bodies are read as JSON whatever they are called. */
    private static JsonObject readable(JsonObject published) {
        JsonObject readable = published.copy();
        dropContent(readable.getJsonObject("components").getJsonObject("responses"));
        for (JsonObject operation : operations(readable)) {
            dropContent(operation.getJsonObject("responses"));
            content(operation).getMap().keySet().retainAll(Set.of(JSON));
        }
        return readable;
    }

    private static void dropContent(JsonObject responses) {
        responses.forEach(response -> ((JsonObject) response.getValue()).remove("content"));
    }

    private static List<JsonObject> operations(JsonObject document) {
        return document.getJsonObject("paths").stream()
                .flatMap(path -> ((JsonObject) path.getValue()).stream())
                .map(operation -> (JsonObject) operation.getValue())
                .toList();
    }

    private static JsonObject content(JsonObject operation) {
        return operation.getJsonObject("requestBody", new JsonObject()).getJsonObject("content", new JsonObject());
    }

    private static Map<String, Set<String>> mediaTypes(JsonObject published) {
        return operations(published).stream()
                .collect(Collectors.toUnmodifiableMap(
                        operation -> operation.getString("operationId"),
                        operation -> Set.copyOf(content(operation).fieldNames())));
    }

    private static Map<String, Set<Role>> roles(OpenAPIContract contract) {
        Map<String, Set<Role>> roles = new HashMap<>();
        for (Operation operation : contract.operations()) {
            roles.put(operation.getOperationId(), roles(operation));
        }
        return Map.copyOf(roles);
    }

    private static Set<Role> roles(Operation operation) {
        Object named = operation.getExtensions().get("x-roles");
        boolean open = operation.getSecurityRequirements().isEmpty();
        if (open == (named != null) || (named != null && ((JsonArray) named).isEmpty())) {
            throw new IllegalStateException("operation " + operation.getOperationId()
                    + " must either name its x-roles or be open to everybody by an empty security");
        }
        Set<Role> roles = new HashSet<>();
        if (named != null) {
            ((JsonArray) named).forEach(role -> roles.add(Role.of((String) role)));
        }
        return Set.copyOf(roles);
    }

    /** The published document. */
    public Buffer json() {
        return json;
    }

    OpenAPIContract contract() {
        return contract;
    }

    /** Who may use an operation; empty = everybody, without a token. */
    public Set<Role> roles(String operationId) {
        return roles.get(operationId);
    }

    /** Every operation with the roles that may use it. */
    public Map<String, Set<Role>> roles() {
        return roles;
    }

    /** What an operation's body may be. */
    Set<String> mediaTypes(String operationId) {
        return mediaTypes.get(operationId);
    }
}
