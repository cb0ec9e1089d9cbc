package io.sanse.model.library.sense;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.CelKind;
import io.sanse.model.library.compiled.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much work an expression may be at most, counted in steps: a part that is looked at, or 64 characters that are. Lists are literals and parameters, whose sizes are known; of a text that an
 * operator gives no more than 64 characters are expected, of a list 20 items.
 */
public final class Cost {
    /** More is refused: some milliseconds. The dearest expression that ships takes about a hundred. */
    public static final int MOST_STEPS = 50_000;

    private static final double CHARACTERS = 64;
    private static final double EXPECTED_TEXT = 64;
    private static final double EXPECTED_ITEMS = 20;
    private static final int DEEPEST = 5;

    /** How the check calls what a loop puts together. */
    private static final String GROWN = "@";

    private static final Set<String> SEARCHES = Set.of("contains", "matches");

    private final CelAbstractSyntaxTree tree;
    private final Names names;
    private final Map<String, Double> items = new HashMap<>();
    private Size grown = Size.ONE;
    private int depth;

    private Cost(CelAbstractSyntaxTree tree, Names names) {
        this.tree = tree;
        this.names = names;
    }

    /**
     * How large a value may become.
     *
     * @param items of a list, else 1
     * @param each characters of the text, or of the largest item
     */
    private record Size(double items, double each) {
        static final Size ONE = new Size(1, 1);

        double work() {
            return items * Math.max(1, each / CHARACTERS);
        }

        double all() {
            return items * each;
        }

        Size with(Size other) {
            return new Size(items + other.items, Math.max(each, other.each));
        }
    }

    /** What a part costs, and how large its value is. */
    private record Bill(double steps, Size size) {}

    /** An upper bound; infinite when loops are nested beyond all need. */
    public static double of(CelAbstractSyntaxTree tree, Names names) {
        return new Cost(tree, names).bill(tree.getExpr()).steps();
    }

    private Bill bill(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> new Bill(1, constant(expression));
            case IDENT -> new Bill(1, named(expression));
            case COMPREHENSION -> loop(expression.comprehension(), isList(expression));
            case CALL, SELECT, LIST, MAP, STRUCT, NOT_SET -> made(expression);
        };
    }

    private static Size constant(CelExpr expression) {
        return switch (expression.constant().getKind()) {
            case STRING_VALUE -> new Size(1, expression.constant().stringValue().length());
            case BYTES_VALUE -> new Size(1, expression.constant().bytesValue().size());
            default -> Size.ONE;
        };
    }

    private Size named(CelExpr expression) {
        String name = expression.ident().name();
        if (name.startsWith(GROWN)) {
            return grown;
        }
        Double each = items.get(name);
        if (each != null) {
            return new Size(isList(expression) ? each : 1, each);
        }
        Object value = names.parameters().value(name);
        if (value instanceof List<?> list) {
            double longest =
                    list.stream().mapToInt(one -> one.toString().length()).max().orElse(1);
            return new Size(list.size(), longest);
        }
        return value == null ? new Size(isList(expression) ? EXPECTED_ITEMS : 1, EXPECTED_TEXT) : Size.ONE;
    }

    private boolean isList(CelExpr expression) {
        return tree.getType(expression.id())
                .map(type -> Set.of(CelKind.LIST, CelKind.MAP, CelKind.DYN).contains(type.kind()))
                .orElse(true);
    }

    /** A value that is made of others is at most as large as all of them together. */
    private Bill made(CelExpr expression) {
        double steps = 1;
        double work = 0;
        double characters = 0;
        double searched = 1;
        Size joined = new Size(0, 0);
        for (CelExpr part : Parts.of(expression)) {
            Bill bill = bill(part);
            steps += bill.steps();
            work += bill.size().work();
            characters += bill.size().all();
            searched *= bill.size().all();
            joined = joined.with(bill.size());
        }
        boolean searches = expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && SEARCHES.contains(expression.call().function());
        double total = steps + work + (searches ? searched / CHARACTERS : 0);
        return new Bill(total, size(expression, joined, characters));
    }

    private Size size(CelExpr expression, Size joined, double characters) {
        return switch (expression.getKind()) {
            case LIST, MAP, STRUCT -> new Size(Parts.of(expression).size(), characters);
            case CALL ->
                switch (tree.getType(expression.id()).map(type -> type.kind()).orElse(CelKind.DYN)) {
                    case BOOL, INT, UINT, DOUBLE, DURATION, TIMESTAMP -> Size.ONE;
                    case STRING, BYTES -> new Size(1, CHARACTERS + characters);
                    default -> joined;
                };
            default -> isList(expression) ? new Size(characters, characters) : new Size(1, characters);
        };
    }

    private Bill loop(CelComprehension loop, boolean list) {
        Bill range = bill(loop.iterRange());
        if (depth == DEEPEST) {
            return new Bill(Double.POSITIVE_INFINITY, Size.ONE);
        }
        Double itemBefore = items.get(loop.iterVar());
        Size grownBefore = grown;
        depth++;
        items.put(loop.iterVar(), range.size().each());
        double rounds = range.size().items();
        if (list) {
            grown = new Size(0, 0);
            Size added = bill(loop.loopStep()).size();
            grown = new Size(rounds * Math.max(1, added.items()), added.each());
        } else {
            grown = Size.ONE;
        }
        double round =
                1 + bill(loop.loopCondition()).steps() + bill(loop.loopStep()).steps();
        double around = bill(loop.accuInit()).steps() + bill(loop.result()).steps();
        Bill whole = new Bill(range.steps() + around + rounds * round, grown);
        items.put(loop.iterVar(), itemBefore);
        grown = grownBefore;
        depth--;
        return whole;
    }
}
