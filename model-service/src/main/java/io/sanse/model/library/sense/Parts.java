package io.sanse.model.library.sense;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an expression is made of. */
final class Parts {
    private static final Set<String> COMPARISONS = Set.of("_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_");

    private Parts() {}

    static List<CelExpr> of(CelExpr whole) {
        return switch (whole.getKind()) {
            case CALL ->
                Stream.concat(whole.call().target().stream(), whole.call().args().stream())
                        .toList();
            case SELECT -> List.of(whole.select().operand());
            case LIST -> whole.list().elements();
            case MAP ->
                whole.map().entries().stream()
                        .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                        .toList();
            case STRUCT ->
                whole.struct().entries().stream().map(entry -> entry.value()).toList();
            case COMPREHENSION -> parts(whole.comprehension());
            case CONSTANT, IDENT, NOT_SET -> List.of();
        };
    }

    private static List<CelExpr> parts(CelComprehension loop) {
        return List.of(loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result());
    }

    static boolean isCall(CelExpr expression, String function) {
        return expression.getKind() == Kind.CALL && expression.call().function().equals(function);
    }

    /** Whether it is written {@code name(…)}. */
    static boolean isFunction(CelExpr expression) {
        return expression.getKind() == Kind.CALL
                && expression.call().target().isEmpty()
                && Character.isLetter(expression.call().function().charAt(0));
    }

    static boolean isComparison(CelExpr expression) {
        return expression.getKind() == Kind.CALL
                && COMPARISONS.contains(expression.call().function());
    }
}
