package io.sanse.model.library;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.model.detect.operator.Operators;
import io.sanse.model.detect.parameter.OwnValue;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.rule.AggravationRule;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.ModelSilence;
import io.sanse.model.detect.rule.Overrides;
import io.sanse.model.detect.rule.Remit;
import io.sanse.model.detect.rule.Sentence;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Place;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import io.sanse.model.library.parameter.OwnValueReader;
import io.sanse.model.library.parameter.ParameterReader;
import io.sanse.model.library.parameter.ParameterRules;
import io.sanse.model.library.parameter.Variants;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one model from its YAML. Whatever is wrong in one part, the others are read as well, so that all problems are told together. */
public final class ModelReader {
    static final String AGGRAVATIONS = "aggravations";

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
            AGGRAVATIONS,
            SilenceReader.FIELD,
            "text");

    /** The fields that may be absent. */
    static final Set<String> OPTIONAL = Set.of(AGGRAVATIONS, SilenceReader.FIELD);

    /** How ids and modules are written. */
    static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final YamlMap yaml;
    private final Problems problems;

    private ModelReader(YamlMap yaml, Problems problems) {
        this.yaml = yaml;
        this.problems = problems;
    }

    /**
     * Reads a model that lies in a file of its own, which has its name.
     *
     * @throws ModelFileException as {@link #read}, or when the file has another name
     */
    public static Model file(String file, String text) {
        Model model = read(file, text);
        String name = Path.of(file).getFileName().toString().replaceFirst("\\.ya?ml$", "");
        if (!name.equals(model.id())) {
            throw new ModelFileException(
                    YamlMap.parse(file, text).place("id"),
                    "'id': the file must have the name of its model: " + model.id() + ".yaml, not " + name + ".yaml");
        }
        return model;
    }

    /**
     * Reads a model that somebody writes, tries or publishes.
     *
     * @param file its name, for problems
     * @throws ModelFileException when anything in the text is wrong
     */
    public static Model read(String file, String text) {
        return new ModelReader(YamlMap.parse(file, text), new Problems()).model(text);
    }

    /**
     * Reads a model that was published, maybe by another release: it judges as it did, whatever is asked of new ones.
     *
     * @param name for problems
     * @throws ModelFileException when nothing can judge by the text any more
     */
    public static Model published(String name, String text) {
        Model model = new ModelReader(YamlMap.parse(name, text), Problems.ofPublished()).model(text);
        try {
            model.variants().forEach(variant -> variant.operator().needs(variant.parameters()));
        } catch (IllegalArgumentException | ArithmeticException senseless) {
            throw new ModelFileException(Place.start(name), senseless.getMessage(), senseless);
        }
        return model;
    }

    /**
     * Whether a model's text names times in which it says nothing.
     *
     * @throws ModelFileException when it is no YAML
     */
    public static boolean hasSilences(String text) {
        return YamlMap.parse("text", text).has(SilenceReader.FIELD);
    }

    private Model model(String source) {
        problems.ask(this::checkFields);
        Model.Head head = head(source);
        ParameterReader.Reading parameters = ParameterReader.read(yaml, "parameters", problems);
        Operator operator = problems.tried(this::operator);
        if (operator == null) {
            problems.check(() -> RuleReader.trusting(yaml, null, problems).levels());
            problems.end();
            throw new IllegalStateException("an operator that cannot be found is a problem");
        }
        problems.ask(() -> problems.check(() -> checkSubject(operator)));
        problems.ask(() -> problems.check(() -> checkFacts(operator)));
        ParameterRules rules = new ParameterRules(yaml, operator, parameters, problems);
        rules.check();
        List<OwnValue> values = new OwnValueReader(operator, problems).read(yaml, parameters.parameters());
        List<ModelSilence> silences = new SilenceReader(operator, problems).read(yaml);
        Variants variants = new Variants(parameters.parameters(), values, problems);
        problems.check(() -> variants.find(yaml));
        CelExpressions expressions = new CelExpressions(operator.variables(), parameters);
        RuleReader reader = new RuleReader(yaml, expressions, problems, expressions.sense(variants.sets()));
        List<LevelRule> levels = problems.tried(reader::levels);
        Expression<Long> score = problems.tried(reader::score);
        List<AggravationRule> aggravations = problems.tried(reader::aggravations);
        if (problems.none()) {
            problems.ask(() -> rules.checkUse(reader.names()));
        }
        Sentence text = problems.tried(new SentenceReader(yaml, operator, problems)::read);
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
                Overrides.NONE,
                silences);
        return values.isEmpty() ? model : model.with(variants.of(model, this::variant));
    }

    private void checkFields() {
        problems.check(() -> yaml.only(FIELDS));
        FIELDS.stream()
                .filter(field -> !OPTIONAL.contains(field))
                .forEach(field -> problems.check(() -> yaml.place(field)));
    }

    /** The model with other parameters, which its expressions are read with. */
    private Model variant(Model model, Parameters parameters) {
        RuleReader reader = RuleReader.trusting(
                yaml,
                new CelExpressions(model.operator().variables(), new ParameterReader.Reading(parameters, Set.of())),
                problems);
        List<LevelRule> levels = problems.tried(reader::levels);
        Expression<Long> score = problems.tried(reader::score);
        List<AggravationRule> aggravations = problems.tried(reader::aggravations);
        problems.end();
        return model.with(parameters).with(levels, score, aggravations);
    }

    /** @return what the model is, or null when a part of it is wrong */
    private Model.Head head(String source) {
        String id = problems.tried(() -> kebab("id"));
        Integer version = problems.tried(this::version);
        String module = problems.tried(this::module);
        LocalizedText name = problems.tried(() -> SentenceReader.localized(yaml, "name", problems));
        LocalizedText description = problems.tried(() -> SentenceReader.localized(yaml, "description", problems));
        return version == null ? null : new Model.Head(id, version, module, name, description, source);
    }

    private String kebab(String key) {
        return yaml.parsed(key, text -> {
            problems.ask(() -> {
                if (!text.matches(KEBAB)) {
                    throw new IllegalArgumentException(
                            "is written in small letters, digits and hyphens, not '" + text + "'");
                }
            });
            return text;
        });
    }

    private String module() {
        String module = kebab("module");
        problems.ask(() -> {
            if (!Library.modules().contains(module)) {
                throw new ModelFileException(
                        yaml.place("module"),
                        "there is no module '" + module + "'; there are " + String.join(", ", Library.modules()));
            }
        });
        return module;
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

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
