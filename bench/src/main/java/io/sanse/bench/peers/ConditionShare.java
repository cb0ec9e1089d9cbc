package io.sanse.bench.peers;

import io.sanse.bench.stream.City;
import io.sanse.bench.stream.Observations;
import io.sanse.bench.stream.Stream;
import io.sanse.bench.stream.StreamMaker;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.AggravationRule;
import io.sanse.model.detect.rule.Clause;
import io.sanse.model.detect.rule.Condition;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import java.util.Map;

/** How much of the time goes into conditions, scores and aggravations: each evaluation is timed, all models run on the whole stream. */
final class ConditionShare {
    private final ModelSet models;
    private final City city;
    private final Stream stream;
    private long evaluations;
    private long nanos;

    ConditionShare(ModelSet all, int vehicles, int hours) {
        city = new City(vehicles);
        stream = StreamMaker.make(city, hours);
        models = new ModelSet(
                all.models().stream().map(this::timed).toList(),
                all.tracks(),
                all.outages(),
                all.backlog(),
                all.calendar());
    }

    void print() {
        play();
        evaluations = 0;
        nanos = 0;
        long spent = play();
        CostCurve.say("all %,d models on the stream: %.2f µs of CPU an observation with its making"
                .formatted(models.models().size(), spent / 1e3 / stream.events()));
        CostCurve.say("conditions: %,d evaluations, %.1f for 1,000 observations, %,d ns each, %.1f %% of the CPU"
                .formatted(
                        evaluations,
                        1e3 * evaluations / stream.events(),
                        nanos / Math.max(1, evaluations),
                        100.0 * nanos / spent));
    }

    private long play() {
        SanseCore core = new SanseCore(models, city, new Observations(stream, city), Long.MAX_VALUE);
        long before = PeerRun.threadNanos();
        core.play();
        return PeerRun.threadNanos() - before;
    }

    private Model timed(Model model) {
        return new Model(
                model.head(),
                model.operator(),
                model.parameters(),
                model.levels().stream()
                        .map(rule -> new LevelRule(rule.level(), new Timed(rule.when())))
                        .toList(),
                values -> timed(model.score(), values),
                model.aggravations().stream()
                        .map(rule -> new AggravationRule(rule.aggravation(), new Timed(rule.when())))
                        .toList(),
                model.text(),
                model.remit());
    }

    private <T> T timed(Expression<T> expression, Map<String, Object> values) {
        long before = System.nanoTime();
        T result = expression.of(values);
        nanos += System.nanoTime() - before;
        evaluations++;
        return result;
    }

    private final class Timed implements Condition {
        private final Condition condition;

        Timed(Condition condition) {
            this.condition = condition;
        }

        @Override
        public Boolean of(Map<String, Object> values) {
            return timed(condition, values);
        }

        @Override
        public Clause clause() {
            return condition.clause();
        }
    }
}
