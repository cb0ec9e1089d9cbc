package io.sanse.gateway;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.Role;
import io.sanse.contract.access.AccessService;
import io.sanse.contract.access.AccessTurn;
import io.sanse.contract.explain.ExplanationService;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.contract.service.AlertEventPage;
import io.sanse.contract.service.AlertService;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.ExchangeService;
import io.sanse.contract.service.IngestService;
import io.sanse.contract.service.ModelService;
import io.sanse.contract.service.NotifyService;
import io.sanse.contract.service.Track;
import io.sanse.contract.service.VersionService;
import io.sanse.contract.trace.TraceBackService;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Everything that the services' interfaces can answer with, found by itself, against the document: no member and no word on one side alone. */
class DocumentDriftTest {
    private static final ApiModel API = new ApiModel(read());

    /** Schemas that are not called as their record is, as JSON pointers. */
    private static final Map<String, String> POINTERS = Map.ofEntries(
            entry("Permit", schema("EnterpriseDetails/properties/permit")),
            entry("Interval", schema("Reading/properties/interval")),
            entry("Step", schema("ManifestStep/properties/step")),
            entry("Side", schema("Weighing/properties/side")),
            entry("Entry", schema("LedgerEntry/properties/entry")),
            entry("Act", schema("StockEntry/properties/entry")),
            entry("Thing", schema("Sighting/properties/things/items")),
            entry("Window", schema("RoundDetails/properties/windows/items")),
            entry("Item", schema("CatalogueItem")),
            entry("Parameter", schema("ModelParameter")),
            entry("OwnValue", schema("ModelOverride")),
            entry("Silence", schema("ModelSilence")),
            entry("Point", schema("TrackPoint")),
            entry("Segment", schema("Track/properties/segments/items")),
            entry("Result", schema("ExchangeReceipt/properties/results/items")));

    /** Goes to clients as the stream's events, not as a page, or not at all. */
    private static final Set<Class<?>> INSIDE = Set.of(AlertEventPage.class, AccessTurn.class);

    private static String read() {
        try (InputStream yaml = DocumentDriftTest.class.getResourceAsStream("/openapi.yaml")) {
            return Json.text(new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(yaml));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String schema(String name) {
        return "/components/schemas/" + name;
    }

    @TestFactory
    Stream<DynamicTest> everyRecordHasTheMembersOfItsSchema() {
        return answers().stream()
                .filter(Class::isRecord)
                .filter(type -> !INSIDE.contains(type))
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(), () -> assertEquals(documented(type), members(type))));
    }

    @TestFactory
    Stream<DynamicTest> everyWordIsInItsSchema() {
        Stream<Class<?>> asked = Stream.of(Role.class, RegistryKind.class, LoadState.class);
        return Stream.concat(answers().stream().filter(Class::isEnum), asked)
                .distinct()
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(), () -> assertEquals(documentedWords(type), words(type))));
    }

    @Test
    void theInterfacesAreFollowedToTheirEnds() {
        Set<Class<?>> answers = answers();
        assertTrue(answers.containsAll(Set.of(Track.Point.class, Details.Officer.class)), answers::toString);
    }

    private static JsonNode schemaOf(Class<?> type) {
        String suffix = type.getEnclosingClass() == Details.class ? "Details" : "";
        JsonNode found = API.at(POINTERS.getOrDefault(type.getSimpleName(), schema(type.getSimpleName() + suffix)));
        assertTrue(found.isObject(), "the document has no schema for " + type);
        return found;
    }

    private static Set<String> documented(Class<?> type) {
        Set<String> names = new TreeSet<>();
        schemaOf(type).get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> members(Class<?> type) {
        Set<String> names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(type.getInterfaces())
                .map(of -> of.getAnnotation(JsonTypeInfo.class))
                .forEach(tagged -> names.add(tagged.property()));
        return names;
    }

    private static Set<String> documentedWords(Class<?> type) {
        return StreamSupport.stream(schemaOf(type).get("enum").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Json.text(constant).replace("\"", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Class<?>> answers() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Stream.of(
                        AccessService.class,
                        AlertService.class,
                        BacktestService.class,
                        ExchangeService.class,
                        ExplanationService.class,
                        IngestService.class,
                        ModelService.class,
                        NotifyService.class,
                        TraceBackService.class,
                        VersionService.class)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .map(Method::getGenericReturnType)
                .forEach(answer -> follow(answer, found));
        return found;
    }

    private static void follow(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> follow(argument, found));
        } else if (type instanceof Class<?> known && isOurs(known) && !writtenAsText(known) && found.add(known)) {
            if (known.isRecord()) {
                Arrays.stream(known.getRecordComponents()).forEach(member -> follow(member.getGenericType(), found));
            }
            JsonSubTypes kinds = known.getAnnotation(JsonSubTypes.class);
            if (kinds != null) {
                Arrays.stream(kinds.value()).forEach(kind -> follow(kind.value(), found));
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.sanse.contract.");
    }

    /** A record with a text form of its own, as a subject. */
    private static boolean writtenAsText(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
