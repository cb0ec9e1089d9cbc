package io.sanse.model.library.parameter;

import io.sanse.contract.registry.Vocabulary;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Unit;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an operator asks of a model's parameters, and what would be senseless with any operator. */
public final class ParameterRules {
    private static final Map<Unit, List<String>> VOCABULARY = Map.of(
            Unit.ZONE_TYPE, Vocabulary.ZONE_TYPES,
            Unit.FIRM_ROLE, Vocabulary.FIRM_ROLES,
            Unit.QUALIFICATION, Vocabulary.QUALIFICATIONS);
    private static final Set<Unit> LENGTHS = Set.of(Unit.METRE, Unit.KILOMETRE);

    private final YamlMap yaml;
    private final Operator operator;
    private final ParameterReader.Reading reading;
    private final Problems problems;

    /** @param yaml the model */
    public ParameterRules(YamlMap yaml, Operator operator, ParameterReader.Reading reading, Problems problems) {
        this.yaml = yaml;
        this.operator = operator;
        this.reading = reading;
        this.problems = problems;
    }

    /** The operator has the parameters that it needs, none hides one of its values, and each value makes sense. */
    public void check() {
        operator.parameters().forEach((name, type) -> problems.check(() -> needed(name, type)));
        problems.ask(() -> reading.parameters().list().forEach(parameter -> problems.check(() -> one(parameter))));
    }

    /** @param named what the model's expressions name */
    public void checkUse(Set<String> named) {
        reading.parameters()
                .list()
                .forEach(parameter -> problems.check(() -> require(
                        operator.parameters().containsKey(parameter.name())
                                || operator.reads(parameter)
                                || named.contains(parameter.name()),
                        parameter.name(),
                        "nothing uses the parameter '" + parameter.name() + "'")));
    }

    private void needed(String name, VariableType type) {
        Parameter given = reading.parameters().find(name);
        require(
                reading.refused().contains(name)
                        || given != null && given.unit().type() == type,
                given == null ? "parameters" : name,
                "the operator " + operator.name() + " needs the parameter '" + name + "' of type "
                        + type.name().toLowerCase(Locale.ROOT));
    }

    private void one(Parameter parameter) {
        String name = parameter.name();
        require(
                !operator.variables().containsKey(name),
                name,
                "'" + name + "' is the name of a value of the operator " + operator.name());
        try {
            checkValue(parameter, operator);
        } catch (IllegalArgumentException senseless) {
            throw new ModelFileException(
                    yaml.map("parameters").map(name).place("value"), senseless.getMessage(), senseless);
        }
    }

    /**
     * A value that fits its unit, and what the unit stands for.
     *
     * @throws IllegalArgumentException when it can only be wrong
     */
    static void checkValue(Parameter parameter, Operator operator) {
        double size = size(parameter.value());
        boolean isLength = parameter.unit().type() == VariableType.DURATION || LENGTHS.contains(parameter.unit());
        if (size < 0) {
            throw new IllegalArgumentException("'" + parameter.withUnit() + "' is less than nothing");
        }
        if (size == 0 && isLength && !operator.mayBeZero().contains(parameter.name())) {
            throw new IllegalArgumentException("'" + parameter.withUnit() + "' is nothing: it must be more");
        }
        List<String> known = VOCABULARY.get(parameter.unit());
        if (known != null && parameter.value() instanceof List<?> words) {
            words.stream().filter(word -> !known.contains(word)).findFirst().ifPresent(unknown -> {
                throw new IllegalArgumentException("the registry knows no "
                        + parameter.unit().text() + " '" + unknown + "'; there are " + String.join(", ", known));
            });
        }
    }

    /** The size of a number or a length of time, the least of several numbers; of texts 1. */
    private static double size(Object value) {
        if (value instanceof Duration duration) {
            return duration.toMillis();
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToDouble(ParameterRules::size).min().orElse(1);
        }
        return value instanceof Number number ? number.doubleValue() : 1;
    }

    private void require(boolean right, String name, String what) {
        if (!right) {
            YamlMap block = yaml.map("parameters");
            throw new ModelFileException(block.has(name) ? block.keyPlace(name) : block.start(), what);
        }
    }
}
