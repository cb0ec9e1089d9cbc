package io.sanse.model.library;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Aggravation;
import io.sanse.model.detect.operator.Operators;
import io.sanse.model.detect.parameter.OwnValue;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.rule.AggravationRule;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.Overrides;
import io.sanse.model.detect.rule.Remit;
import io.sanse.model.detect.rule.Sentence;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one model from its YAML. Whatever is wrong in one part, the others are read as well, so that all problems are told together. */
public final class ModelReader {
    /** The fields of a model. */
    static final Set<String> FIELDS = Set.of(
            "id",
            "version",
            "module",
            "subject",
            "name",
            "description",
            "facts",
            "operator",
            "parameters",
            "levels",
            "score",
            "aggravations",
            "text");

    /** The one field that may be absent. */
    static final String OPTIONAL = "aggravations";

    /** How ids and modules are written. */
    static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final YamlMap yaml;
    private final Problems problems = new Problems();

    private ModelReader(YamlMap yaml) {
        this.yaml = yaml;
    }

    /**
     * Reads a model as model-service does.
     *
     * @param file its name, for problems
     * @throws ModelFileException when anything in the text is wrong
     */
    public static Model read(String file, String text) {
        return new ModelReader(YamlMap.parse(file, text)).model(text);
    }

    private Model model(String source) {
        problems.check(() -> yaml.only(FIELDS));
        FIELDS.stream()
                .filter(field -> !field.equals(OPTIONAL))
                .forEach(field -> problems.check(() -> yaml.place(field)));
        Model.Head head = head(source);
        ParameterReader.Reading parameters = ParameterReader.read(yaml, "parameters", problems);
        Operator operator = problems.tried(this::operator);
        if (operator == null) {
            problems.check(() -> levels(null));
            problems.end();
            throw new IllegalStateException("an operator that cannot be found is a problem");
        }
        problems.check(() -> checkSubject(operator));
        problems.check(() -> checkFacts(operator));
        checkParameters(operator, parameters);
        List<OwnValue> values = new OwnValueReader(operator, problems).read(yaml, parameters.parameters());
        CelExpressions expressions = new CelExpressions(operator.variables(), parameters);
        List<LevelRule> levels = problems.tried(() -> levels(expressions));
        var score = problems.tried(() -> expressions.number(yaml, "score"));
        List<AggravationRule> aggravations = problems.tried(() -> aggravations(expressions));
        Sentence text = problems.tried(() -> sentence(operator));
        problems.end();
        Model model = new Model(
                head,
                operator,
                parameters.parameters(),
                levels,
                score,
                aggravations,
                text,
                Remit.EVERYWHERE,
                Overrides.NONE);
        return values.isEmpty() ? model : model.with(new Variants(model, values).overrides(this::variant, yaml));
    }

    /** The model with other parameters, which its expressions are read with. */
    private Model variant(Model model, Parameters parameters) {
        CelExpressions expressions =
                new CelExpressions(model.operator().variables(), new ParameterReader.Reading(parameters, Set.of()));
        List<LevelRule> levels = problems.tried(() -> levels(expressions));
        var score = problems.tried(() -> expressions.number(yaml, "score"));
        List<AggravationRule> aggravations = problems.tried(() -> aggravations(expressions));
        problems.end();
        return model.with(parameters).with(levels, score, aggravations);
    }

    /** @return what the model is, or null when a part of it is wrong */
    private Model.Head head(String source) {
        String id = problems.tried(() -> kebab("id"));
        Integer version = problems.tried(this::version);
        String module = problems.tried(() -> kebab("module"));
        LocalizedText name = problems.tried(() -> yaml.localized("name"));
        LocalizedText description = problems.tried(() -> yaml.localized("description"));
        return version == null ? null : new Model.Head(id, version, module, name, description, source);
    }

    private String kebab(String key) {
        return yaml.parsed(key, text -> {
            if (!text.matches(KEBAB)) {
                throw new IllegalArgumentException(
                        "is written in small letters, digits and hyphens, not '" + text + "'");
            }
            return text;
        });
    }

    private int version() {
        int version = yaml.integer("version");
        if (version < 1) {
            throw new ModelFileException(yaml.place("version"), "'version': counts from 1");
        }
        return version;
    }

