package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sanse.contract.Level;
import io.sanse.model.detect.rule.Condition;
import io.sanse.model.detect.rule.Expression;
import io.sanse.model.detect.rule.LevelRule;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.Overrides;
import io.sanse.model.detect.rule.Remit;
import io.sanse.model.file.Problem;
import io.sanse.model.file.YamlMap;
import io.sanse.model.library.parameter.ParameterReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled expressions against the interpreter: the same result or the same error, whatever the values. */
class CompiledExpressionsTest {
    private static final int CLASSES = 30;
    private static final int CONDITIONS = 60;
    private static final int MOMENTS = 40;
    private static final int DEPTH = 4;

    private final CelExpressions expressions = new CelExpressions(
            RandomExpressions.VARIABLES, new ParameterReader.Reading(RandomExpressions.PARAMETERS, Set.of()));

    /** What became of an evaluation: a result or an error's text. */
    private static String outcome(Supplier<?> evaluation) {
        try {
            return evaluation.get().toString();
        } catch (IllegalStateException error) {
            return "error: " + error.getMessage();
        }
    }

    /** What the method says, or null when it leaves it to the interpreter. */
    private static Object direct(Expression<?> compiled, Map<String, Object> values) {
        try {
            if (compiled instanceof CompiledCondition condition) {
                return condition.code().holds(condition.number(), values);
            }
            return compiled instanceof CompiledNumber number ? number.code().number(number.number(), values) : null;
        } catch (RuntimeException outOfTheOrdinary) {
            return null;
        }
    }

    private Condition condition(String text) {
        return expressions.condition(yaml(text), "text");
    }

    private static YamlMap yaml(String text) {
        return YamlMap.parse("random.yaml", "text: '" + text.replace("'", "''") + "'");
    }

    private static Model model(List<Condition> conditions, Expression<Long> score) {
        List<LevelRule> levels =
                conditions.stream().map(one -> new LevelRule(Level.BLUE, one)).toList();
        return new Model(
                null,
                null,
                RandomExpressions.PARAMETERS,
                levels,
                score,
                List.of(),
                null,
                Remit.EVERYWHERE,
                Overrides.NONE,
                List.of());
    }

