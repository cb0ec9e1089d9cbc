package io.sanse.model.library;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelUnparserFactory;
import io.sanse.model.detect.rule.Clause;
import io.sanse.model.detect.rule.Clause.Joint;
import io.sanse.model.detect.rule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A condition in CEL; its clauses are what {@code &&} and {@code ||} join. */
final class CelCondition implements Condition {
    private static final Map<String, Joint> JOINTS = Map.of("_&&_", Joint.ALL, "_||_", Joint.ANY);

    private final CelExpressions expressions;
    private final CelExpression<Boolean> whole;

    CelCondition(CelExpressions expressions, CelExpression<Boolean> whole) {
        this.expressions = expressions;
        this.whole = whole;
    }

    CelExpression<Boolean> whole() {
        return whole;
    }

    @Override
    public Boolean of(Map<String, Object> values) {
        return whole.of(values);
    }

    @Override
    public Clause clause() {
        return clause(whole.tree().getExpr());
    }

    private Clause clause(CelExpr expression) {
        String text = CelUnparserFactory.newUnparser()
                .unparse(CelAbstractSyntaxTree.newParsedAst(
                        expression, whole.tree().getSource()));
        CelAbstractSyntaxTree alone = expressions.part(text, whole.place());
        Joint joint = joint(expression);
        List<Clause> parts = new ArrayList<>();
        if (joint != Joint.NONE) {
            collect(expression, joint, parts);
        }
        return new Clause(
                text,
                names(alone),
                new CelExpression<>(expressions, whole.place(), alone, Boolean.class),
                joint,
                parts);
    }

    /** {@code a && (b && c)} has three parts, not two. */
    private void collect(CelExpr expression, Joint joint, List<Clause> parts) {
        for (CelExpr argument : expression.call().args()) {
            if (joint(argument) == joint) {
                collect(argument, joint, parts);
            } else {
                parts.add(clause(argument));
            }
        }
    }

    private static Joint joint(CelExpr expression) {
        return expression.getKind() == Kind.CALL
                ? JOINTS.getOrDefault(expression.call().function(), Joint.NONE)
                : Joint.NONE;
    }

    /** What the check has found to be variables. */
    private static Set<String> names(CelAbstractSyntaxTree tree) {
        return tree.getReferenceMap().values().stream()
                .filter(reference -> reference.overloadIds().isEmpty())
                .filter(reference -> reference.value().isEmpty())
                .map(reference -> reference.name())
                .filter(name -> !name.startsWith("@") && !name.startsWith("_"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
