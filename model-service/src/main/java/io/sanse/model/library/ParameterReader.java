package io.sanse.model.library;

import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameter.Source;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads parameters: {@code name: {value, unit, source, article}}. */
final class ParameterReader {
    private ParameterReader() {}

    static Parameters read(YamlMap yaml, String key) {
        YamlMap block = yaml.map(key);
        List<Parameter> parameters = new ArrayList<>();
        for (String name : block.keys()) {
            parameters.add(parameter(name, block));
        }
        return new Parameters(parameters);
    }

    private static Parameter parameter(String name, YamlMap block) {
        if (!name.matches("[a-z][a-zA-Z0-9]*")) {
            throw new ModelFileException(
                    block.place(name), "a parameter's name is written in camelCase: '" + name + "'");
        }
        YamlMap yaml = block.map(name).only(Set.of("value", "unit", "source", "article"));
        Unit unit = Unit.of(yaml.text("unit"));
        if (unit == null) {
            throw new ModelFileException(yaml.place("unit"), "unknown unit '" + yaml.text("unit") + "'");
        }
        Source source = yaml.parsed("source", ParameterReader::source);
        String article = yaml.has("article") ? yaml.text("article") : null;
        if (source == Source.L && article == null) {
            throw new ModelFileException(yaml.place("source"), "a value by law needs its article");
        }
        Parameter parameter = new Parameter(name, String.join(", ", yaml.texts("value")), unit, source, article);
        try {
            parameter.value();
        } catch (IllegalArgumentException misfit) {
            throw new ModelFileException(yaml.place("value"), misfit.getMessage(), misfit);
        }
        return parameter;
    }

    private static Source source(String text) {
        return switch (text) {
            case "L" -> Source.L;
            case "P" -> Source.P;
            default -> throw new IllegalArgumentException("must be L (by law) or P (platform default)");
        };
    }
}
