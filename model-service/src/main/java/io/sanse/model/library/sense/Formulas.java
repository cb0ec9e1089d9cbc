package io.sanse.model.library.sense;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.types.SimpleType;
import io.sanse.model.library.sense.Axes.Axis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Makes formulas of an expression's conditions, and the axes that they depend on. */
final class Formulas {
    private static final Map<String, IntPredicate> ORDERS = Map.of(
            "_<_", sign -> sign < 0,
            "_<=_", sign -> sign <= 0,
            "_>_", sign -> sign > 0,
            "_>=_", sign -> sign >= 0,
            "_==_", sign -> sign == 0,
            "_!=_", sign -> sign != 0);

    private final Written written;
    private final KnownValues constants;
    private final Axes axes;

    Formulas(Written written, KnownValues constants, Axes axes) {
        this.written = written;
        this.constants = constants;
        this.axes = axes;
    }

    /** What a comparison makes of the sign of its left side against its right one. */
    static IntPredicate order(String comparison) {
        return ORDERS.get(comparison);
    }

    Formula of(CelExpr condition) {
        if (constants.of(condition) instanceof Boolean always) {
            return point -> always;
        }
        return condition.getKind() == CelExpr.ExprKind.Kind.CALL ? call(condition) : open(condition);
    }

    private Formula call(CelExpr condition) {
        CelCall call = condition.call();
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "_&&_" -> {
                Formula one = of(args.get(0));
                Formula other = of(args.get(1));
                yield point -> one.holds(point) && other.holds(point);
            }
            case "_||_" -> {
                Formula one = of(args.get(0));
                Formula other = of(args.get(1));
                yield point -> one.holds(point) || other.holds(point);
            }
            case "!_" -> {
                Formula one = of(args.get(0));
                yield point -> !one.holds(point);
            }
            case "_?_:_" -> {
                Formula choice = of(args.get(0));
                Formula yes = of(args.get(1));
                Formula no = of(args.get(2));
                yield point -> choice.holds(point) ? yes.holds(point) : no.holds(point);
            }
            case "@in" -> membership(condition);
            default -> ORDERS.containsKey(call.function()) ? comparison(condition) : open(condition);
        };
    }

    private Formula comparison(CelExpr condition) {
        List<CelExpr> args = condition.call().args();
        IntPredicate order = ORDERS.get(condition.call().function());
        Comparable<Object> right = limit(constants.of(args.get(1)));
        if (right != null && constants.of(args.get(0)) == null) {
            return compared(args.get(0), right, order);
        }
        Comparable<Object> left = limit(constants.of(args.get(0)));
        if (left != null && constants.of(args.get(1)) == null) {
            return compared(args.get(1), left, sign -> order.test(-sign));
        }
        return open(condition);
    }

    private Formula compared(CelExpr what, Comparable<Object> limit, IntPredicate order) {
        Axis axis = axes.axis(limit.getClass().getSimpleName() + ' ' + written.text(what));
        axis.cut(limit);
        return point -> order.test(Integer.compare(axis.region(point), axis.at(limit)));
    }

    private Formula membership(CelExpr condition) {
        CelExpr what = condition.call().args().get(0);
        if (!(constants.of(condition.call().args().get(1)) instanceof List<?> list)
                || list.isEmpty()
                || !list.stream().allMatch(one -> limit(one) != null)) {
            return open(condition);
        }
        Formula any = point -> false;
        for (Object one : list) {
            Formula before = any;
            Formula equal = compared(what, limit(one), sign -> sign == 0);
            any = point -> before.holds(point) || equal.holds(point);
        }
        return any;
    }

    /** True or false, whatever the rest is. */
    private Formula open(CelExpr condition) {
        Axis axis = axes.axis(SimpleType.BOOL.name() + ' ' + written.text(condition));
        return point -> axis.region(point) == 1;
    }

    /** A constant that has an order, or null. Whole numbers and others are compared with each other. */
    @SuppressWarnings("unchecked")
    private static Comparable<Object> limit(Object constant) {
        Object limit = constant;
        if (constant instanceof Long number) {
            limit = BigDecimal.valueOf(number);
        } else if (constant instanceof Double number && Double.isFinite(number)) {
            limit = BigDecimal.valueOf(number);
        }
        boolean ordered = limit instanceof BigDecimal
                || limit instanceof String
                || limit instanceof Duration
                || limit instanceof Instant;
        return ordered ? (Comparable<Object>) limit : null;
    }
}
