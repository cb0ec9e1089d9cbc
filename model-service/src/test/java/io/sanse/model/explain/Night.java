package io.sanse.model.explain;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.engine.StopNight;
import io.sanse.model.library.Library;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Trucks that stay in a pit for given minutes, and a convoy past three cameras, in one partition; the platform hears everything two seconds later. */
public final class Night {
    public static final Instant START = StopNight.START;
    static final Subject ROAD = Subject.site("quarry-road");

    private static final int MINUTES = 90;
    private static final String FEED = "gps";

    private final List<Arrival> arrivals = new ArrayList<>();

    /** @param stays minutes in the pit of one truck each */
    public Night(int... stays) {
        for (int minute = 0; minute < MINUTES; minute++) {
            List<Observation> together = new ArrayList<>();
            for (int truck = 0; truck < stays.length; truck++) {
                together.add(report(truck(truck), minute, stays[truck]));
            }
            together.addAll(convoy(minute));
            arrive(minute, together);
            Instant until = START.plusSeconds(60L * minute + 1);
            Progress since = new Progress(until.minusSeconds(60));
            arrive(
                    minute,
                    List.of(
                            make(Subject.feed(Progress.INTAKE), until, null, since),
                            make(Subject.feed(FEED), until, null, since)));
        }
    }

    private void arrive(int minute, List<Observation> together) {
        arrivals.add(new Arrival(START.plusSeconds(60L * minute + 3), together));
    }

    public static Subject truck(int number) {
        return Subject.vehicle("浙GN" + number);
    }

    /** 5 min at the works, 10 on the way, then in the pit for a while, and away. */
    private static Observation report(Subject truck, int minute, int stay) {
        double longitude = minute < 5 ? 120.0 : minute < 15 ? 120.05 : minute <= 15 + stay ? 120.1 : 120.15;
        return make(
                truck,
                START.plusSeconds(60L * minute),
                new GeoPoint(longitude, 28.9),
                new Position(0.0, 0, null, null, null, true, false, false));
    }

    private static List<Observation> convoy(int minute) {
        if (minute % 10 > 2 || minute >= 30) {
            return List.of();
        }
        String camera = List.of("a", "b", "c").get(minute / 10);
        String plate = "浙GC" + minute % 10;
        return List.of(make(
                ROAD,
                START.plusSeconds(60L * minute),
                null,
                new Capture(camera, plate, null, null, null, null, null, null)));
    }

    private static Observation make(Subject subject, Instant at, GeoPoint place, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), subject.toString(), at, payload.toString()),
                new Source(FEED, "test", subject.id()),
                subject,
                List.of(),
                at,
                at.plusSeconds(2),
                place,
                payload);
    }

    public List<Arrival> arrivals() {
        return arrivals;
    }

    /** Works, pit, cameras, and a pit far away that nobody comes to. */
    public static List<RegistryEntry> registry() {
        List<RegistryEntry> entries = new ArrayList<>(List.of(StopNight.WORKS, StopNight.PIT));
        for (int camera = 0; camera < 3; camera++) {
            String id = List.of("a", "b", "c").get(camera);
            entries.add(new RegistryEntry(
                    id,
                    1,
                    START,
                    new Details.Camera(
                            new LocalizedText(id, id),
                            "330784",
                            new GeoPoint(120.3 + 0.02 * camera, 28.9),
                            ROAD.id())));
        }
        return entries;
    }

    static RegistryCourse course() {
        return RegistryCourse.constant(registry());
    }

    /** Two people with a record of dumping: who drives this truck, and somebody else. */
    public static List<RegistryEntry> persons(Subject truck) {
        return List.of(person("P1", truck.id()), person("P2", "浙GX9"));
    }

    private static RegistryEntry person(String code, String plate) {
        return new RegistryEntry(code, 1, START, new Details.Person(List.of(), Set.of(plate), Set.of(), true));
    }

    /** What live operation says. */
    List<Detection> live() {
        return live(course());
    }

    /** What live operation says with this registry. */
    List<Detection> live(RegistryCourse known) {
        return live(Library.load(), known);
    }

    /** What these models say with this registry. */
    List<Detection> live(ModelSet models, RegistryCourse known) {
        List<Detection> words = new ArrayList<>();
        Player.Listener sink = words::add;
        PartitionDetector detector = new PartitionDetector(models, new HeapMemory(), sink);
        RegistryCourse.Walk registry = known.begin();
        arrivals.forEach(arrival -> detector.process(arrival.observations(), registry.at(arrival.at())));
        return words;
    }
}
