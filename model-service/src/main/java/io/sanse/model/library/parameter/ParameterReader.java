package io.sanse.model.library.parameter;

import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameter.Source;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.Unit;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads parameters: {@code name: {value, unit, source, article}}. */
public final class ParameterReader {
    /** How names are written. */
    public static final String NAME = "[a-z][a-zA-Z0-9]*";

    /** Words of CEL, its own and those it keeps for later. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    /** The fields of a parameter. */
    static final Set<String> FIELDS = Set.of("value", "unit", "source", "article", OwnValueReader.FIELD);

    private ParameterReader() {}

    /**
     * What could be read.
     *
     * @param parameters the good ones
     * @param refused names of those in which something is wrong
     */
    public record Reading(Parameters parameters, Set<String> refused) {}

    /** @throws ModelFileException when any of them is wrong */
    public static Parameters read(YamlMap yaml, String key) {
        Problems problems = new Problems();
        Reading reading = read(yaml, key, problems);
        yaml.named(key).values().stream()
                .filter(parameter -> parameter.has(OwnValueReader.FIELD))
                .forEach(parameter -> problems.check(() -> refuseOwnValues(parameter)));
        problems.end();
        return reading.parameters();
    }

    private static void refuseOwnValues(YamlMap parameter) {
        throw new ModelFileException(
                parameter.keyPlace(OwnValueReader.FIELD), "only parameters of models differ from place to place");
    }

    public static Reading read(YamlMap yaml, String key, Problems problems) {
        YamlMap block = problems.tried(() -> yaml.map(key));
        List<Parameter> parameters = new ArrayList<>();
        Set<String> refused = new LinkedHashSet<>();
        for (String name : block == null ? Set.<String>of() : block.keys()) {
            Parameter parameter = problems.tried(() -> parameter(name, block, problems));
            if (parameter == null) {
                refused.add(name);
            } else {
                parameters.add(parameter);
            }
        }
        return new Reading(new Parameters(parameters), refused);
    }

    private static Parameter parameter(String name, YamlMap block, Problems problems) {
        problems.ask(() -> checkName(name, block));
        YamlMap yaml = block.map(name);
        problems.ask(() -> yaml.only(FIELDS));
        Unit unit = Unit.of(yaml.text("unit"));
        if (unit == null) {
            throw new ModelFileException(
                    yaml.place("unit"), "unknown unit '" + yaml.text("unit") + "'; known are " + units());
        }
        problems.ask(() -> checkSource(yaml));
        Source source = yaml.textOr("source", "P").equals("L") ? Source.L : Source.P;
        String value = String.join(", ", yaml.texts("value"));
        return fitting(yaml, new Parameter(name, value, unit, source, yaml.textOr("article", null)), problems);
    }

    private static void checkName(String name, YamlMap block) {
        if (!name.matches(NAME)) {
            throw new ModelFileException(
                    block.keyPlace(name), "a parameter's name is written in camelCase: '" + name + "'");
        }
        if (RESERVED.contains(name)) {
            throw new ModelFileException(
                    block.keyPlace(name),
                    "'" + name + "' is a word of the language of conditions: no parameter has its name");
        }
    }

    private static void checkSource(YamlMap yaml) {
        Source source = yaml.parsed("source", ParameterReader::source);
        String article = yaml.has("article") ? yaml.words("article") : null;
        if (source == Source.L && article == null) {
            throw new ModelFileException(yaml.place("source"), "a value by law needs its article");
        }
    }

    /** @throws ModelFileException when a value does not fit its unit */
    static Parameter fitting(YamlMap yaml, Parameter parameter, Problems problems) {
        try {
            parameter.value();
            problems.ask(parameter::requireWrittenWell);
        } catch (IllegalArgumentException misfit) {
            throw new ModelFileException(yaml.place("value"), misfit.getMessage(), misfit);
        }
        return parameter;
    }

    private static String units() {
        return Stream.of(Unit.values()).map(Unit::text).collect(Collectors.joining(", "));
    }

    private static Source source(String text) {
        return switch (text) {
            case "L" -> Source.L;
            case "P" -> Source.P;
            default -> throw new IllegalArgumentException("must be L (by law) or P (platform default)");
        };
    }
}
