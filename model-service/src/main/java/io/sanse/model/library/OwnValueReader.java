package io.sanse.model.library;

import io.sanse.contract.Subject;
import io.sanse.model.detect.parameter.OwnValue;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameter.Source;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.Scope;
import io.sanse.model.detect.parameter.Scope.Kind;
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
final class OwnValueReader {
    static final String FIELD = "overrides";

    /** The fields of a value. */
    static final Set<String> FIELDS = Stream.concat(
                    Stream.of(Kind.values()).map(Kind::text), Stream.of("value", "article"))
            .collect(Collectors.toUnmodifiableSet());

    /** How districts are written. */
    static final String DIVISION = "[0-9]{2,12}";

    private final Operator operator;
    private final Problems problems;

    OwnValueReader(Operator operator, Problems problems) {
        this.operator = operator;
        this.problems = problems;
    }

    /** @param parameters those in which nothing is wrong */
    List<OwnValue> read(YamlMap yaml, Parameters parameters) {
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
            if (value != null && !seen.add(value.scope())) {
                problems.check(() -> refuse(item, value.scope() + " has its value twice"));
            } else if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private OwnValue value(YamlMap yaml, Parameter parameter) {
        Scope scope = scope(yaml.only(FIELDS));
        String article = yaml.has("article") ? yaml.text("article") : null;
        if (parameter.source() == Source.L && article == null) {
            refuse(yaml, "a value by law needs its article, in " + scope + " too");
        }
        String text = String.join(", ", yaml.texts("value"));
        Parameter own = new Parameter(parameter.name(), text, parameter.unit(), parameter.source(), article);
        Parameter fitting = ParameterReader.fitting(yaml, own);
        try {
            ParameterRules.checkValue(fitting, operator);
        } catch (IllegalArgumentException senseless) {
            throw new ModelFileException(yaml.place("value"), senseless.getMessage(), senseless);
        }
        return new OwnValue(scope, fitting);
    }

    private Scope scope(YamlMap yaml) {
        List<Kind> named =
                Stream.of(Kind.values()).filter(kind -> yaml.has(kind.text())).toList();
        if (named.size() != 1) {
            refuse(yaml, "an override is for one of district, zone and subject");
        }
        Kind kind = named.get(0);
        String code =
                switch (kind) {
                    case DISTRICT -> yaml.parsed(kind.text(), OwnValueReader::division);
                    case ZONE -> yaml.parsed(kind.text(), this::zone);
                    case SUBJECT -> yaml.parsed(kind.text(), this::subject);
                };
        return new Scope(kind, code);
    }

    private static void refuse(YamlMap yaml, String what) {
        throw new ModelFileException(yaml.start(), what);
    }

    private static String division(String text) {
        if (!text.matches(DIVISION)) {
            throw new IllegalArgumentException("a division code has 2 to 12 digits, not '" + text + "'");
        }
        return text;
    }

    private String zone(String text) {
        if (!operator.namesZones()) {
            throw new IllegalArgumentException(
                    "the operator " + operator.name() + " does not say in which zone something was");
        }
        return Subject.site(text).id();
    }

    private String subject(String text) {
        Subject subject = Subject.parse(text);
        if (subject.type() != operator.subject()) {
            throw new IllegalArgumentException("the operator " + operator.name() + " is about a "
                    + operator.subject().text());
        }
        return subject.toString();
    }
}
