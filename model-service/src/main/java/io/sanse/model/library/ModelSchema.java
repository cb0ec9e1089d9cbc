package io.sanse.model.library;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sanse.contract.Level;
import io.sanse.contract.detection.Aggravation;
import io.sanse.model.detect.operator.Operators;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Scope;
import io.sanse.model.detect.parameter.Unit;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.library.parameter.OwnValueReader;
import io.sanse.model.library.parameter.ParameterReader;
import io.sanse.model.library.parameter.ScopeReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JSON Schema (2020-12) of a model's YAML, made of the operators, units, levels and aggravations that there are. An editor that knows it completes and checks
 * everything but expressions, gaps in texts and whether values make sense.
 */
public final class ModelSchema {
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
    private static final String NOT_EMPTY = "\\S";

    private ModelSchema() {}

    /** The schema, indented, with a line end. */
    public static String text() {
        try {
            return WRITER.writeValueAsString(schema()).replace(System.lineSeparator(), "\n") + '\n';
        } catch (JacksonException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ObjectNode schema() {
        ObjectNode schema = node();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:sanse:model");
        schema.put("title", "Detection model of Sanse");
        ObjectNode properties = properties();
        closed(schema, properties, ModelReader.FIELDS.stream().filter(field -> !ModelReader.OPTIONAL.contains(field)));
        var operators = schema.putArray("allOf");
        Map<String, OperatorGuide> guides = OperatorGuide.all();
        Operators.all().forEach(operator -> operators.add(fitting(operator, guides.get(operator.name()))));
        ObjectNode definitions = schema.putObject("$defs");
        closed(definitions.putObject("localized"), localized(), Stream.of("zh", "en"));
        parameter(definitions.putObject("parameter"));
        definitions
                .putObject("condition")
                .put("description", "A condition in CEL over the operator's values and the parameters.")
                .putArray("type")
                .add("string")
                .add("boolean");
        return schema;
    }

    private static ObjectNode properties() {
        ObjectNode properties = node();
        properties.set("id", pattern(ModelReader.KEBAB, "Once in the library; the file has its name."));
        properties
                .putObject("version")
                .put("type", "integer")
                .put("minimum", 1)
                .put("description", "One more at each change.");
        properties.set("module", names(Library.modules().stream(), "The folder that it lies in."));
        properties.set(
                "subject",
                names(
                        Operators.all().stream().map(one -> one.subject().text()),
                        "Whom it is about, as its operator says."));
        properties.set("name", localizedText("What it is called."));
        properties.set("description", localizedText("What it finds."));
        properties.set("facts", list(node().put("type", "string")).put("uniqueItems", true));
        properties.set("operator", names(Operators.all().stream().map(Operator::name), "What finds the situations."));
        ObjectNode parameters = properties.putObject("parameters");
        parameters.put("type", "object").put("description", "Thresholds with unit and source.");
        parameters.putObject("propertyNames").put("pattern", '^' + ParameterReader.NAME + '$');
        parameters.set("additionalProperties", reference("parameter"));
        properties.set(
                "levels",
                rules(
                                "level",
                                Stream.of(Level.values()).map(Level::text),
                                "Read from above; the first that holds wins.")
                        .put("minItems", 1));
        properties
                .putObject("score")
                .put("description", "A whole number from 0 to 100, in CEL.")
                .putArray("type")
                .add("string")
                .add("integer");
        properties.set(
                ModelReader.AGGRAVATIONS,
                rules("aggravation", Stream.of(Aggravation.values()).map(Aggravation::text), "What makes it graver."));
        properties.set(
                SilenceReader.FIELD,
                list(silence()).put("description", "When it says nothing, of some place or subject or at all."));
        properties.set("text", localizedText("One sentence with gaps: {name} or {name:format}."));
        return properties;
    }

    private static ObjectNode localized() {
        ObjectNode both = node();
        both.set("zh", pattern(NOT_EMPTY, "Chinese."));
        both.set("en", pattern(NOT_EMPTY, "English."));
        return both;
    }

    private static void parameter(ObjectNode parameter) {
        ObjectNode properties = node();
        properties.set("value", value());
        properties.set(
                OwnValueReader.FIELD,
                list(ownValue())
                        .put("description", "Where or for whom it has another value; the narrowest scope counts."));
        properties.set(
                "unit", names(Stream.of(Unit.values()).map(Unit::text), "What type a condition sees follows from it."));
        properties.set(
                "source",
                names(
                        Stream.of(Parameter.Source.values()).map(Parameter.Source::name),
                        "L: by law, with its article; P: the platform's default."));
        properties.set("article", pattern(NOT_EMPTY, "Law and article."));
        closed(parameter, properties, Stream.of("value", "unit", "source"));
        parameter.putObject("if").putObject("properties").putObject("source").put("const", Parameter.Source.L.name());
        parameter.putObject("then").putArray("required").add("article");
    }

    private static ObjectNode value() {
        ObjectNode value = node();
        value.putArray("type").add("number").add("string").add("array");
        value.putObject("items").putArray("type").add("number").add("string");
        return value;
    }

    private static ObjectNode scoped() {
        ObjectNode properties = node();
        ObjectNode district = pattern(ScopeReader.DIVISION, "Division code, with all that begins with it.");
        district.putArray("type").add("string").add("integer");
        properties.set("district", district);
        properties.set("zone", pattern(NOT_EMPTY, "Id of a zone that the finding names."));
        properties.set("subject", pattern("[a-z]+:.+", "The subject, as type:id."));
        return properties;
    }

    private static ObjectNode silence() {
        ObjectNode properties = scoped();
        properties.set("from", time("Event time at which it begins, with offset."));
        properties.set("until", time("Event time at which it is over, exclusive."));
        properties.set("owner", pattern(NOT_EMPTY, "Who answers for it."));
        properties.set("reason", pattern(NOT_EMPTY, "Why."));
        ObjectNode item = node();
        closed(item, properties, SilenceReader.NEEDED.stream());
        return item;
    }

    private static ObjectNode time(String description) {
        return node().put("type", "string").put("format", "date-time").put("description", description);
    }

    private static ObjectNode ownValue() {
        ObjectNode properties = scoped();
        properties.set("value", value());
        properties.set("article", pattern(NOT_EMPTY, "Law and article."));
        ObjectNode item = node();
        closed(item, properties, Stream.of("value"));
        ArrayNode scopes = item.putArray("oneOf");
        Stream.of(Scope.Kind.values())
                .forEach(kind -> scopes.addObject().putArray("required").add(kind.text()));
        return item;
    }

    /** What the choice of an operator settles: whom it is about, the facts, the parameters it needs; and what its names mean. */
    private static ObjectNode fitting(Operator operator, OperatorGuide guide) {
        ObjectNode choice = node();
        ObjectNode condition = choice.putObject("if");
        condition.putObject("properties").putObject("operator").put("const", operator.name());
        condition.putArray("required").add("operator");
        ObjectNode settled = choice.putObject("then").putObject("properties");
        settled.putObject("operator").put("description", guide.finds());
        settled.putObject("subject").put("const", operator.subject().text());
        settled.putObject("levels").put("description", "Conditions may name " + values(operator, guide));
        List<String> facts = operator.facts().stream().sorted().toList();
        settled.set(
                "facts",
                list(names(facts.stream(), "Facts that " + operator.name() + " reads."))
                        .put("minItems", facts.size()));
        Map<String, VariableType> needed = new TreeMap<>(operator.parameters());
        if (!needed.isEmpty()) {
            ObjectNode parameters = settled.putObject("parameters");
            add(parameters, "required", needed.keySet());
            ObjectNode properties = parameters.putObject("properties");
            needed.forEach((name, type) -> properties
                    .putObject(name)
                    .put("description", guide.parameters().get(name))
                    .putObject("properties")
                    .set("unit", names(units(type), "A unit of a " + text(type) + '.')));
        }
        return choice;
    }

    private static String values(Operator operator, OperatorGuide guide) {
        return guide.variables().entrySet().stream()
                .map(entry -> entry.getKey() + " (" + text(operator.variables().get(entry.getKey())) + "): "
                        + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private static Stream<String> units(VariableType type) {
        return Arrays.stream(Unit.values()).filter(unit -> unit.type() == type).map(Unit::text);
    }

    private static String text(VariableType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** A list of {@code {key, when}}. */
    private static ObjectNode rules(String key, Stream<String> names, String description) {
        ObjectNode properties = node();
        properties.set(key, names(names, description));
        properties.set("when", reference("condition"));
        ObjectNode item = node();
        closed(item, properties, Stream.of(key, "when"));
        return node().put("type", "array").put("description", description).set("items", item);
    }

    private static ObjectNode list(ObjectNode item) {
        return node().put("type", "array").set("items", item);
    }

    private static ObjectNode names(Stream<String> names, String description) {
        ObjectNode choice = node().put("description", description);
        add(choice, "enum", names.distinct().sorted().toList());
        return choice;
    }

    private static ObjectNode pattern(String pattern, String description) {
        String whole = pattern.equals(NOT_EMPTY) ? pattern : '^' + pattern + '$';
        return node().put("type", "string").put("pattern", whole).put("description", description);
    }

    private static ObjectNode localizedText(String description) {
        return reference("localized").put("description", description);
    }

    private static ObjectNode reference(String definition) {
        return node().put("$ref", "#/$defs/" + definition);
    }

    private static void closed(ObjectNode object, ObjectNode properties, Stream<String> required) {
        object.put("type", "object").put("additionalProperties", false);
        add(object, "required", required.sorted().toList());
        object.set("properties", properties);
    }

    private static void add(ObjectNode object, String key, Collection<String> texts) {
        var array = object.putArray(key);
        texts.forEach(array::add);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
