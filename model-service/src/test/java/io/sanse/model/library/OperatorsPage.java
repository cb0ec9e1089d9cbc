package io.sanse.model.library;

import io.sanse.model.detect.operator.Operators;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Operator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** docs/operators.md. */
final class OperatorsPage {
    private static final String HEAD = """
            # Operators

            What each operator finds, what it asks of a model's parameters and what it gives to conditions and texts. Made of `library/operators.yaml` and the code by
            `mvn -pl model-service -am test -Dtest=OperatorGuideTest -Dsanse.write=true -Dsurefire.failIfNoSpecifiedTests=false`; how a model is written: [models.md](models.md). Night is from 22:00 to 06:00; a *word*
            differs by language and is for texts only.
            """;

    private OperatorsPage() {}

    static String render() {
        Map<String, OperatorGuide> guides = OperatorGuide.all();
        return HEAD
                + Operators.all().stream()
                        .sorted(Comparator.comparing(Operator::name))
                        .map(operator -> section(operator, guides.get(operator.name())))
                        .collect(Collectors.joining());
    }

    private static String section(Operator operator, OperatorGuide guide) {
        return "\n## " + operator.name() + "\n\n" + guide.finds() + " Subject `"
                + operator.subject().text() + "`; facts "
                + operator.facts().stream()
                        .sorted()
                        .map(fact -> '`' + fact + '`')
                        .collect(Collectors.joining(", "))
                + ".\n\n| name | what | meaning |\n|---|---|---|\n"
                + rows(
                        guide.parameters(),
                        name -> "parameter, " + text(operator.parameters().get(name)))
                + rows(guide.variables(), name -> text(operator.variables().get(name)))
                + rows(guide.names(), name -> "word");
    }

    private interface What {
        String of(String name);
    }

    private static String rows(Map<String, String> meanings, What what) {
        return meanings.entrySet().stream()
                .map(entry ->
                        "| `" + entry.getKey() + "` | " + what.of(entry.getKey()) + " | " + entry.getValue() + " |\n")
                .collect(Collectors.joining());
    }

    private static String text(VariableType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
