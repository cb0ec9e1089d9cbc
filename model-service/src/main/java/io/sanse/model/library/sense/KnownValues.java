package io.sanse.model.library.sense;

import dev.cel.common.CelErrorCode;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationException;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.file.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of an expression that name no value of the operator: what they are worth, and which of them are worth nothing. */
final class KnownValues {
    private static final Set<String> DIVISIONS = Set.of("_/_", "_%_");

    private final Written written;
    private final Parameters parameters;
    private final Worth worth;
    private final Map<Long, Object> values = new HashMap<>();
    private final Set<String> names;
    private final List<Problem> problems = new ArrayList<>();

    KnownValues(Written written, Parameters parameters, Worth worth) {
        this.written = written;
        this.parameters = parameters;
        this.worth = worth;
        this.names = open(written.root());
    }

    /** What has no value. */
    List<Problem> problems() {
        return problems;
    }

    /** The values and parameters that are named. */
    Set<String> names() {
        return names;
    }

    /** What a part is worth whatever the operator says, or null when that is not so. */
    Object of(CelExpr part) {
        return values.get(part.id());
    }

    /** The names that a part takes from outside; on the way it is evaluated if all of them are parameters. */
    private Set<String> open(CelExpr part) {
        Set<String> open = new HashSet<>();
        boolean sound = true;
        for (CelExpr one : Parts.of(part)) {
            Set<String> names = open(one);
            sound &= !parameters(names) || values.containsKey(one.id());
            open.addAll(names);
        }
        if (part.getKind() == Kind.IDENT) {
            open.add(part.ident().name());
        }
        if (part.getKind() == Kind.COMPREHENSION) {
            open.remove(part.comprehension().iterVar());
            open.remove(part.comprehension().accuVar());
        }
        if (sound && !dividesByNothing(part) && parameters(open)) {
            evaluate(part);
        } else if (Parts.isCall(part, "matches")) {
            tryPattern(part);
        }
        return open;
    }

    /** A pattern can be tried without the text that it will be held against. */
    private void tryPattern(CelExpr part) {
        List<CelExpr> args = part.call().args();
        CelExpr pattern = args.get(args.size() - 1);
        if (values.containsKey(pattern.id())) {
            CelExpr text = CelExpr.ofConstant(part.id(), CelConstant.ofValue(""));
            CelCall.Builder call = part.call().toBuilder();
            CelCall tried = (args.size() > 1 ? call.setArg(0, text) : call.setTarget(text)).build();
            try {
                worth.of(written.alone(part.toBuilder().setCall(tried).build()));
            } catch (CelEvaluationException none) {
                problems.add(written.problem(pattern, quoted(pattern) + " is no pattern: " + said(none)));
            }
        }
    }

    private static String said(CelEvaluationException none) {
        return none.getMessage().replaceFirst("^evaluation error at [^ ]*: ", "");
    }

    private boolean parameters(Set<String> names) {
        return names.stream().allMatch(name -> parameters.find(name) != null);
    }

    private boolean dividesByNothing(CelExpr part) {
        boolean nothing = part.getKind() == Kind.CALL
                && DIVISIONS.contains(part.call().function())
                && values.get(part.call().args().get(1).id()) instanceof Number divisor
                && divisor.doubleValue() == 0;
        if (nothing) {
            problems.add(written.problem(part, quoted(part) + " divides by zero"));
        }
        return nothing;
    }

    private void evaluate(CelExpr part) {
        try {
            values.put(part.id(), worth.of(written.alone(part)));
        } catch (CelEvaluationException none) {
            problems.add(written.problem(part, quoted(part) + ' ' + why(part, none)));
        }
    }

    private String quoted(CelExpr part) {
        return '\'' + written.text(part) + '\'';
    }

    private static String why(CelExpr part, CelEvaluationException none) {
        CelErrorCode code = none.getErrorCode();
        if (code == CelErrorCode.NUMERIC_OVERFLOW) {
            return "is beyond the numbers that there are";
        }
        if (code == CelErrorCode.INDEX_OUT_OF_BOUNDS) {
            return "lies outside the list, whose first item is [0]";
        }
        if (Parts.isCall(part, "duration")) {
            return "is no length of time; write '90s', '20m' or '1h30m'";
        }
        if (Parts.isCall(part, "timestamp")) {
            return "is no time; write '2026-03-05T21:00:00Z'";
        }
        return "has no value: " + said(none);
    }
}
