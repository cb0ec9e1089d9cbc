package io.sanse.model.library.parameter;

import io.sanse.model.detect.parameter.OwnValue;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameter.Source;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.Scope;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the values that parameters have in places: {@code overrides: [{district | zone | subject, value, article}]}. */
public final class OwnValueReader {
    public static final String FIELD = "overrides";

    /** The fields of a value. */
    static final Set<String> FIELDS = Stream.concat(ScopeReader.FIELDS.stream(), Stream.of("value", "article"))
            .collect(Collectors.toUnmodifiableSet());

    private final Operator operator;
    private final Problems problems;

    public OwnValueReader(Operator operator, Problems problems) {
        this.operator = operator;
        this.problems = problems;
    }

    /** @param parameters those in which nothing is wrong */
    public List<OwnValue> read(YamlMap yaml, Parameters parameters) {
        List<OwnValue> values = new ArrayList<>();
        for (Parameter parameter : parameters.list()) {
            YamlMap block = yaml.map("parameters").map(parameter.name());
            if (block.has(FIELD)) {
                problems.check(() -> values.addAll(read(block, parameter)));
            }
        }
        return values;
    }

    private List<OwnValue> read(YamlMap block, Parameter parameter) {
        List<OwnValue> values = new ArrayList<>();
        Set<Scope> seen = new HashSet<>();
        for (YamlMap item : block.maps(FIELD)) {
            OwnValue value = problems.tried(() -> value(item, parameter));
            if (value != null && seen.add(value.scope())) {
                values.add(value);
            } else if (value != null) {
                problems.check(() -> problems.ask(() -> refuse(item, value.scope() + " has its value twice")));
            }
        }
        return values;
    }

    private OwnValue value(YamlMap yaml, Parameter parameter) {
        problems.ask(() -> yaml.only(FIELDS));
        Scope scope = new ScopeReader(operator, problems).read(yaml);
        if (scope == null) {
            refuse(yaml, "an override is for one of district, zone and subject");
        }
        String article = yaml.textOr("article", null);
        if (parameter.source() == Source.L && article == null) {
            problems.ask(() -> refuse(yaml, "a value by law needs its article, in " + scope + " too"));
        }
        String text = String.join(", ", yaml.texts("value"));
        Parameter own = new Parameter(parameter.name(), text, parameter.unit(), parameter.source(), article);
        Parameter fitting = ParameterReader.fitting(yaml, own, problems);
        problems.ask(() -> checkValue(yaml, fitting));
        return new OwnValue(scope, fitting);
    }

    private void checkValue(YamlMap yaml, Parameter value) {
        try {
            ParameterRules.checkValue(value, operator);
        } catch (IllegalArgumentException senseless) {
            throw new ModelFileException(yaml.place("value"), senseless.getMessage(), senseless);
        }
    }

    private static void refuse(YamlMap yaml, String what) {
        throw new ModelFileException(yaml.start(), what);
    }
}
