package io.sanse.model.library.compiled;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;

/** How the operators and functions of CEL are written in Java, by the name of the overload that the check has chosen. What is not here is left to the interpreter. */
final class Overloads {
    private static final Map<String, String> SIGNS =
            Map.of("less", "<", "less_equals", "<=", "greater", ">", "greater_equals", ">=");

    private static final Map<String, String> JAVA = Map.ofEntries(
            entry("logical_and", "(%1$s && %2$s)"),
            entry("logical_or", "(%1$s || %2$s)"),
            entry("logical_not", "(!%1$s)"),
            entry("conditional", "(%1$s ? %2$s : %3$s)"),
            entry("add_int64", "Math.addExact(%1$s, %2$s)"),
            entry("subtract_int64", "Math.subtractExact(%1$s, %2$s)"),
            entry("multiply_int64", "Math.multiplyExact(%1$s, %2$s)"),
            entry("divide_int64", "Operations.quotient(%1$s, %2$s)"),
            entry("modulo_int64", "Operations.remainder(%1$s, %2$s)"),
            entry("negate_int64", "Math.negateExact(%1$s)"),
            entry("add_double", "(%1$s + %2$s)"),
            entry("subtract_double", "(%1$s - %2$s)"),
            entry("multiply_double", "(%1$s * %2$s)"),
            entry("divide_double", "(%1$s / %2$s)"),
            entry("negate_double", "(-%1$s)"),
            entry("int64_to_double", "((double) %1$s)"),
            entry("double_to_int64", "Operations.truncated(%1$s)"),
            entry("add_string", "%1$s.concat(%2$s)"),
            entry("contains_string", "%1$s.contains(%2$s)"),
            entry("starts_with_string", "%1$s.startsWith(%2$s)"),
            entry("ends_with_string", "%1$s.endsWith(%2$s)"),
            entry("size_string", "Operations.length(%1$s)"),
            entry("string_size", "Operations.length(%1$s)"),
            entry("size_list", "((long) %1$s.size())"),
            entry("list_size", "((long) %1$s.size())"),
            entry("add_duration_duration", "Operations.sum(%1$s, %2$s)"),
            entry("subtract_duration_duration", "Operations.difference(%1$s, %2$s)"),
            entry("add_timestamp_duration", "Operations.after(%1$s, %2$s)"),
            entry("add_duration_timestamp", "Operations.after(%2$s, %1$s)"),
            entry("subtract_timestamp_duration", "Operations.before(%1$s, %2$s)"),
            entry("subtract_timestamp_timestamp", "Operations.between(%1$s, %2$s)"));

    private static final Map<String, String> ALL = all();

    private Overloads() {}

    /** How to write a call with the operands {@code %1$s}, {@code %2$s} …, or null. */
    static String java(String overload) {
        return ALL.get(overload);
    }

    private static Map<String, String> all() {
        Map<String, String> all = new HashMap<>(JAVA);
        SIGNS.forEach((name, sign) -> {
            all.put(name + "_int64", "(%1$s " + sign + " %2$s)");
            all.put(name + "_double", "(%1$s " + sign + " %2$s)");
            all.put(name + "_int64_double", "(Double.compare(Operations.widened(%1$s), %2$s) " + sign + " 0)");
            all.put(name + "_double_int64", "(Double.compare(%1$s, Operations.widened(%2$s)) " + sign + " 0)");
            all.put(name + "_bool", "(Boolean.compare(%1$s, %2$s) " + sign + " 0)");
            all.put(name + "_string", "(%1$s.compareTo(%2$s) " + sign + " 0)");
            all.put(name + "_duration", "(%1$s.compareTo(%2$s) " + sign + " 0)");
            all.put(name + "_timestamp", "(%1$s.compareTo(%2$s) " + sign + " 0)");
        });
        return Map.copyOf(all);
    }
}
