package io.sanse.model.cli;

import io.sanse.contract.Subject;
import io.sanse.contract.explain.ModelExplanation;
import io.sanse.contract.explain.ModelExplanation.ExplainedCondition;
import io.sanse.contract.explain.ModelExplanation.ExplainedMoment;
import io.sanse.contract.explain.ModelExplanation.ExplainedWord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code explain MODEL --subject S --at T [--url URL]}: why a model said something of a subject at a time, or nothing, by a running platform. */
final class WhyCommand {
    private static final String INDENT = "  ";

    private final Consumer<String> out;
    private final Function<Options, PlatformClient> platform;

    /** @param platform that the words name */
    WhyCommand(Consumer<String> out, Function<Options, PlatformClient> platform) {
        this.out = out;
        this.platform = platform;
    }

    /** Whether the words behind {@code explain} ask a platform. */
    static boolean isMeant(List<String> words) {
        return words.contains("--subject") || words.contains("--at");
    }

    /**
     * @return exit code
     * @throws IllegalArgumentException when the words are not understood or the platform does not answer them
     */
    int explain(List<String> words) {
        Options options = Options.parse(words, List.of("--subject", "--at", "--url"));
        if (options.names().size() != 1 || options.value("--subject") == null || options.value("--at") == null) {
            throw new IllegalArgumentException("explain takes MODEL --subject TYPE:ID --at TIME");
        }
        Subject subject = Subject.parse(options.value("--subject"));
        Instant at = BacktestOptions.time(options.value("--at"));
        String path = "/api/v1/models/" + PlatformClient.encoded(options.names().get(0)) + "/explanation?subject="
                + PlatformClient.encoded(subject.toString()) + "&at=" + at;
        write(platform.apply(options).get(path, ModelExplanation.class));
        return 0;
    }

    private void write(ModelExplanation told) {
        out.accept(told.model() + " version " + told.version() + " on " + told.subject() + " at " + told.at() + ": "
                + told.outcome().text());
        out.accept(told.text().en() + "; " + played(told));
        told.moments().forEach(this::moment);
        told.doubts().forEach(doubt -> out.accept(doubt.at() + "  cannot be judged: " + doubt.reason()));
        told.words().forEach(this::word);
    }

    private static String played(ModelExplanation told) {
        return told.observations() == 0
                ? "no observation was played"
                : told.observations() + " observations from " + told.from() + " to " + told.until() + " were played";
    }

    private void moment(ExplainedMoment moment) {
        out.accept(moment.at()
                + INDENT
                + (moment.level() == null ? "no level" : moment.level().text() + ", score " + moment.score()));
        out.accept(INDENT + "values: " + shown(moment.values()));
        moment.levels().forEach(level -> {
            out.accept(INDENT + level.level().text());
            condition(level.condition(), INDENT + INDENT);
        });
        if (!moment.missing().isEmpty()) {
            out.accept(INDENT + "missing: "
                    + moment.missing().stream().map(ExplainedCondition::text).collect(Collectors.joining("; ")));
        }
    }

    private void condition(ExplainedCondition condition, String indent) {
        String answer = condition.holds() == null ? "?   " : condition.holds() ? "yes " : "no  ";
        if (condition.parts().isEmpty()) {
            out.accept(indent + answer + condition.text() + "   [" + shown(condition.values()) + "]");
            return;
        }
        out.accept(indent + answer + (condition.joint().equals("all") ? "all of" : "one of"));
        condition.parts().forEach(part -> condition(part, indent + INDENT + INDENT));
    }

    private static String shown(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private void word(ExplainedWord word) {
        out.accept("=> " + word.change().text() + ' ' + word.level().text() + " from " + word.episodeStart() + " to "
                + word.to() + ": " + word.text().en());
    }
}
