package io.sanse.gateway.http;

import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Parameters of a request, decoded and checked against their schemas, defaults filled in; names of headers as in the document. */
public final class Parameters {
    private final Map<String, Object> values;

    public Parameters(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** The text, or null when it was not given. */
    public String text(String name) {
        return (String) values.get(name);
    }

    /** The number; the document gives it a default. */
    public int integer(String name) {
        return ((Number) values.get(name)).intValue();
    }

    /** True, false, or null when it was not given. */
    public Boolean flag(String name) {
        return (Boolean) values.get(name);
    }

    /** The instant, or empty when it was not given. */
    public Optional<Instant> instant(String name) {
        return Optional.ofNullable(
                value(name, text -> OffsetDateTime.parse(text).toInstant()));
    }

    public UUID uuid(String name) {
        return value(name, UUID::fromString);
    }

    /** The value that a parser makes of the text, or null when it was not given; the parser's refusal is the caller's error. */
    public <T> T value(String name, Function<String, T> parser) {
        String text = text(name);
        try {
            return text == null ? null : parser.apply(text);
        } catch (RuntimeException refused) {
            throw new Problem(ProblemType.BAD_REQUEST, "parameter " + name + ": is no usable value");
        }
    }
}
