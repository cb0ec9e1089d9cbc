package io.sanse.model.library;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Aggravation;
import io.sanse.model.detect.operator.Operators;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.rule.AggravationRule;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.Sentence;
import io.sanse.model.detect.situation.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one model from its YAML. */
final class ModelReader {
    private static final Set<String> FIELDS = Set.of(
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

    private final YamlMap yaml;
    private final String source;

    private ModelReader(YamlMap yaml, String source) {
        this.yaml = yaml;
        this.source = source;
    }

    /** @throws ModelFileException when anything in the text is wrong */
    static Model read(String file, String text) {
        return new ModelReader(YamlMap.parse(file, text).only(FIELDS), text).model();
    }

    private Model model() {
        Operator operator = operator();
        Parameters parameters = ParameterReader.read(yaml, "parameters");
        check(operator, parameters);
        CelExpressions expressions = new CelExpressions(operator.variables(), parameters);
        return new Model(
                head(),
                operator,
                parameters,
                levels(expressions),
                expressions.number(yaml, "score"),
                aggravations(expressions),
                sentence(operator));
    }

    private Model.Head head() {
        return new Model.Head(
                yaml.text("id"),
                yaml.integer("version"),
                yaml.text("module"),
                yaml.localized("name"),
                yaml.localized("description"),
                source);
    }

    private Operator operator() {
        Operator operator = Operators.find(yaml.text("operator"));
        if (operator == null) {
            throw new ModelFileException(
                    yaml.place("operator"),
                    "there is no operator '" + yaml.text("operator") + "'; there are "
                            + String.join(
                                    ", ",
                                    Operators.all().stream().map(Operator::name).toList()));
        }
        SubjectType subject = yaml.parsed("subject", SubjectType::of);
        if (subject != operator.subject()) {
            throw new ModelFileException(
                    yaml.place("subject"),
                    "the operator " + operator.name() + " is about a "
                            + operator.subject().text());
        }
        Set<String> facts = new HashSet<>(yaml.texts("facts"));
        if (!facts.equals(operator.facts())) {
            throw new ModelFileException(
                    yaml.place("facts"),
                    "the operator " + operator.name() + " reads the facts "
                            + String.join(
                                    ", ", operator.facts().stream().sorted().toList()));
        }
        return operator;
    }

    /** The operator has the parameters that it needs, and no parameter hides one of its values. */
    private void check(Operator operator, Parameters parameters) {
        operator.parameters().forEach((name, type) -> {
            boolean fits = parameters.find(name) != null
                    && parameters.find(name).unit().type() == type;
            if (!fits) {
                throw new ModelFileException(
                        yaml.place("parameters"),
                        "the operator " + operator.name() + " needs the parameter '" + name + "' of type "
                                + type.name().toLowerCase(java.util.Locale.ROOT));
            }
        });
        parameters.list().forEach(parameter -> {
            if (operator.variables().containsKey(parameter.name())) {
                throw new ModelFileException(
                        yaml.place("parameters"),
                        "'" + parameter.name() + "' is the name of a value of the operator " + operator.name());
            }
        });
    }

    private List<LevelRule> levels(CelExpressions expressions) {
        List<LevelRule> levels = new ArrayList<>();
        for (YamlMap item : yaml.maps("levels")) {
            item.only(Set.of("level", "when"));
            levels.add(new LevelRule(item.parsed("level", Level::of), expressions.condition(item, "when")));
        }
        if (levels.isEmpty()) {
            throw new ModelFileException(yaml.place("levels"), "a model needs at least one level with its condition");
        }
        return levels;
    }

    private List<AggravationRule> aggravations(CelExpressions expressions) {
        List<AggravationRule> rules = new ArrayList<>();
        if (yaml.has("aggravations")) {
            for (YamlMap item : yaml.maps("aggravations")) {
                item.only(Set.of("aggravation", "when"));
                rules.add(new AggravationRule(
                        item.parsed("aggravation", Aggravation::of), expressions.condition(item, "when")));
            }
        }
        return rules;
    }

    private Sentence sentence(Operator operator) {
        LocalizedText template = yaml.localized("text");
        YamlMap both = yaml.map("text");
        checkGaps(both, "zh", operator);
        checkGaps(both, "en", operator);
        return new Sentence(template);
    }

    private static void checkGaps(YamlMap both, String language, Operator operator) {
        Map<String, VariableType> values = operator.variables();
        for (String name : both.parsed(language, Sentence::names)) {
            if (!values.containsKey(name) && !operator.names().contains(name)) {
                throw new ModelFileException(
                        both.place(language), "the operator " + operator.name() + " has no value '" + name + "'");
            }
        }
    }
}
