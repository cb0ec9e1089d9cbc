package io.sanse.model.library;

import io.sanse.contract.LocalizedText;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.rule.Sentence;
import io.sanse.model.detect.rule.Sentence.Gap;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a model's sentence: each gap names something that the operator gives, in a format that its type has. */
final class SentenceReader {
    private final YamlMap yaml;
    private final Operator operator;
    private final Problems problems;

    /** @param yaml the model */
    SentenceReader(YamlMap yaml, Operator operator, Problems problems) {
        this.yaml = yaml;
        this.operator = operator;
        this.problems = problems;
    }

    Sentence read() {
        problems.ask(this::checkGaps);
        return new Sentence(localized(yaml, "text", problems));
    }

    /** A text in both languages; of what was published one of them may be missing. */
    static LocalizedText localized(YamlMap yaml, String key, Problems problems) {
        problems.ask(() -> yaml.localized(key));
        YamlMap both = yaml.map(key);
        return new LocalizedText(both.textOr("zh", ""), both.textOr("en", ""));
    }

    private void checkGaps() {
        YamlMap both = yaml.map("text");
        Stream.of("zh", "en")
                .filter(both::has)
                .forEach(language -> problems.check(() -> both.parsed(language, Sentence::gaps)
                        .forEach(gap -> problems.check(() -> check(both, language, gap)))));
    }

    private void check(YamlMap both, String language, Gap gap) {
        VariableType type = operator.variables().get(gap.name());
        if (type == null && !operator.names().contains(gap.name())) {
            throw wrong(
                    both,
                    language,
                    gap,
                    "the operator " + operator.name() + " has no value '" + gap.name() + "'; it has "
                            + String.join(", ", given()));
        }
        List<String> formats = type == null ? List.of() : Sentence.formats(type);
        if (gap.format() != null && !formats.contains(gap.format())) {
            throw wrong(
                    both,
                    language,
                    gap,
                    "'" + gap.name() + "' is a " + (type == null ? "name" : text(type))
                            + " and cannot be written as '" + gap.format() + "'; "
                            + (formats.isEmpty()
                                    ? "write {" + gap.name() + "}"
                                    : "there are " + String.join(", ", formats)));
        }
    }

    private Set<String> given() {
        Set<String> given = new TreeSet<>(operator.variables().keySet());
        given.addAll(operator.names());
        return given;
    }

    private static String text(VariableType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static ModelFileException wrong(YamlMap both, String language, Gap gap, String what) {
        return new ModelFileException(both.within(language, gap.at()), what);
    }
}
