package io.sanse.model.detect.recording;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Reading.Factor;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stations that compare themselves with those around them, and firms. */
final class Monitors {
    private final Map<String, GeoPoint> stations = new HashMap<>();
    private final List<RegistryEntry> entries = new ArrayList<>();
    private final int neighbours;

    /** @param neighbours how many of the nearest a station is compared with */
    Monitors(int neighbours) {
        this.neighbours = neighbours;
    }

    void station(String id, GeoPoint place) {
        stations.put(id, place);
    }

    void firm(String id, GeoPoint place) {
        LocalizedText name = new LocalizedText(id, id);
        entries.add(new RegistryEntry(
                id,
                1,
                Instant.EPOCH,
                new Details.Enterprise(name, Set.of("generator"), "ecology", "330784", place, null)));
    }

    World world() {
        List<RegistryEntry> all = new ArrayList<>(entries);
        stations.forEach((id, place) -> all.add(new RegistryEntry(
                id,
                1,
                Instant.EPOCH,
                new Details.Station(
                        new LocalizedText(id, id),
                        "123456",
                        "air",
                        "330784",
                        place,
                        neighboursOf(id),
                        Map.of(),
                        "HJ212"))));
        return World.of(all);
    }

    private List<String> neighboursOf(String id) {
        return stations.keySet().stream()
                .filter(other -> !other.equals(id))
                .sorted(Comparator.<String>comparingDouble(
                                other -> stations.get(id).distanceM(stations.get(other)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(neighbours)
                .toList();
    }

    /** An hour of a station, under its own key and those of the stations that compare themselves with it. */
    Observation hour(String station, Instant hour, List<Factor> factors) {
        List<Subject> others = stations.keySet().stream()
                .filter(other -> neighboursOf(other).contains(station))
                .sorted()
                .map(Subject::station)
                .toList();
        return new Observation(
                ObservationId.of(Kind.READING, station, hour, factors.toString()),
                new Source("air", "test", station),
                Subject.station(station),
                others,
                hour,
                hour.plus(Duration.ofHours(1)),
                stations.get(station),
                new Reading(Reading.Interval.HOUR, factors));
    }

    static Factor value(String code, double value) {
        return new Factor(code, value, null, null, "ppm", "N");
    }
}
