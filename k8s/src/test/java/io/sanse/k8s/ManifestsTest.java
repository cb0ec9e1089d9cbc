package io.sanse.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Set<String> SERVICES = Set.of(
            "sanse-gateway",
            "sanse-ingest-service",
            "sanse-model-service",
            "sanse-alert-service",
            "sanse-notify-service");
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    @Test
    void everyFileIsYamlWithoutDuplicateKeys() throws IOException {
        try (Stream<Path> files = Files.walk(MODULE)) {
            List<Path> manifests = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.startsWith(MODULE.resolve("target")))
                    .toList();
            assertTrue(manifests.size() > 10);
            for (Path manifest : manifests) {
                assertFalse(read(Files.readString(manifest)).isEmpty(), manifest.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void anOverlayFitsTheKubernetesSchemasStrictly(String overlay) throws IOException, InterruptedException {
        StrictSchemas schemas = new StrictSchemas(schemaFolder());
        for (JsonNode document : render(overlay)) {
            assertEquals(List.of(), schemas.validate(document), name(document));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, dota: {}}",
                "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: a}, spec: {maxUnavailable: [1]}}",
                "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{name: http}]}}"
            })
    void theSchemasFindUnknownFieldsWrongTypesAndMissingOnes(String broken) throws IOException {
        assertFalse(
                new StrictSchemas(schemaFolder()).validate(read(broken).get(0)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyServiceIsRestrictedProbedAndProtected(String overlay) throws IOException, InterruptedException {
        List<JsonNode> documents = render(overlay);
        assertEquals(SERVICES, names(documents, "Deployment"));
        assertEquals(SERVICES, names(documents, "PodDisruptionBudget"));
        assertTrue(names(documents, "NetworkPolicy").contains("deny-all"));
        documents.stream()
                .filter(document -> document.path("kind").asText().equals("Deployment"))
                .forEach(ManifestsTest::check);
    }

    private static void check(JsonNode deployment) {
        String name = name(deployment);
        JsonNode pod = deployment.at("/spec/template/spec");
        assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean(), name);
        assertFalse(pod.path("automountServiceAccountToken").asBoolean(true), name);
        assertEquals(1, pod.path("containers").size(), name);
        JsonNode container = pod.at("/containers/0");
        assertTrue(container.at("/securityContext/readOnlyRootFilesystem").asBoolean(), name);
        assertFalse(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true), name);
        assertEquals("ALL", container.at("/securityContext/capabilities/drop/0").asText(), name);
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertEquals("management", container.path(probe).at("/httpGet/port").asText(), name + ' ' + probe);
        }
        assertEquals(container.at("/resources/requests/memory"), container.at("/resources/limits/memory"), name);
        assertTrue(container.at("/resources/limits/cpu").isMissingNode(), name);
        assertTrue(container.at("/lifecycle/preStop/sleep/seconds").asInt() > 0, name);
        assertTrue(container.path("image").asText().contains(":"), name);
    }

    private static List<JsonNode> render(String overlay) throws IOException, InterruptedException {
        Optional<Path> kubectl = Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(kubectl.isPresent(), "skipped: kubectl, which renders the overlays, is not installed");
        Process process = new ProcessBuilder(kubectl.orElseThrow().toString(), "kustomize", "overlays/" + overlay)
                .directory(MODULE.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String rendered = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), "kubectl kustomize " + overlay);
        return read(rendered);
    }

    private static List<JsonNode> read(String yaml) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return new ArrayList<>(documents.readAll());
        }
    }

    private static Path schemaFolder() {
        Path root = Optional.ofNullable(System.getenv("SANSE_RECORDINGS"))
                .map(Path::of)
                .orElse(MODULE.getParent().resolveSibling("shared"));
        Path folder = root.resolve("k8s-schemas/k8s/1.33");
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no recordings");
        return folder;
    }

    private static Set<String> names(List<JsonNode> documents, String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .map(ManifestsTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }
}
