package io.sanse.model.detect.explain;

import io.sanse.model.detect.rule.Clause;
import java.util.List;
import java.util.Map;

/**
 * Whether a clause holds, and its parts.
 *
 * @param clause the clause
 * @param holds whether it does, or null when it has no value without the clauses before it
 * @param parts one for each part of the clause
 */
public record Reason(Clause clause, Boolean holds, List<Reason> parts) {
    static Reason of(Clause clause, Map<String, Object> values) {
        List<Reason> parts =
                clause.parts().stream().map(part -> of(part, values)).toList();
        return new Reason(clause, holds(clause, values), parts);
    }

    private static Boolean holds(Clause clause, Map<String, Object> values) {
        try {
            return clause.test().of(values);
        } catch (IllegalStateException noValue) {
            return null;
        }
    }
}
