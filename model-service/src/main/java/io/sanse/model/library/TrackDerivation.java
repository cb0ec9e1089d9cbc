package io.sanse.model.library;

import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.TrackNeeds;
import io.sanse.model.detect.track.TrackRules;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How tracks are derived: by the parameters that all models share, and by what each of them needs. */
final class TrackDerivation {
    private static final double KMH_IN_METRES_PER_MS = 1 / 3_600.0;

    /** How the reports of a long stay go on after the longest length asked about, as multiples of it. */
    private static final double[] LONGER_STAYS = {1.5, 2, 3, 6};

    private TrackDerivation() {}

    static TrackRules of(Parameters derivation, List<Model> models) {
        List<TrackNeeds> needs = models.stream()
                .flatMap(Model::variants)
                .map(model -> model.operator().needs(model.parameters()))
                .toList();
        return new TrackRules(
                derivation.count("confirmations"),
                derivation.number("margin"),
                derivation.ms("gap"),
                new TrackRules.Plausible(
                        derivation.number("maxSpeed") * KMH_IN_METRES_PER_MS,
                        derivation.number("jitter"),
                        derivation.count("reanchor")),
                new TrackRules.Silences(
                        shortest(needs.stream().flatMap(need -> need.silences().stream())),
                        shortest(needs.stream()
                                .flatMap(need ->
                                        Stream.concat(need.silences().stream(), need.powerCutSilences().stream())))),
                derivation.ms("lateness"),
                lengths(needs));
    }

    private static long shortest(Stream<Long> lengths) {
        return lengths.min(Long::compare).orElse(Long.MAX_VALUE);
    }

    private static long[] lengths(List<TrackNeeds> needs) {
        TreeSet<Long> lengths = new TreeSet<>();
        needs.forEach(need -> lengths.addAll(need.stays()));
        if (!lengths.isEmpty()) {
            long longest = lengths.last();
            for (double times : LONGER_STAYS) {
                lengths.add(Math.round(longest * times));
            }
        }
        return lengths.stream().mapToLong(Long::longValue).toArray();
    }
}
