package io.sanse.model.library;

import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameter.Source;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.Unit;
import io.sanse.model.detect.parameter.VariableType;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Well-typed expressions over two values of each type and some parameters. */
final class RandomExpressions {
    static final Map<String, VariableType> VARIABLES = Map.ofEntries(
            Map.entry("d1", VariableType.DURATION),
            Map.entry("d2", VariableType.DURATION),
            Map.entry("n1", VariableType.NUMBER),
            Map.entry("n2", VariableType.NUMBER),
            Map.entry("c1", VariableType.COUNT),
            Map.entry("c2", VariableType.COUNT),
            Map.entry("b1", VariableType.FLAG),
            Map.entry("b2", VariableType.FLAG),
            Map.entry("s1", VariableType.TEXT),
            Map.entry("s2", VariableType.TEXT),
            Map.entry("t1", VariableType.TIME),
            Map.entry("t2", VariableType.TIME),
            Map.entry("l1", VariableType.TEXTS),
            Map.entry("l2", VariableType.NUMBERS));
    static final Parameters PARAMETERS = new Parameters(List.of(
            new Parameter("longest", "20", Unit.MINUTE, Source.P, null),
            new Parameter("least", "-3", Unit.COUNT, Source.P, null),
            new Parameter("share", "-12.5", Unit.PERCENT, Source.P, null),
            new Parameter("kinds", "pit, a\\b\"c, 𠮷, \\u0022", Unit.CHARACTERS, Source.P, null),
            new Parameter("classes", "0.1, 0.2, 0.5, 1, 2", Unit.BY_WATER_CLASS, Source.P, null)));
    private static final List<String> ORDERS = List.of("<", "<=", ">", ">=", "==", "!=");
    private static final List<String> TEXTS = List.of("''", "'pit'", "'a\\\\b\"c'", "'𠮷'", "'\\n\\\\u0022'", "'Z'");
    private static final List<String> COUNTS =
            List.of("0", "1", "-1", "2", "9223372036854775807", "-9223372036854775808", "9007199254740993");
    private static final List<String> NUMBERS = List.of("0.0", "-0.0", "1.0", "-2.5", "1e300", "9007199254740992.0");

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    /** @param depth of the tree; 0: a name or a constant */
    String condition(int depth) {
        if (depth == 0) {
            return one(List.of("b1", "b2", "true", "false"));
        }
        return any(
                () -> condition(depth - 1) + " && " + condition(depth - 1),
                () -> condition(depth - 1) + " || " + condition(depth - 1),
                () -> condition(depth - 1) + " && " + condition(depth - 1),
                () -> condition(depth - 1) + " || " + condition(depth - 1),
                () -> "!(" + condition(depth - 1) + ")",
                () -> condition(depth - 1) + " ? " + condition(depth - 1) + " : " + condition(depth - 1),
                () -> count(depth - 1) + order() + count(depth - 1),
                () -> number(depth - 1) + order() + number(depth - 1),
                () -> text(depth - 1) + order() + text(depth - 1),
                () -> length(depth - 1) + order() + length(depth - 1),
                () -> time(depth - 1) + order() + time(depth - 1),
                () -> condition(depth - 1) + order() + condition(depth - 1),
                () -> count(depth - 1) + ORDERS.get(random.nextInt(4)) + number(depth - 1),
                () -> number(depth - 1) + ORDERS.get(random.nextInt(4)) + count(depth - 1),
                () -> text(depth - 1) + " in " + one(List.of("l1", "kinds", "['pit', 'Z', '𠮷']")),
                () -> number(depth - 1) + " in " + one(List.of("l2", "classes", "[1.0, 0.0]")),
                () -> count(depth - 1) + " in [1, 2, -1]",
                () -> text(depth - 1) + ".contains(" + text(0) + ")",
                () -> text(depth - 1) + ".startsWith(" + text(0) + ")",
                () -> text(depth - 1) + ".endsWith(" + text(0) + ")",
                this::rare);
    }

    /** What the compiler leaves to the interpreter. */
    private String rare() {
        return one(List.of(
                "s1.matches('p.*')",
                "l1.exists(one, one == s1)",
                "l1 == kinds",
                "has({'a': c1}.a)",
                "t1.getHours() > c1",
                "[c1, c2] == [1, 2]",
                "c1 in [c2, 1]",
                "c1 in []",
                "type(c1) == int",
                "timestamp('2026-03-05T12:00:00Z') < t1"));
    }

    String count(int depth) {
        if (depth <= 0) {
            return any(() -> one(COUNTS), () -> one(List.of("c1", "c2", "least")));
        }
        return any(
                () -> count(depth - 1) + " + " + count(depth - 1),
                () -> count(depth - 1) + " - " + count(depth - 1),
                () -> count(depth - 1) + " * " + count(depth - 1),
                () -> count(depth - 1) + " / " + count(depth - 1),
                () -> count(depth - 1) + " % " + count(depth - 1),
                () -> "-(" + count(depth - 1) + ")",
                () -> condition(depth - 1) + " ? " + count(depth - 1) + " : " + count(depth - 1),
                () -> "size(" + text(depth - 1) + ")",
                () -> one(List.of("size(l1)", "l2.size()", "s1.size()", "size(kinds)")),
                () -> "int(" + number(depth - 1) + ")");
    }

    private String number(int depth) {
        if (depth <= 0) {
            return any(() -> one(NUMBERS), () -> one(List.of("n1", "n2", "share")));
        }
        return any(
                () -> number(depth - 1) + " + " + number(depth - 1),
                () -> number(depth - 1) + " - " + number(depth - 1),
                () -> number(depth - 1) + " * " + number(depth - 1),
                () -> number(depth - 1) + " / " + number(depth - 1),
                () -> "-(" + number(depth - 1) + ")",
                () -> condition(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1),
                () -> "double(" + count(depth - 1) + ")",
                () -> one(List.of("classes", "l2")) + "[" + count(depth - 1) + "]");
    }

    private String text(int depth) {
        if (depth <= 0) {
            return any(() -> one(TEXTS), () -> one(List.of("s1", "s2")));
        }
        return any(
                () -> text(depth - 1) + " + " + text(depth - 1),
                () -> condition(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1),
                () -> one(List.of("kinds", "l1")) + "[" + count(depth - 1) + "]");
    }

    private String length(int depth) {
        if (depth <= 0) {
            return one(List.of("d1", "d2", "longest", "duration('90m')"));
        }
        return any(
                () -> length(depth - 1) + " + " + length(depth - 1),
                () -> length(depth - 1) + " - " + length(depth - 1),
                () -> time(depth - 1) + " - " + time(depth - 1),
                () -> condition(depth - 1) + " ? " + length(depth - 1) + " : " + length(depth - 1));
    }

    private String time(int depth) {
        if (depth <= 0) {
            return one(List.of("t1", "t2"));
        }
        return any(
                () -> time(depth - 1) + " + " + length(depth - 1),
                () -> length(depth - 1) + " + " + time(depth - 1),
                () -> time(depth - 1) + " - " + length(depth - 1));
    }

    private String order() {
        return ' ' + one(ORDERS) + ' ';
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    private String any(Supplier<String>... choices) {
        return '(' + choices[random.nextInt(choices.length)].get() + ')';
    }
}
