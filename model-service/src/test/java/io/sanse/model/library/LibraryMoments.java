package io.sanse.model.library;

import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.WatchedOperator;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.AggravationRule;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.situation.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that the tables of cases bring about. */
final class LibraryMoments {
    /** Cases of a model whose values are looked at. */
    private static final int ENOUGH = 8;

    private final ModelSet models;

    LibraryMoments(ModelSet models) {
        this.models = models;
    }

    /** All expressions of a model. */
    static List<Expression<?>> expressions(Model model) {
        return Stream.<Stream<? extends Expression<?>>>of(
                        model.levels().stream().map(LevelRule::when),
                        Stream.of(model.score()),
                        model.aggravations().stream().map(AggravationRule::when))
                .flatMap(all -> all)
                .collect(Collectors.toList());
    }

    /** Up to so many different moments of each model, by its id. */
    Map<String, List<Map<String, Object>>> each(int most) {
        return models.models().stream()
                .collect(Collectors.toMap(
                        Model::id,
                        model -> of(model).stream().distinct().limit(most).toList()));
    }

    /** The values of each moment that a model looks at in its first cases. */
    List<Map<String, Object>> of(Model model) {
        List<Map<String, Object>> moments = new ArrayList<>();
        Model watched = WatchedOperator.in(model, (question, answer) -> answer.stream()
                .map(Series::snapshots)
                .flatMap(List::stream)
                .map(Snapshot::values)
                .forEach(moments::add));
        ModelSet alone =
                new ModelSet(List.of(watched), models.tracks(), models.outages(), models.backlog(), models.calendar());
        CasePlayer player = new CasePlayer(alone, watched);
        LibraryCases.of(model).stream().limit(ENOUGH).forEach(player::judge);
        return moments;
    }
}
