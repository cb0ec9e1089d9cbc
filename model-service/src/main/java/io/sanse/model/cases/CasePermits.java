package io.sanse.model.cases;

import io.sanse.contract.observation.Operation.Measure;
import io.sanse.contract.registry.Details;
import io.sanse.model.file.YamlMap;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the firms of a table of cases are permitted, and what they make of what they use. */
final class CasePermits {
    private CasePermits() {}

    static Details.Permit permit(YamlMap yaml) {
        yaml.only(Set.of("storage", "licence", "plan", "licence-ends", "plan-ends", "chemicals", "month"));
        return new Details.Permit(
                number(yaml, "storage"),
                number(yaml, "licence"),
                number(yaml, "plan"),
                day(yaml, "licence-ends"),
                day(yaml, "plan-ends"),
                yaml.has("chemicals") ? tonnes(yaml.map("chemicals")) : null,
                number(yaml, "month"));
    }

    private static Map<String, Double> tonnes(YamlMap yaml) {
        Map<String, Double> tonnes = new TreeMap<>();
        yaml.keys().forEach(substance -> tonnes.put(substance, yaml.number(substance)));
        return tonnes;
    }

    static Map<Measure, Double> rates(YamlMap yaml) {
        Map<Measure, Double> rates = new EnumMap<>(Measure.class);
        yaml.keys().forEach(key -> rates.put(Words.oneOf(key, Measure.values(), Measure::text), yaml.number(key)));
        return rates;
    }

    static LocalDate day(YamlMap yaml, String key) {
        return yaml.has(key) ? yaml.parsed(key, CaseTime::of).day() : null;
    }

    private static Double number(YamlMap yaml, String key) {
        return yaml.has(key) ? (Double) yaml.number(key) : null;
    }
}