    private Operator operator() {
        Operator operator = Operators.find(yaml.text("operator"));
        if (operator == null) {
            throw new ModelFileException(
                    yaml.place("operator"),
                    "there is no operator '" + yaml.text("operator") + "'; there are "
                            + joined(Operators.all().stream().map(Operator::name)));
        }
        return operator;
    }

    private void checkSubject(Operator operator) {
        if (yaml.parsed("subject", SubjectType::of) != operator.subject()) {
            throw new ModelFileException(
                    yaml.place("subject"),
                    "the operator " + operator.name() + " is about a "
                            + operator.subject().text());
        }
    }

    private void checkFacts(Operator operator) {
        if (!new HashSet<>(yaml.texts("facts")).equals(operator.facts())) {
            throw new ModelFileException(
                    yaml.place("facts"),
                    "the operator " + operator.name() + " reads the facts "
                            + joined(operator.facts().stream().sorted()));
        }
    }

    /** The operator has the parameters that it needs, and no parameter hides one of its values. */
    private void checkParameters(Operator operator, ParameterReader.Reading reading) {
        operator.parameters().forEach((name, type) -> {
            var given = reading.parameters().find(name);
            boolean fits = reading.refused().contains(name)
                    || given != null && given.unit().type() == type;
            problems.check(() -> require(
                    fits,
                    given == null ? "parameters" : name,
                    "the operator " + operator.name() + " needs the parameter '" + name + "' of type "
                            + type.name().toLowerCase(Locale.ROOT)));
        });
        reading.parameters()
                .list()
                .forEach(parameter -> problems.check(() -> require(
                        !operator.variables().containsKey(parameter.name()),
                        parameter.name(),
                        "'" + parameter.name() + "' is the name of a value of the operator " + operator.name())));
    }

    private void require(boolean right, String name, String what) {
        if (!right) {
            YamlMap block = yaml.map("parameters");
            throw new ModelFileException(block.has(name) ? block.keyPlace(name) : block.start(), what);
        }
    }

    /** @param expressions or null when there is nothing to check the conditions with */
    private List<LevelRule> levels(CelExpressions expressions) {
        List<LevelRule> levels = new ArrayList<>();
        for (YamlMap item : yaml.maps("levels")) {
            problems.check(() -> item.only(Set.of("level", "when")));
            Level level = problems.tried(() -> item.parsed("level", text -> named(text, Level.values(), Level::text)));
            problems.check(() -> {
                item.text("when");
                if (expressions != null) {
                    levels.add(new LevelRule(level, expressions.condition(item, "when")));
                }
            });
        }
        if (yaml.maps("levels").isEmpty()) {
            throw new ModelFileException(yaml.place("levels"), "a model needs at least one level with its condition");
        }
        return levels;
    }

    private List<AggravationRule> aggravations(CelExpressions expressions) {
        List<AggravationRule> rules = new ArrayList<>();
        for (YamlMap item : yaml.has(OPTIONAL) ? yaml.maps(OPTIONAL) : List.<YamlMap>of()) {
            problems.check(() -> item.only(Set.of("aggravation", "when")));
            Aggravation aggravation = problems.tried(
                    () -> item.parsed("aggravation", text -> named(text, Aggravation.values(), Aggravation::text)));
            problems.check(() -> rules.add(new AggravationRule(aggravation, expressions.condition(item, "when"))));
        }
        return rules;
    }

    private static <E> E named(String text, E[] all, Function<E, String> name) {
        return Stream.of(all)
                .filter(one -> name.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no '" + text + "'; there are "
                        + joined(Stream.of(all).map(name))));
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }

    private Sentence sentence(Operator operator) {
        YamlMap both = yaml.map("text");
        problems.check(() -> checkGaps(both, "zh", operator));
        problems.check(() -> checkGaps(both, "en", operator));
        return new Sentence(yaml.localized("text"));
    }

    private static void checkGaps(YamlMap both, String language, Operator operator) {
        for (String name : both.parsed(language, Sentence::names)) {
            if (!operator.variables().containsKey(name) && !operator.names().contains(name)) {
                throw new ModelFileException(
                        both.place(language), "the operator " + operator.name() + " has no value '" + name + "'");
            }
        }
    }
}
