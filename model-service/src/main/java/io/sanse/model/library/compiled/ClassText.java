package io.sanse.model.library.compiled;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.SimpleType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of the class of a model: a method for each expression, and one that finds it by its number. */
public final class ClassText {
    /** The class is known by no name: those of several models stand beside each other. */
    static final String NAME = "Written";

    private final Names names;
    private final Literals literals = new Literals();
    private final Map<Integer, String> conditions = new LinkedHashMap<>();
    private final Map<Integer, String> numbers = new LinkedHashMap<>();

    public ClassText(Names names) {
        this.names = names;
    }

    /**
     * Adds a checked condition or a whole number.
     *
     * @return its number
     * @throws NotCovered when something in it is left to the interpreter; the class is as before then
     */
    public int add(CelAbstractSyntaxTree tree) throws NotCovered {
        String body = new Translation(tree, names, literals).body();
        int number = conditions.size() + numbers.size();
        (tree.getResultType().equals(SimpleType.BOOL) ? conditions : numbers).put(number, body);
        return number;
    }

    /**
     * The class's instance.
     *
     * @throws NotCovered when the class cannot be made, as when a method is too long for a class file
     */
    public Code made() throws NotCovered {
        return ClassMaker.made(java());
    }

    String java() {
        return "package " + Code.class.getPackageName() + ";\n\nfinal class " + NAME + " extends Code {\n"
                + literals.declarations()
                + methods("boolean", "holds", conditions)
                + methods("long", "number", numbers)
                + "}\n";
    }

    private static String methods(String type, String name, Map<Integer, String> bodies) {
        String choice = bodies.keySet().stream()
                .map(number -> "            case " + number + ": return " + name + number + "(values);\n")
                .collect(Collectors.joining());
        String each = bodies.entrySet().stream()
                .map(entry -> "\n    private static " + type + ' ' + name + entry.getKey()
                        + "(java.util.Map values) {\n" + entry.getValue() + "    }\n")
                .collect(Collectors.joining());
        return "\n    public " + type + ' ' + name + "(int expression, java.util.Map values) {\n"
                + "        switch (expression) {\n" + choice
                + "            default: throw new IllegalArgumentException(\"no expression \" + expression);\n"
                + "        }\n    }\n" + each;
    }
}
