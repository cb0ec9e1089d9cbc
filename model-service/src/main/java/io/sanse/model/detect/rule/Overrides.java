package io.sanse.model.detect.rule;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.model.detect.parameter.OwnValue;
import io.sanse.model.detect.parameter.Spot;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.world.World;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Parameters that a model has in some districts, in some zones, for some subjects, and which of its variants judges what by them. */
public final class Overrides {
    /** The same parameters everywhere. */
    public static final Overrides NONE = new Overrides(List.of(), List.of(), Map.of());

    private final List<OwnValue> values;
    private final List<Model> variants;
    private final Map<Spot, Integer> judges;
    private final Set<Subject> subjects = new HashSet<>();
    private final Set<String> zones = new HashSet<>();
    private final List<String> districts;
    private final Map<Subject, List<Model>> bySubject = new HashMap<>();

    /**
     * All that is to be known of them.
     *
     * @param values as YAML gives them
     * @param variants the model with each set of parameters that there is, itself without overrides
     * @param judges places among the variants, for every combination of the subjects, zones and districts named, and of none
     */
    public Overrides(List<OwnValue> values, List<Model> variants, Map<Spot, Integer> judges) {
        this.values = List.copyOf(values);
        this.variants = List.copyOf(variants);
        this.judges = Map.copyOf(judges);
        Set<String> codes = new HashSet<>();
        Map<Subject, Set<Integer>> places = new HashMap<>();
        judges.forEach((spot, place) -> {
            subjects.add(spot.subject());
            zones.add(spot.zone());
            codes.add(spot.district());
            places.computeIfAbsent(spot.subject(), none -> new TreeSet<>()).add(place);
        });
        districts = codes.stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        places.forEach((subject, all) ->
                bySubject.put(subject, all.stream().map(this.variants::get).toList()));
    }

    public boolean isEmpty() {
        return variants.isEmpty();
    }

    /** As YAML gives them. */
    public List<OwnValue> values() {
        return values;
    }

    /** The model with each set of parameters that there is. */
    public List<Model> variants() {
        return variants;
    }

    /** Those of the variants that may judge something of a subject. */
    List<Model> of(Subject subject) {
        return bySubject.get(subjects.contains(subject) ? subject : null);
    }

    /**
     * The variant that judges a matter: its parameters are those of the narrowest scopes in which it lies.
     *
     * @param finding its zone is the first site that it mentions for which some parameter has a value
     */
    Model judge(Subject subject, Finding finding, World world) {
        Spot spot = new Spot(
                subjects.contains(subject) ? subject : null, zone(finding), district(finding.divisionIn(world)));
        return variants.get(judges.get(spot));
    }

    private String zone(Finding finding) {
        return finding.mentions().stream()
                .filter(mention -> mention.type() == SubjectType.SITE && zones.contains(mention.id()))
                .map(Subject::id)
                .findFirst()
                .orElse(null);
    }

    private String district(String division) {
        return division == null
                ? null
                : districts.stream().filter(division::startsWith).findFirst().orElse(null);
    }

    /** The same with other variants. */
    public Overrides map(UnaryOperator<Model> change) {
        return isEmpty()
                ? this
                : new Overrides(values, variants.stream().map(change).toList(), judges);
    }
}
