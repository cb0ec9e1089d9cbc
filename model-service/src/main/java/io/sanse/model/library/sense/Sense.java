package io.sanse.model.library.sense;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks for what can only be wrong in the expressions of one model. */
public final class Sense {
    private static final int LEAST_SCORE = 0;
    private static final int MOST_SCORE = 100;
    private static final String NAMES_NOTHING = ": it names no value of the operator";

    private final List<Setting> settings;
    private final Set<String> names = new HashSet<>();

    /**
     * A set of parameters that a model has somewhere.
     *
     * @param worth what names these parameters alone is worth with them
     */
    public record Setting(Parameters parameters, Worth worth) {}

    /** @param settings all that the model has: only what is wrong with each of them can never be right */
    public Sense(List<Setting> settings) {
        this.settings = List.copyOf(settings);
    }

    /** The values and parameters that the expressions name that have been looked at. */
    public Set<String> names() {
        return names;
    }

    /**
     * A condition of an aggravation.
     *
     * @throws ModelFileException when it can only be wrong; that it always holds may be said by {@code true} alone
     */
    public void aggravation(Written condition) {
        if (!condition.text(condition.root()).equals("true")) {
            refuse(condition(condition, known(condition)));
        }
    }

    /**
     * A score.
     *
     * @throws ModelFileException when a part of it has no value, or it leaves its range somewhere
     */
    public void score(Written score) {
        List<KnownValues> known = known(score);
        List<Problem> problems = parts(score, known);
        if (problems.isEmpty()) {
            known.stream()
                    .map(one -> new Score(score, one).outside(LEAST_SCORE, MOST_SCORE))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(outside -> problems.add(score.problem(
                            score.root(),
                            "may become %.0f; a score is %d to %d".formatted(outside, LEAST_SCORE, MOST_SCORE))));
        }
        refuse(problems);
    }

    /**
     * The conditions of levels, as they are read: the first that holds wins.
     *
     * @throws ModelFileException when one of them can only be wrong, alone or behind those before it
     */
    public void levels(List<Written> conditions) {
        List<Problem> problems = new ArrayList<>();
        List<List<KnownValues>> known = conditions.stream().map(this::known).toList();
        for (int i = 0; i < known.size(); i++) {
            problems.addAll(condition(conditions.get(i), known.get(i)));
        }
        if (problems.isEmpty()) {
            boolean[] wins = new boolean[known.size()];
            boolean looked = IntStream.range(0, settings.size())
                    .allMatch(setting -> markWinners(conditions, known, setting, wins));
            for (int i = 0; i < wins.length; i++) {
                if (looked && !wins[i]) {
                    problems.add(
                            conditions
                                    .get(i)
                                    .problem(
                                            conditions.get(i).root(),
                                            "never wins: whenever it holds, one above it holds, and the first that holds wins"));
                }
            }
        }
        refuse(problems);
    }

    /** @return false when there is too much to look at */
    private static boolean markWinners(
            List<Written> conditions, List<List<KnownValues>> known, int setting, boolean[] wins) {
        Axes axes = new Axes();
        List<Formula> formulas = new ArrayList<>();
        for (int i = 0; i < wins.length; i++) {
            Written condition = conditions.get(i);
            formulas.add(new Formulas(condition, known.get(i).get(setting), axes).of(condition.root()));
        }
        return axes.each(point -> markWinner(formulas, point, wins));
    }

    private static void markWinner(List<Formula> formulas, int[] point, boolean[] wins) {
        for (int i = 0; i < wins.length; i++) {
            if (formulas.get(i).holds(point)) {
                wins[i] = true;
                return;
            }
        }
    }

    private static List<Problem> condition(Written condition, List<KnownValues> known) {
        List<Problem> problems = parts(condition, known);
        if (problems.isEmpty()) {
            problems.addAll(whole(condition, known));
        }
        return problems;
    }

    private static List<Problem> whole(Written condition, List<KnownValues> known) {
        CelExpr root = condition.root();
        if (everywhere(root, known) instanceof Boolean always) {
            return List.of(condition.problem(root, "is always " + always + NAMES_NOTHING));
        }
        boolean[] found = new boolean[2];
        for (KnownValues one : known) {
            Axes axes = new Axes();
            Formula formula = new Formulas(condition, one, axes).of(root);
            if (!axes.each(point -> found[formula.holds(point) ? 1 : 0] = true)) {
                return List.of();
            }
        }
        return found[0] && found[1]
                ? List.of()
                : List.of(condition.problem(
                        root,
                        found[1]
                                ? "always holds, whatever the values are"
                                : "can never hold, whatever the values are"));
    }

    /** What is wrong in parts: without a value somewhere, settled whatever the operator says, compared with itself. */
    private static List<Problem> parts(Written written, List<KnownValues> known) {
        List<Problem> problems = known.stream()
                .flatMap(one -> one.problems().stream())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        look(written, written.root(), known, problems);
        return problems;
    }

    private static void look(Written written, CelExpr part, List<KnownValues> known, List<Problem> problems) {
        if (part.getKind() == Kind.CALL) {
            List<CelExpr> args = part.call().args();
            for (CelExpr arg : logical(part)) {
                if (everywhere(arg, known) instanceof Boolean always) {
                    problems.add(
                            written.problem(arg, '\'' + written.text(arg) + "' is always " + always + NAMES_NOTHING));
                }
            }
            if (Parts.isComparison(part)
                    && everywhere(part, known) == null
                    && written.text(args.get(0)).equals(written.text(args.get(1)))) {
                problems.add(written.problem(part, '\'' + written.text(args.get(0)) + "' is compared with itself"));
            }
        }
        if (everywhere(part, known) == null) {
            Parts.of(part).forEach(one -> look(written, one, known, problems));
        }
    }

    /** What a part is worth whatever the operator says and wherever that is, or null. */
    private static Object everywhere(CelExpr part, List<KnownValues> known) {
        Object worth = known.get(0).of(part);
        return known.stream().allMatch(one -> Objects.equals(one.of(part), worth)) ? worth : null;
    }

    /** The parts of a call that decide by being true or false. */
    private static List<CelExpr> logical(CelExpr part) {
        return switch (part.call().function()) {
            case "_&&_", "_||_", "!_" -> part.call().args();
            case "_?_:_" -> part.call().args().subList(0, 1);
            default -> List.of();
        };
    }

    /** What is known with each set of parameters. */
    private List<KnownValues> known(Written written) {
        List<KnownValues> known = settings.stream()
                .map(setting -> new KnownValues(written, setting.parameters(), setting.worth()))
                .toList();
        names.addAll(known.get(0).names());
        return known;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ModelFileException(problems);
        }
    }
}
