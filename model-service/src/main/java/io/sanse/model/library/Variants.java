package io.sanse.model.library;

import io.sanse.contract.Subject;
import io.sanse.model.detect.parameter.OwnValue;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.Scope.Kind;
import io.sanse.model.detect.parameter.Spot;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.rule.Overrides;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.Problems;
import io.sanse.model.file.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Finds the sets of parameters that a model has, and what is judged by which. */
final class Variants {
    /** Each set is judged by for every subject that it may concern. */
    private static final int MOST_SETS = 32;

    private static final long MOST_SPOTS = 10_000;

    private final Model model;
    private final List<OwnValue> values;
    private final Problems problems;

    /**
     * Of one model.
     *
     * @param values that its parameters have in places
     * @param problems decides how much is asked of who writes them
     */
    Variants(Model model, List<OwnValue> values, Problems problems) {
        this.model = model;
        this.values = values;
        this.problems = problems;
    }

    /**
     * The variants of the model.
     *
     * @param maker gives the model with other parameters
     * @throws ModelFileException when there are too many
     */
    Overrides overrides(BiFunction<Model, Parameters, Model> maker, YamlMap yaml) {
        Map<List<String>, Integer> places = new LinkedHashMap<>(Map.of(texts(model.parameters()), 0));
        List<Model> variants = new ArrayList<>(List.of(model));
        Map<Spot, Integer> judges = new HashMap<>();
        for (Spot spot : spots(yaml)) {
            Parameters parameters = model.parameters().at(spot, values);
            Integer place = places.get(texts(parameters));
            if (place == null) {
                place = variants.size();
                places.put(texts(parameters), place);
                require(place < MOST_SETS, yaml, "more than " + MOST_SETS + " different sets of values");
                variants.add(maker.apply(model, parameters));
            }
            judges.put(spot, place);
        }
        return new Overrides(values, variants, judges);
    }

    private List<Spot> spots(YamlMap yaml) {
        List<String> subjects = codes(Kind.SUBJECT);
        List<String> zones = codes(Kind.ZONE);
        List<String> districts = codes(Kind.DISTRICT);
        long count = (long) subjects.size() * zones.size() * districts.size();
        require(count <= MOST_SPOTS, yaml, "more than " + MOST_SPOTS + " combinations of district, zone and subject");
        List<Spot> spots = new ArrayList<>();
        for (String subject : subjects) {
            for (String zone : zones) {
                for (String district : districts) {
                    spots.add(new Spot(subject == null ? null : Subject.parse(subject), zone, district));
                }
            }
        }
        return spots;
    }

    /** Those of a kind, and none. */
    private List<String> codes(Kind kind) {
        List<String> codes = new ArrayList<>();
        codes.add(null);
        values.stream()
                .filter(value -> value.scope().kind() == kind)
                .map(value -> value.scope().code())
                .distinct()
                .forEach(codes::add);
        return codes;
    }

    private static List<String> texts(Parameters parameters) {
        return parameters.list().stream().map(Parameter::text).toList();
    }

    private void require(boolean right, YamlMap yaml, String what) {
        problems.ask(() -> {
            if (!right) {
                throw new ModelFileException(yaml.place("parameters"), "the overrides make " + what);
            }
        });
    }
}
