package io.sanse.model.library.compiled;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.sanse.model.detect.parameter.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes one checked expression as Java. Operands stand in CEL's order, and what CEL need not look at Java does not look at either. */
final class Translation {
    private static final Map<VariableType, String> READING = Map.of(
            VariableType.NUMBER, "((Double) %s).doubleValue()",
            VariableType.COUNT, "((Long) %s).longValue()",
            VariableType.FLAG, "((Boolean) %s).booleanValue()",
            VariableType.TEXT, present("String"),
            VariableType.DURATION, present("java.time.Duration"),
            VariableType.TIME, present("java.time.Instant"),
            VariableType.TEXTS, present("java.util.List"),
            VariableType.NUMBERS, present("java.util.List"));
    private static final Map<CelType, String> EQUALITY = Map.of(
            SimpleType.INT, "(%s == %s)",
            SimpleType.BOOL, "(%s == %s)",
            SimpleType.DOUBLE, "Operations.same(%s, %s)",
            SimpleType.STRING, "%s.equals(%s)",
            SimpleType.DURATION, "%s.equals(%s)",
            SimpleType.TIMESTAMP, "%s.equals(%s)");
    private static final Set<CelType> LISTED = Set.of(SimpleType.INT, SimpleType.DOUBLE, SimpleType.STRING);
    private static final Map<CelType, String> ITEMS = Map.of(
            SimpleType.STRING, "((String) java.util.Objects.requireNonNull(Operations.item(%s, %s)))",
            SimpleType.DOUBLE, "((Double) Operations.item(%s, %s)).doubleValue()");

    private final CelAbstractSyntaxTree tree;
    private final Names names;
    private final Literals literals;
    private final Set<String> read = new TreeSet<>();

    Translation(CelAbstractSyntaxTree tree, Names names, Literals literals) {
        this.tree = tree;
        this.names = names;
        this.literals = literals;
    }

    private static String present(String type) {
        return "((" + type + ") java.util.Objects.requireNonNull(%s))";
    }

    /**
     * The body of a method with the parameter {@code values}; each value that it names is looked up once.
     *
     * @throws NotCovered when something is left to the interpreter
     */
    String body() throws NotCovered {
        String result = java(tree.getExpr());
        return read.stream()
                        .map(name -> "        Object " + local(name) + " = values.get(\"" + name + "\");\n")
                        .collect(Collectors.joining())
                + "        return " + result + ";\n";
    }

    private static String local(String name) {
        return name + "Value";
    }

    private String java(CelExpr expression) throws NotCovered {
        return switch (expression.getKind()) {
            case CONSTANT -> literals.java(value(expression.constant()));
            case IDENT -> named(expression.ident().name());
            case CALL -> call(expression);
            case NOT_SET, SELECT, LIST, STRUCT, MAP, COMPREHENSION ->
                throw new NotCovered(expression.getKind().name().toLowerCase(Locale.ROOT));
        };
    }

    private static Object value(CelConstant constant) throws NotCovered {
        return switch (constant.getKind()) {
            case INT64_VALUE -> constant.int64Value();
            case DOUBLE_VALUE -> constant.doubleValue();
            case BOOLEAN_VALUE -> constant.booleanValue();
            case STRING_VALUE -> constant.stringValue();
            default -> throw new NotCovered("a constant of kind " + constant.getKind());
        };
    }

    private String named(String name) throws NotCovered {
        VariableType type = names.variables().get(name);
        if (type != null) {
            read.add(name);
            return READING.get(type).formatted(local(name));
        }
        Object value = names.parameters().value(name);
        if (value == null) {
            throw new NotCovered("the name " + name);
        }
        return literals.java(value);
    }

    private String call(CelExpr expression) throws NotCovered {
        CelCall call = expression.call();
        List<CelExpr> operands = new ArrayList<>(call.target().stream().toList());
        operands.addAll(call.args());
        String overload = overload(expression);
        return switch (overload) {
            case "equals" -> equality(operands);
            case "not_equals" -> "(!" + equality(operands) + ')';
            case "in_list" -> membership(operands);
            case "index_list" -> item(operands);
            case "string_to_duration" -> length(expression, operands.get(0));
            default -> {
                String java = Overloads.java(overload);
                if (java == null) {
                    throw new NotCovered(overload);
                }
                yield java.formatted(written(operands));
            }
        };
    }

    /** A length of time that is written out is made once. */
    private String length(CelExpr call, CelExpr text) throws NotCovered {
        if (text.getKind() != Kind.CONSTANT) {
            throw new NotCovered("a duration of a text");
        }
        return literals.java(names.constant(CelAbstractSyntaxTree.newCheckedAst(
                call, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap())));
    }

    private Object[] written(List<CelExpr> operands) throws NotCovered {
        List<String> written = new ArrayList<>();
        for (CelExpr operand : operands) {
            written.add(java(operand));
        }
        return written.toArray();
    }

    private String overload(CelExpr call) throws NotCovered {
        List<String> overloads =
                tree.getReference(call.id()).map(CelReference::overloadIds).orElseThrow();
        if (overloads.size() != 1) {
            throw new NotCovered(call.call().function() + " on values of any type");
        }
        return overloads.get(0);
    }

    private CelType type(CelExpr expression) {
        return tree.getType(expression.id()).orElseThrow();
    }

    private String equality(List<CelExpr> operands) throws NotCovered {
        CelType type = type(operands.get(0));
        if (!type.equals(type(operands.get(1)))) {
            throw new NotCovered("equality of different types");
        }
        String written = EQUALITY.get(type);
        if (written == null) {
            throw new NotCovered("equality of " + type.name());
        }
        return written.formatted(java(operands.get(0)), java(operands.get(1)));
    }

    private String membership(List<CelExpr> operands) throws NotCovered {
        CelExpr list = operands.get(1);
        CelType type = type(operands.get(0));
        if (!type(list).equals(ListType.create(type)) || !LISTED.contains(type)) {
            throw new NotCovered("membership in " + type(list).name() + " of " + type.name());
        }
        String items = list.getKind() == Kind.LIST ? constants(list) : java(list);
        return "Operations.in(" + java(operands.get(0)) + ", " + items + ')';
    }

    /** Constants cannot fail, so those behind the first that fits need no look. */
    private String constants(CelExpr list) throws NotCovered {
        List<Object> values = new ArrayList<>();
        for (CelExpr item : list.list().elements()) {
            if (item.getKind() != Kind.CONSTANT) {
                throw new NotCovered("membership in a list of other things than constants");
            }
            values.add(value(item.constant()));
        }
        return literals.java(values);
    }

    private String item(List<CelExpr> operands) throws NotCovered {
        String item = type(operands.get(0)) instanceof ListType list ? ITEMS.get(list.elemType()) : null;
        if (item == null || !type(operands.get(1)).equals(SimpleType.INT)) {
            throw new NotCovered("an item of " + type(operands.get(0)).name());
        }
        return item.formatted(written(operands));
    }
}
