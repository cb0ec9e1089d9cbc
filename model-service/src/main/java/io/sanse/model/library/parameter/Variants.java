package io.sanse.model.library.parameter;

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
public final class Variants {
    /** Each set is judged by for every subject that it may concern. */
    private static final int MOST_SETS = 32;

    private static final long MOST_SPOTS = 10_000;

    private final List<OwnValue> values;
    private final Problems problems;
    private final Map<List<String>, Integer> places = new LinkedHashMap<>();
    private final List<Parameters> sets = new ArrayList<>();
    private final Map<Spot, Integer> judges = new HashMap<>();

    /**
     * Of one model.
     *
     * @param parameters that it has where it has no others
     * @param values that its parameters have in places
     * @param problems decides how much is asked of who writes them
     */
    public Variants(Parameters parameters, List<OwnValue> values, Problems problems) {
        this.values = values;
        this.problems = problems;
        place(parameters);
    }

    /** The sets of parameters that have been found, that of the most places first. */
    public List<Parameters> sets() {
        return List.copyOf(sets);
    }

    /**
     * Finds the sets for all places that are named.
     *
     * @throws ModelFileException when there are too many
     */
    public void find(YamlMap yaml) {
        for (Spot spot : spots(yaml)) {
            int place = place(sets.get(0).at(spot, values));
            require(place < MOST_SETS, yaml, "more than " + MOST_SETS + " different sets of values");
            judges.put(spot, place);
        }
    }

    private int place(Parameters parameters) {
        return places.computeIfAbsent(texts(parameters), unknown -> {
            sets.add(parameters);
            return sets.size() - 1;
        });
    }

    /** @param maker gives the model with other parameters */
    public Overrides of(Model model, BiFunction<Model, Parameters, Model> maker) {
        List<Model> variants = new ArrayList<>(List.of(model));
        sets.stream().skip(1).map(set -> maker.apply(model, set)).forEach(variants::add);
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
