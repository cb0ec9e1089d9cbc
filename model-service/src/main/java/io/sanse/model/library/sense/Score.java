package io.sanse.model.library.sense;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The least and the most that a score can be, as far as it is put together from constants. */
final class Score {
    private final KnownValues constants;
    private final Axes axes = new Axes();
    private final Map<Long, Formula> choices = new HashMap<>();
    private final CelExpr root;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private boolean open;

    Score(Written written, KnownValues constants) {
        this.constants = constants;
        this.root = written.root();
        find(root, new Formulas(written, constants, axes));
        open = !axes.each(point -> {
            Double worth = worth(root, point);
            open |= worth == null;
            least = worth == null ? least : Math.min(least, worth);
            most = worth == null ? most : Math.max(most, worth);
        });
    }

    private void find(CelExpr part, Formulas formulas) {
        if (Parts.isCall(part, "_?_:_")) {
            choices.put(part.id(), formulas.of(part.call().args().get(0)));
        }
        Parts.of(part).forEach(one -> find(one, formulas));
    }

    /** A value outside of a range that it takes for some values of the operator, or null: as far as is known it takes none. */
    Double outside(double from, double to) {
        if (most > to) {
            return most;
        }
        return least < from ? (Double) least : null;
    }

    /** Whether a choice is made: what is compared may be put together from constants itself, as in {@code x > 100 ? 100 : x}. */
    private boolean holds(CelExpr choice, int[] point) {
        CelExpr condition = choice.call().args().get(0);
        if (Parts.isComparison(condition)) {
            List<CelExpr> args = condition.call().args();
            Double one = worth(args.get(0), point);
            Double other = worth(args.get(1), point);
            if (one != null && other != null) {
                return Formulas.order(condition.call().function()).test(Double.compare(one, other));
            }
        }
        return choices.get(choice.id()).holds(point);
    }

    private Double worth(CelExpr part, int[] point) {
        if (constants.of(part) instanceof Number constant) {
            return constant.doubleValue();
        }
        if (part.getKind() != Kind.CALL) {
            return null;
        }
        CelCall call = part.call();
        List<CelExpr> args = call.args();
        if (call.function().equals("_?_:_")) {
            return worth(args.get(holds(part, point) ? 1 : 2), point);
        }
        Double one = args.isEmpty() ? null : worth(args.get(0), point);
        Double other = args.size() < 2 ? null : worth(args.get(1), point);
        if (one == null || other == null) {
            return null;
        }
        return switch (call.function()) {
            case "_+_" -> one + other;
            case "_-_" -> one - other;
            case "_*_" -> one * other;
            default -> null;
        };
    }
}
