package io.sanse.model.detect.parameter;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a model, by name. */
public final class Parameters {
    private final Map<String, Parameter> byName = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when a value does not fit its unit */
    public Parameters(Collection<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            byName.put(parameter.name(), parameter);
            values.put(parameter.name(), parameter.value());
        }
    }

    /** In the order of the YAML. */
    public List<Parameter> list() {
        return List.copyOf(byName.values());
    }

    /** A parameter, or null. */
    public Parameter find(String name) {
        return byName.get(name);
    }

    /** The value of a parameter as conditions see it, or null. */
    public Object value(String name) {
        return values.get(name);
    }

    public Duration duration(String name) {
        return (Duration) present(name);
    }

    public long ms(String name) {
        return duration(name).toMillis();
    }

    public double number(String name) {
        return (Double) present(name);
    }

    public int count(String name) {
        return Math.toIntExact((Long) present(name));
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        return (List<String>) present(name);
    }

    @SuppressWarnings("unchecked")
    public List<Double> numbers(String name) {
        return (List<Double>) present(name);
    }

    private Object present(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no parameter " + name);
        }
        return value;
    }

    /** The parameters that count for a spot: of the values that fit it those with the narrowest scopes. */
    public Parameters at(Spot spot, List<OwnValue> values) {
        return new Parameters(byName.values().stream()
                .map(parameter -> values.stream()
                        .filter(value -> value.isOf(parameter, spot))
                        .max(OwnValue.BY_NARROWNESS)
                        .map(OwnValue::parameter)
                        .orElse(parameter))
                .toList());
    }

    /** Every value with its unit, by name, for the evidence of a detection. */
    public Map<String, String> withUnits() {
        Map<String, String> texts = new LinkedHashMap<>();
        byName.forEach((name, parameter) -> texts.put(name, parameter.withUnit()));
        return texts;
    }
}
