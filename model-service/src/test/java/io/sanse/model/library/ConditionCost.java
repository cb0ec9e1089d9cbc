package io.sanse.model.library;

import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.detect.rule.Model;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU time of an expression of the library: every model's conditions, score and aggravations over the values that its table of cases brings about, in turn, so that no
 * call is always of the same model.
 *
 * <p>{@code java -cp … io.sanse.model.library.ConditionCost [rounds]} prints what one costs interpreted and compiled, and what keeping a moment's values costs.
 */
public final class ConditionCost {
    private static final int ROUNDS = 20_000;

    private final List<Expression<?>> expressions = new ArrayList<>();
    private final List<Map<String, Object>> values = new ArrayList<>();
    private final List<Map<String, Object>> gathered = new ArrayList<>();
    private long results;

    private ConditionCost(ModelSet models, Map<String, List<Map<String, Object>>> moments) {
        for (Model model : models.models()) {
            for (Map<String, Object> moment : moments.get(model.id())) {
                LibraryMoments.expressions(model).forEach(expression -> {
                    expressions.add(expression);
                    values.add(moment);
                    gathered.add(new HashMap<>(moment));
                });
            }
        }
    }

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        ModelSet models = Library.load();
        Map<String, List<Map<String, Object>>> moments = new LibraryMoments(models).each(2);
        ModelSet compiled = ModelCompiler.compiled(models);
        new ConditionCost(models, moments).print("interpreted", Math.max(1, rounds / 20));
        new ConditionCost(compiled, moments).print("compiled", rounds);
        new ConditionCost(compiled, moments).printCopying(rounds);
    }

    private void print(String way, int rounds) {
        double nanos = measure(rounds, this::evaluate);
        System.out.printf("%s: %.1f ns an expression (%d expressions, %d)%n", way, nanos, expressions.size(), results);
    }

    private void printCopying(int rounds) {
        System.out.printf("keeping the values of a moment: %.1f ns%n", measure(rounds / 20, this::copy));
    }

    /** The middle of five; the first two thirds of the time warm up. */
    private double measure(int rounds, Runnable round) {
        double[] nanos = new double[5];
        repeat(2 * rounds * nanos.length, round);
        for (int i = 0; i < nanos.length; i++) {
            long before = cpuNanos();
            repeat(rounds, round);
            nanos[i] = (double) (cpuNanos() - before) / rounds / expressions.size();
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private static void repeat(int times, Runnable round) {
        for (int i = 0; i < times; i++) {
            round.run();
        }
    }

    private void evaluate() {
        for (int i = 0; i < expressions.size(); i++) {
            results += expressions.get(i).of(values.get(i)).equals(Boolean.TRUE) ? 1 : 0;
        }
    }

    private void copy() {
        for (Map<String, Object> moment : gathered) {
            results += Map.copyOf(moment).size();
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