    private static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    static Stream<Arguments> limits() {
        long exact = 1L << 53;
        return Stream.of(
                arguments("a sum below the largest", "c1 + 1 > 0", values("c1", Long.MAX_VALUE - 2), "true", true),
                arguments("the largest sum", "c1 + 1 > 0", values("c1", Long.MAX_VALUE - 1), "true", true),
                arguments("a sum beyond", "c1 + 1 > 0", values("c1", Long.MAX_VALUE), "error", false),
                arguments(
                        "the least divided by 1",
                        "c1 / c2 < 0",
                        values("c1", -Long.MAX_VALUE, "c2", -1L),
                        "false",
                        true),
                arguments("a quotient beyond", "c1 / c2 < 0", values("c1", Long.MIN_VALUE, "c2", -1L), "error", false),
                arguments("divided by zero", "10 / c1 > 0", values("c1", 0L), "error", false),
                arguments("a remainder of zero", "10 % c1 == 0", values("c1", 0L), "error", false),
                arguments(
                        "an error and then false", "10 / c1 > 0 && b1", values("c1", 0L, "b1", false), "false", false),
                arguments("an error and then true", "10 / c1 > 0 && b1", values("c1", 0L, "b1", true), "error", false),
                arguments("an error or else true", "10 / c1 > 0 || b1", values("c1", 0L, "b1", true), "true", false),
                arguments("an error or else false", "10 / c1 > 0 || b1", values("c1", 0L, "b1", false), "error", false),
                arguments("absent behind false", "b1 && c1 > 0", values("b1", false), "false", true),
                arguments("absent behind true", "b1 && c1 > 0", values("b1", true), "error", false),
                arguments("absent before true", "c1 > 0 || b1", values("b1", true), "true", false),
                arguments("absent and not chosen", "b1 ? c1 > 0 : b1", values("b1", false), "false", true),
                arguments("absent and chosen", "b1 ? c1 > 0 : b1", values("b1", true), "error", false),
                arguments("absent text", "s1 == 'pit'", values(), "error", false),
                arguments("another type", "c1 > 0", values("c1", 7), "error", false),
                arguments("whole and exact", "c1 < n1", values("c1", exact, "n1", 0x1p53), "false", true),
                arguments("whole and rounded", "c1 > n1", values("c1", exact + 1, "n1", 0x1p53), "false", false),
                arguments("not a number is not less", "n1 < n2", values("n1", Double.NaN, "n2", 1.0), "false", true),
                arguments("nor is it equal", "n1 == n2", values("n1", Double.NaN, "n2", 1.0), "false", true),
                arguments("zero and minus zero", "n1 == n2", values("n1", -0.0, "n2", 0.0), "true", true),
                arguments("length in characters", "size(s1) == 1", values("s1", "𠮷"), "true", true),
                arguments(
                        "a text that looks like code", "s1 == '\\\\u0022\"'", values("s1", "\\u0022\""), "true", true),
                arguments("the last of a list", "l2[1] == 2.0", values("l2", List.of(1.0, 2.0)), "true", true),
                arguments("behind the last", "l2[2] == 2.0", values("l2", List.of(1.0, 2.0)), "error", false),
                arguments("a parameter", "d1 > longest", values("d1", Duration.ofMinutes(20)), "false", true),
                arguments(
                        "just above it",
                        "d1 > longest",
                        values("d1", Duration.ofMinutes(20).plusMillis(1)),
                        "true",
                        true),
                arguments(
                        "a written length",
                        "d1 >= duration('1h30m')",
                        values("d1", Duration.ofMinutes(90)),
                        "true",
                        true),
                arguments("a century", "d1 + d1 > d1", values("d1", Duration.ofDays(36_501)), "true", false),
                arguments(
                        "far more rounds than the check could know of",
                        "l1.all(one, l1.all(other, one == other))",
                        values("l1", Collections.nCopies(10_000, "pit")),
                        "error",
                        false),
                arguments("one of some", "s1 in ['pit', 'quarry']", values("s1", "quarry"), "true", true),
                arguments("none of some", "s1 in ['pit', 'quarry']", values("s1", "Pit"), "false", true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void aLimitIsWhereTheInterpreterHasIt(
            String name, String text, Map<String, Object> values, String worth, boolean straight) {
        Condition interpreted = condition(text);
        Condition compiled = ModelCompiler.compiled(model(List.of(interpreted), one -> 0L))
                .model()
                .levels()
                .get(0)
                .when();
        assertTrue(outcome(() -> interpreted.of(values)).startsWith(worth));
        assertEquals(outcome(() -> interpreted.of(values)), outcome(() -> compiled.of(values)));
        assertEquals(straight ? worth : null, direct(compiled, values) == null ? null : worth);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    s1.matches('p.*') | matches_string
                    l1.exists(one, one == s1) | comprehension
                    l1 == kinds | equality of list
                    c1 in [c2] | membership in a list of other things than constants
                    b1 in [true] | membership in list of bool
                    t1.getHours() > 3 | timestamp_to_hours
                    dyn(c1) == 1 | equality of different types
                    """)
    void whatIsLeftToTheInterpreterIsTold(String text, String what) {
        ModelCompiler.Compiled compiled = ModelCompiler.compiled(model(List.of(condition(text)), one -> 0L));
        assertEquals(
                List.of("random.yaml:1:7: " + what),
                compiled.interpreted().stream().map(Problem::toString).toList());
        assertNull(direct(compiled.model().levels().get(0).when(), values()));
    }

    @Test
    void anExpressionThatIsTooLongForAClassStaysInterpreted() {
        String text = String.join(" || ", Collections.nCopies(4_000, "t1 == t2"));
        Model model = model(List.of(condition(text)), one -> 0L);
        ModelCompiler.Compiled compiled = ModelCompiler.compiled(model);
        assertEquals(1, compiled.interpreted().size());
        assertSame(model, compiled.model());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyExpressionIsWorthTheSame(long seed) {
        Random random = new Random(seed);
        RandomExpressions texts = new RandomExpressions(random);
        RandomValues values = new RandomValues(random);
        Tally tally = new Tally();
        for (int i = 0; i < CLASSES; i++) {
            List<String> written = new ArrayList<>();
            for (int j = 0; j < CONDITIONS; j++) {
                written.add(texts.condition(1 + random.nextInt(DEPTH)));
            }
            String number = texts.count(DEPTH);
            Model interpreted =
                    model(written.stream().map(this::condition).toList(), expressions.number(yaml(number), "text"));
            Model compiled = ModelCompiler.compiled(interpreted).model();
            for (int j = 0; j < MOMENTS; j++) {
                Map<String, Object> moment = random.nextBoolean() ? values.usual() : values.any();
                for (int k = 0; k < CONDITIONS; k++) {
                    tally.compare(
                            written.get(k),
                            interpreted.levels().get(k).when(),
                            compiled.levels().get(k).when(),
                            moment);
                }
                tally.compare(number, interpreted.score(), compiled.score(), moment);
            }
        }
        tally.check();
    }

    /** How often what happened; most must have gone the straight way, else the comparison says nothing. */
    private static final class Tally {
        private int all;
        private int straight;
        private int errors;
        private int absorbed;

        void compare(String text, Expression<?> interpreted, Expression<?> compiled, Map<String, Object> values) {
            String right = outcome(() -> interpreted.of(values));
            all++;
            errors += right.startsWith("error") ? 1 : 0;
            Object direct = direct(compiled, values);
            if (direct != null) {
                straight++;
                assertEquals(right, direct.toString(), () -> text + " with " + values);
            } else if (compiled != interpreted) {
                absorbed += right.startsWith("error") ? 0 : 1;
                assertEquals(right, outcome(() -> compiled.of(values)), () -> text + " with " + values);
            }
        }

        void check() {
            String figures =
                    all + " evaluations, " + straight + " straight, " + errors + " errors, " + absorbed + " absorbed";
            assertTrue(straight > all / 2 && errors > all / 50 && absorbed > all / 500, figures);
        }
    }
}
