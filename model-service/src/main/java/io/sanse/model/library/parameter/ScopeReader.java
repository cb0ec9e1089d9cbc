package io.sanse.model.library.parameter;

import io.sanse.contract.Subject;
import io.sanse.model.detect.parameter.Scope;
import io.sanse.model.detect.parameter.Scope.Kind;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads for what place or subject something is written: {@code district}, {@code zone} or {@code subject}. */
public final class ScopeReader {
    public static final Set<String> FIELDS =
            Stream.of(Kind.values()).map(Kind::text).collect(Collectors.toUnmodifiableSet());

    /** How districts are written. */
    public static final String DIVISION = "[0-9]{2,12}";

    private final Operator operator;
    private final Problems problems;

    /** @param problems decides how much is asked of who writes a scope */
    public ScopeReader(Operator operator, Problems problems) {
        this.operator = operator;
        this.problems = problems;
    }

    /**
     * The scope.
     *
     * @return null when none is named
     * @throws ModelFileException when several are, or when nothing of the operator can lie there
     */
    public Scope read(YamlMap yaml) {
        List<Kind> named =
                Stream.of(Kind.values()).filter(kind -> yaml.has(kind.text())).toList();
        if (named.size() > 1) {
            throw new ModelFileException(yaml.start(), "it can be for one of district, zone and subject only");
        }
        return named.isEmpty() ? null : new Scope(named.get(0), code(yaml, named.get(0)));
    }

    private String code(YamlMap yaml, Kind kind) {
        return switch (kind) {
            case DISTRICT -> yaml.parsed(kind.text(), this::division);
            case ZONE -> yaml.parsed(kind.text(), this::zone);
            case SUBJECT -> yaml.parsed(kind.text(), this::subject);
        };
    }

    private String division(String text) {
        ask(text.matches(DIVISION), "a division code has 2 to 12 digits, not '" + text + "'");
        return text;
    }

    private String zone(String text) {
        ask(operator.namesZones(), "the operator " + operator.name() + " does not say in which zone something was");
        return Subject.site(text).id();
    }

    private String subject(String text) {
        Subject subject = Subject.parse(text);
        ask(
                subject.type() == operator.subject(),
                "the operator " + operator.name() + " is about a "
                        + operator.subject().text());
        return subject.toString();
    }

    private void ask(boolean right, String what) {
        problems.ask(() -> {
            if (!right) {
                throw new IllegalArgumentException(what);
            }
        });
    }
}
