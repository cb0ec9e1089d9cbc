package io.sanse.model.library;

import io.sanse.model.detect.operator.Operators;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.YamlMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an operator's names mean, in a line each, for authors of models.
 *
 * @param finds what it finds
 * @param parameters what it asks for, by name
 * @param variables the values that it gives, by name
 * @param names the words for texts that it gives, by name
 */
record OperatorGuide(
        String finds, Map<String, String> parameters, Map<String, String> variables, Map<String, String> names) {
    private static final String FILE = "library/operators.yaml";

    /**
     * Of each operator, by its name.
     *
     * @throws ModelFileException when the file is wrong, or misses an operator
     */
    static Map<String, OperatorGuide> all() {
        YamlMap yaml = YamlMap.parse(FILE, Library.text(FILE));
        Map<String, OperatorGuide> all = new TreeMap<>();
        Operators.all().forEach(operator -> all.put(operator.name(), of(yaml.map(operator.name()))));
        return all;
    }

    private static OperatorGuide of(YamlMap yaml) {
        yaml.only(Set.of("finds", "parameters", "variables", "names"));
        return new OperatorGuide(
                yaml.words("finds"),
                meanings(yaml, "parameters"),
                meanings(yaml, "variables"),
                meanings(yaml, "names"));
    }

    private static Map<String, String> meanings(YamlMap yaml, String key) {
        Map<String, String> meanings = new TreeMap<>();
        if (yaml.has(key)) {
            YamlMap block = yaml.map(key);
            block.keys().forEach(name -> meanings.put(name, block.words(name)));
        }
        return meanings;
    }
}
