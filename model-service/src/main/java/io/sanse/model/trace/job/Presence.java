package io.sanse.model.trace.job;

import io.sanse.model.trace.domain.Occasion;
import io.sanse.model.trace.domain.PresencePoints;
import io.sanse.model.trace.domain.SightCodec;
import io.sanse.model.trace.domain.Tracing;
import io.sanse.model.trace.domain.TrackGap;
import io.sanse.model.trace.domain.TrackPart;
import io.sanse.model.trace.store.StoredGap;
import io.sanse.model.trace.store.StoredPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A vehicle that was or could have been at the place: pure.
 *
 * @param vehicle its id
 * @param occasions by time, at least one
 * @param likeliest of them
 * @param points what the likeliest is worth by itself
 */
record Presence(String vehicle, List<Occasion> occasions, Occasion likeliest, double points) {
    private static final Comparator<Presence> BEST_FIRST =
            Comparator.comparingDouble(Presence::points).reversed().thenComparing(Presence::vehicle);
    private static final Comparator<StoredPart> BY_TIME =
            Comparator.comparingInt(StoredPart::hour).thenComparingInt(StoredPart::part);

    /** Every vehicle that could have been there, best first. */
    static List<Presence> all(TracePlan plan, List<StoredPart> near, List<StoredGap> gaps) {
        Map<String, List<StoredPart>> parts = new HashMap<>();
        near.forEach(part ->
                parts.computeIfAbsent(part.vehicle(), none -> new ArrayList<>()).add(part));
        Map<String, List<TrackGap>> silences = new HashMap<>();
        gaps.forEach(stored -> silences.computeIfAbsent(stored.vehicle(), none -> new ArrayList<>())
                .add(stored.gap()));
        Set<String> vehicles = new TreeSet<>(parts.keySet());
        vehicles.addAll(silences.keySet());
        Tracing tracing = plan.tracing();
        PresencePoints points = plan.presencePoints();
        List<Presence> found = new ArrayList<>();
        for (String vehicle : vehicles) {
            List<Occasion> occasions = tracing.occasions(
                    parts(parts.getOrDefault(vehicle, List.of())), silences.getOrDefault(vehicle, List.of()));
            if (!occasions.isEmpty()) {
                Occasion likeliest = points.likeliest(occasions);
                found.add(new Presence(vehicle, occasions, likeliest, points.sum(likeliest)));
            }
        }
        found.sort(BEST_FIRST);
        return found;
    }

    private static List<TrackPart> parts(List<StoredPart> stored) {
        return stored.stream()
                .sorted(BY_TIME)
                .map(part -> TrackPart.read(part.part(), part.count(), SightCodec.decode(part.packed())))
                .toList();
    }
}
