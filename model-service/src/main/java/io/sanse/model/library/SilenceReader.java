package io.sanse.model.library;

import io.sanse.model.detect.parameter.Scope;
import io.sanse.model.detect.rule.ModelSilence;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import io.sanse.model.library.parameter.ScopeReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads when a model says nothing: {@code silences: [{district | zone | subject, from, until, owner, reason}]}. */
final class SilenceReader {
    static final String FIELD = "silences";

    /** The fields that each has. */
    static final List<String> NEEDED = List.of("from", "until", "owner", "reason");

    /** Who needs a longer one looks at it again. */
    private static final Duration LONGEST = Duration.ofDays(92);

    private static final Set<String> FIELDS =
            Stream.concat(ScopeReader.FIELDS.stream(), NEEDED.stream()).collect(Collectors.toUnmodifiableSet());

    private final Operator operator;
    private final Problems problems;

    SilenceReader(Operator operator, Problems problems) {
        this.operator = operator;
        this.problems = problems;
    }

    List<ModelSilence> read(YamlMap yaml) {
        List<ModelSilence> silences = new ArrayList<>();
        if (yaml.has(FIELD)) {
            for (YamlMap item : yaml.maps(FIELD)) {
                silences.add(problems.tried(() -> silence(item)));
            }
        }
        return silences.stream().filter(Objects::nonNull).toList();
    }

    private ModelSilence silence(YamlMap yaml) {
        problems.ask(() -> yaml.only(FIELDS));
        Scope scope = new ScopeReader(operator, problems).read(yaml);
        Instant from = yaml.parsed("from", SilenceReader::time);
        Instant until = yaml.parsed("until", SilenceReader::time);
        problems.ask(() -> check(yaml, from, until));
        return new ModelSilence(scope, from, until, yaml.textOr("owner", ""), yaml.textOr("reason", ""));
    }

    private static void check(YamlMap yaml, Instant from, Instant until) {
        if (!until.isAfter(from)) {
            throw new ModelFileException(yaml.place("until"), "a silence is over after it has begun");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new ModelFileException(
                    yaml.place("until"),
                    "a silence lasts at most " + LONGEST.toDays() + " days; a longer one is asked for anew");
        }
        yaml.words("owner");
        yaml.words("reason");
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "a time has its offset, as 2026-03-05T20:00:00+08:00, not '" + text + "'", unreadable);
        }
    }
}
