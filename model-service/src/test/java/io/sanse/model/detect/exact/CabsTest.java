package io.sanse.model.detect.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Silence;
import io.sanse.model.detect.track.TrackEvents;
import io.sanse.model.detect.track.TrackKeeper;
import io.sanse.model.detect.track.VehicleTrack;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.model.testing.Recorded;
import io.sanse.model.testing.Replay;
import io.sanse.testing.Recordings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Weeks of cabs whose receivers jump hundreds of times, any of them will do. Pits lie where they jumped to, works where they wait for fares: what the jumps touch was not visited, and what the track
 * says of every zone is what the naive reading of the whole recording says.
 */
class CabsTest {
    private static final double HALF_DEG = 0.0006;

    /** Reports have five decimals: no edge of a zone shall lie on one. */
    private static final double ASIDE_DEG = 0.000_003_7;

    private static final double KMH_150 = 150 / 3.6;
    private static final double JITTER_M = 100;
    private static final int WAITING = 5;

    private final ModelSet models = Library.load();
    private final Map<Subject, List<Observation>> cabs = cabs();

    private static Map<Subject, List<Observation>> cabs() {
        Map<Subject, List<Observation>> cabs = new TreeMap<>();
        Recordings.files("data/gps", "sf_cabs_*.csv*").stream()
                .flatMap(file -> Recorded.rows(file).stream())
                .map(CabsTest::report)
                .distinct()
                .sorted(Comparator.comparing(Observation::observedAt))
                .forEach(report -> cabs.computeIfAbsent(report.subject(), none -> new ArrayList<>())
                        .add(report));
        return cabs;
    }

    private static Observation report(Map<String, String> row) {
        Subject cab = Subject.vehicle(row.get("cab_id"));
        Instant at = Instant.ofEpochSecond(Long.parseLong(row.get("epoch_s")));
        return new Observation(
                ObservationId.of(Kind.POSITION, cab.id(), at, ""),
                new Source("cabs", "test", cab.id()),
                cab,
                List.of(),
                at,
                at,
                new GeoPoint(Double.parseDouble(row.get("lon")), Double.parseDouble(row.get("lat"))),
                new Position(0.0, 0, null, null, null, true, false, false));
    }

    @Test
    void whatAJumpTouchesWasNotVisitedAndRaisesNothing() {
        List<RegistryEntry> pits = pits();
        assertFalse(pits.isEmpty(), "no jumps there and back");
        World world = World.of(pits);
        Map<Subject, List<Visit>> visits = visits(world);
        assertEquals(List.of(), visits.values().stream().flatMap(List::stream).toList());

        List<RegistryEntry> all = new ArrayList<>(pits);
        all.addAll(works());
        Replay replay = new Replay(models, World.of(all));
        arrivals().forEach(replay::observe);
        assertEquals(List.of(), replay.findings().words());
    }

    @Test
    void theTrackSaysOfEveryZoneWhatTheNaiveReadingSays() {
        List<RegistryEntry> zones = new ArrayList<>(pits());
        zones.addAll(works());
        Map<Subject, List<Visit>> visits = visits(World.of(zones));
        int compared = 0;
        for (Map.Entry<Subject, List<Observation>> cab : cabs.entrySet()) {
            NaiveVisits naive = new NaiveVisits(cab.getValue());
            for (RegistryEntry zone : zones) {
                List<NaiveVisits.Stay> expected = naive.in(box(zone)).stream()
                        .filter(stay -> stay.closedAt() != 0)
                        .toList();
                List<NaiveVisits.Stay> found = visits.get(cab.getKey()).stream()
                        .filter(visit -> visit.zone().equals(zone.id()))
                        .map(CabsTest::seconds)
                        .toList();
                assertEquals(expected, found, cab.getKey() + " in " + zone.id());
                compared += found.size();
            }
        }
        assertTrue(compared > 0, "no stays");
    }

    private static NaiveVisits.Stay seconds(Visit visit) {
        return new NaiveVisits.Stay(
                visit.enter() / 1_000, visit.leave() / 1_000, visit.dwellMs() / 1_000, visit.closedAt() / 1_000);
    }

