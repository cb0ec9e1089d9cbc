package io.sanse.model.library.sense;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparserFactory;
import io.sanse.model.file.Place;
import io.sanse.model.file.Problem;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A checked expression, and where it is written.
 *
 * @param key the field that it is the value of
 * @param tree what the check has made of it
 * @param places where each of its characters stands
 */
public record Written(String key, CelAbstractSyntaxTree tree, IntFunction<Place> places) {
    CelExpr root() {
        return tree.getExpr();
    }

    /** A part of it, alone. */
    CelAbstractSyntaxTree alone(CelExpr part) {
        return CelAbstractSyntaxTree.newCheckedAst(part, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
    }

    String text(CelExpr part) {
        return CelUnparserFactory.newUnparser().unparse(CelAbstractSyntaxTree.newParsedAst(part, tree.getSource()));
    }

    Problem problem(CelExpr part, String what) {
        return new Problem(places.apply(first(part)), "'" + key + "': " + what);
    }

    /** Where a part begins: the tree has the places of operators, which stand behind what they work on, and of brackets, which stand behind functions. */
    private int first(CelExpr part) {
        Map<Long, Integer> positions = tree.getSource().getPositionsMap();
        int own = positions.getOrDefault(part.id(), Integer.MAX_VALUE);
        if (Parts.isFunction(part)) {
            own -= part.call().function().length();
        }
        int first = Parts.of(part).stream().mapToInt(this::first).reduce(own, Math::min);
        return first == Integer.MAX_VALUE && part == root() ? 0 : first;
    }
}
