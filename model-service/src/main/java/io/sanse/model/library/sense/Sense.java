package io.sanse.model.library.sense;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for what can only be wrong in the expressions of one model. */
public final class Sense {
    private static final int LEAST_SCORE = 0;
    private static final int MOST_SCORE = 100;
    private static final String NAMES_NOTHING = ": it names no value of the operator";

    private final Parameters parameters;
    private final Worth worth;
    private final Set<String> names = new HashSet<>();

    public Sense(Parameters parameters, Worth worth) {
        this.parameters = parameters;
        this.worth = worth;
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
            refuse(condition(condition, new ArrayList<>()));
        }
    }

    /**
     * A score.
     *
     * @throws ModelFileException when a part of it has no value, or it leaves its range
     */
    public void score(Written score) {
        KnownValues constants = constants(score);
        List<Problem> problems = parts(score, constants);
        Double outside = problems.isEmpty() ? new Score(score, constants).outside(LEAST_SCORE, MOST_SCORE) : null;
        if (outside != null) {
            problems.add(score.problem(
                    score.root(), "may become %.0f; a score is %d to %d".formatted(outside, LEAST_SCORE, MOST_SCORE)));
        }
        refuse(problems);
    }

    /**
     * The conditions of levels, as they are read: the first that holds wins.
     *
     * @throws ModelFileException when one of them can only be wrong, alone or behind those before it
     */
    public void levels(List<Written> conditions) {
        Axes axes = new Axes();
        List<Formula> formulas = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Written condition : conditions) {
            problems.addAll(condition(condition, new ArrayList<>()));
            formulas.add(new Formulas(condition, constants(condition), axes).of(condition.root()));
        }
        if (problems.isEmpty()) {
            boolean[] wins = new boolean[formulas.size()];
            boolean looked = axes.each(point -> markWinner(formulas, point, wins));
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

    private static void markWinner(List<Formula> formulas, int[] point, boolean[] wins) {
        for (int i = 0; i < wins.length; i++) {
            if (formulas.get(i).holds(point)) {
                wins[i] = true;
                return;
            }
        }
    }

    private List<Problem> condition(Written condition, List<Problem> problems) {
        KnownValues constants = constants(condition);
        problems.addAll(parts(condition, constants));
        if (problems.isEmpty()) {
            problems.addAll(whole(condition, constants));
        }
        return problems;
    }

    private static List<Problem> whole(Written condition, KnownValues constants) {
        CelExpr root = condition.root();
        if (constants.of(root) instanceof Boolean always) {
            return List.of(condition.problem(root, "is always " + always + NAMES_NOTHING));
        }
        Axes axes = new Axes();
        Formula formula = new Formulas(condition, constants, axes).of(root);
        boolean[] found = new boolean[2];
        boolean looked = axes.each(point -> found[formula.holds(point) ? 1 : 0] = true);
        if (!looked || found[0] && found[1]) {
            return List.of();
        }
        return List.of(condition.problem(
                root, found[1] ? "always holds, whatever the values are" : "can never hold, whatever the values are"));
    }

    /** What is wrong in parts: without a value, settled whatever the operator says, compared with itself. */
    private static List<Problem> parts(Written written, KnownValues constants) {
        List<Problem> problems = new ArrayList<>(constants.problems());
        look(written, written.root(), constants, problems);
        return problems;
    }

    private static void look(Written written, CelExpr part, KnownValues constants, List<Problem> problems) {
        if (part.getKind() == Kind.CALL) {
            List<CelExpr> args = part.call().args();
            for (CelExpr arg : logical(part)) {
                if (constants.of(arg) instanceof Boolean always) {
                    problems.add(
                            written.problem(arg, '\'' + written.text(arg) + "' is always " + always + NAMES_NOTHING));
                }
            }
            if (Parts.isComparison(part)
                    && constants.of(part) == null
                    && written.text(args.get(0)).equals(written.text(args.get(1)))) {
                problems.add(written.problem(part, '\'' + written.text(args.get(0)) + "' is compared with itself"));
            }
        }
        if (constants.of(part) == null) {
            Parts.of(part).forEach(one -> look(written, one, constants, problems));
        }
    }

    /** The parts of a call that decide by being true or false. */
    private static List<CelExpr> logical(CelExpr part) {
        return switch (part.call().function()) {
            case "_&&_", "_||_", "!_" -> part.call().args();
            case "_?_:_" -> part.call().args().subList(0, 1);
            default -> List.of();
        };
    }

    private KnownValues constants(Written written) {
        KnownValues constants = new KnownValues(written, parameters, worth);
        names.addAll(constants.names());
        return constants;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ModelFileException(problems);
        }
    }
}