    private List<Observation> arrivals() {
        return cabs.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Observation::receivedAt).thenComparing(Observation::subject))
                .toList();
    }

    private Map<Subject, List<Visit>> visits(World world) {
        TrackKeeper keeper = new TrackKeeper(models.tracks());
        Map<Subject, List<Visit>> visits = new TreeMap<>();
        cabs.forEach((cab, reports) -> {
            ByteMemory memory = new ByteMemory();
            VehicleTrack track = new VehicleTrack();
            Left left = new Left(new ArrayList<>());
            for (Observation report : reports) {
                keeper.apply(track, List.of(Fix.of(report)), new TrackKeeper.Place(memory.segments(cab), world, left));
            }
            visits.put(cab, left.visits());
        });
        return visits;
    }

    /** Where a receiver jumped to and came back from, and no cab was otherwise. */
    private List<RegistryEntry> pits() {
        List<GeoPoint> jumps = new ArrayList<>();
        List<GeoPoint> others = new ArrayList<>();
        for (List<Observation> reports : cabs.values()) {
            for (int i = 1; i + 1 < reports.size(); i++) {
                boolean jump = isImpossible(reports.get(i - 1), reports.get(i))
                        && isImpossible(reports.get(i), reports.get(i + 1));
                (jump ? jumps : others).add(reports.get(i).location());
            }
        }
        List<GeoPoint> free = jumps.stream()
                .map(jump -> new GeoPoint(jump.longitude() + ASIDE_DEG, jump.latitude() + ASIDE_DEG))
                .filter(jump -> others.stream().noneMatch(other -> isNear(jump, other)))
                .toList();
        return zones("pit", free);
    }

    private static boolean isImpossible(Observation from, Observation to) {
        double apart = Duration.between(from.observedAt(), to.observedAt()).toSeconds();
        return from.location().distanceM(to.location()) > JITTER_M + KMH_150 * apart;
    }

    private static boolean isNear(GeoPoint one, GeoPoint other) {
        return Math.abs(one.longitude() - other.longitude()) < 2 * HALF_DEG
                && Math.abs(one.latitude() - other.latitude()) < 2 * HALF_DEG;
    }

    /** The squares of a grid in which the cabs report most often. */
    private List<RegistryEntry> works() {
        Map<GeoPoint, Long> counts = cabs.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(report -> square(report.location()), Collectors.counting()));
        return zones(
                "enterprise",
                counts.entrySet().stream()
                        .sorted(Map.Entry.<GeoPoint, Long>comparingByValue().reversed())
                        .limit(WAITING)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static GeoPoint square(GeoPoint place) {
        return new GeoPoint(middle(place.longitude()), middle(place.latitude()));
    }

    private static double middle(double degrees) {
        double side = 2 * HALF_DEG;
        return (Math.floor((degrees - ASIDE_DEG) / side) + 0.5) * side + ASIDE_DEG;
    }

    private static List<RegistryEntry> zones(String type, List<GeoPoint> middles) {
        List<RegistryEntry> zones = new ArrayList<>();
        for (GeoPoint middle : middles) {
            double west = middle.longitude() - HALF_DEG;
            double east = middle.longitude() + HALF_DEG;
            double south = middle.latitude() - HALF_DEG;
            double north = middle.latitude() + HALF_DEG;
            zones.add(new RegistryEntry(
                    type + zones.size(),
                    1,
                    Instant.EPOCH,
                    new Details.Zone(
                            new LocalizedText("区", "zone"),
                            type,
                            true,
                            null,
                            "330784",
                            List.of(
                                    new GeoPoint(west, south),
                                    new GeoPoint(east, south),
                                    new GeoPoint(east, north),
                                    new GeoPoint(west, north)))));
        }
        return zones;
    }

    private static double[] box(RegistryEntry zone) {
        List<GeoPoint> corners = ((Details.Zone) zone.details()).boundary();
        return new double[] {
            corners.get(0).longitude(),
            corners.get(0).latitude(),
            corners.get(2).longitude(),
            corners.get(2).latitude()
        };
    }

    /** Keeps the stays that have ended. */
    private record Left(List<Visit> visits) implements TrackEvents {
        @Override
        public void left(Visit visit) {
            visits.add(visit);
        }

        @Override
        public void stayed(String zone) {
            // only stays that have ended are compared
        }

        @Override
        public void silent(Silence silence) {
            // holes are not what this is about
        }

        @Override
        public void rewound(long to) {
            throw new AssertionError("nothing comes late");
        }
    }
}
