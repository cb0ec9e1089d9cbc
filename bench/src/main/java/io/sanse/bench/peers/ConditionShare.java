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
import java.util.stream.LongStream;

/** How much of the time goes into conditions, scores and aggravations: each evaluation is timed, all models run on the whole stream. What reading the clock takes is taken off; an evaluation during which the thread was put aside counts as one of the usual length. */
final class ConditionShare {
    private static final int CLOCK_READINGS = 1_000_000;
    private static final long LONGEST_NANOS = 50_000;

    private final City city;
    private final Stream stream;
    private long evaluations;
    private long timed;
    private long nanos;

    ConditionShare(int vehicles, int hours) {
        city = new City(vehicles);
        stream = StreamMaker.make(city, hours);
    }

    /** @param way how their expressions are evaluated, for people */
    void print(String way, ModelSet all) {
        ModelSet models = new ModelSet(
                all.models().stream().map(this::timed).toList(),
                all.tracks(),
                all.outages(),
                all.backlog(),
                all.calendar());
        play(models);
        evaluations = 0;
        timed = 0;
        nanos = 0;
        long spent = play(models);
        double each = Math.max(0, (double) nanos / Math.max(1, timed) - clockNanos());
        CostCurve.say("all %,d models on the stream, %s: %.2f µs of CPU an observation with its making"
                .formatted(models.models().size(), way, spent / 1e3 / stream.events()));
        CostCurve.say("conditions: %,d evaluations, %.1f for 1,000 observations, %.0f ns each, %.2f %% of the CPU"
                .formatted(evaluations, 1e3 * evaluations / stream.events(), each, 100.0 * each * evaluations / spent));
    }

    /** What lies between two readings of the clock that have nothing between them. */
    private static double clockNanos() {
        long[] between = new long[CLOCK_READINGS];
        for (int i = 0; i < CLOCK_READINGS; i++) {
            long before = System.nanoTime();
            between[i] = System.nanoTime() - before;
        }
        return LongStream.of(between)
                .filter(one -> one <= LONGEST_NANOS)
                .average()
                .orElse(0);
    }

    private long play(ModelSet models) {
        SanseCore core = new SanseCore(models, city, new Observations(stream, city), Long.MAX_VALUE);
        long before = PeerRun.threadNanos();
        core.play();
        return PeerRun.threadNanos() - before;
    }

    private Model timed(Model model) {
        return model.with(
                model.levels().stream()
                        .map(rule -> new LevelRule(rule.level(), new Timed(rule.when())))
                        .toList(),
                values -> timed(model.score(), values),
                model.aggravations().stream()
                        .map(rule -> new AggravationRule(rule.aggravation(), new Timed(rule.when())))
                        .toList());
    }

    private <T> T timed(Expression<T> expression, Map<String, Object> values) {
        long before = System.nanoTime();
        T result = expression.of(values);
        long took = System.nanoTime() - before;
        evaluations++;
        if (took <= LONGEST_NANOS) {
            nanos += took;
            timed++;
        }
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
