package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Sighting.Thing;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.model.testing.Recorded;
import io.sanse.model.testing.Replay;
import io.sanse.testing.Recordings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Two infrared cameras of a nature reserve, taken for two of one protected forest: animals, blank pictures, bursts of three, and people who put up and take down a camera by day. */
class CameraTrapTest {
    private static final String FOREST = "reserve";
    private static final GeoPoint PLACE = new GeoPoint(120.05, 28.90);

    /** Where the cameras stood; their hours of the day are taken for those of the platform. */
    private static final ZoneId THERE = ZoneId.of("Europe/Brussels");

    private static final Duration TOGETHER = Duration.ofHours(2);
    private static final Duration BURST = Duration.ofMinutes(2);

    private static final List<Observation> PICTURES =
            Recordings.files("data/camera", "camtrapdp_observations*.csv*").stream()
                    .flatMap(file -> Recorded.rows(file).stream())
                    .filter(row -> row.get("observationLevel").equals("media"))
                    .map(CameraTrapTest::picture)
                    .distinct()
                    .sorted(Comparator.comparing(Observation::observedAt).thenComparing(Observation::id))
                    .toList();

    private static Observation picture(Map<String, String> row) {
        String camera = row.get("deploymentID");
        Instant at = OffsetDateTime.parse(row.get("eventStart"))
                .atZoneSameInstant(THERE)
                .withZoneSameLocal(Nights.ZONE)
                .toInstant();
        Set<Thing> things =
                switch (row.get("observationType")) {
                    case "human" -> Set.of(Thing.PERSON);
                    case "animal" -> Set.of(Thing.ANIMAL);
                    default -> Set.<Thing>of();
                };
        return sighting(row.get("observationID"), camera, at, things);
    }

    private static Observation sighting(String id, String camera, Instant at, Set<Thing> things) {
        return new Observation(
                ObservationId.of(Kind.SIGHTING, camera, at, id),
                new Source("pictures", "http", camera),
                Subject.site(FOREST),
                List.of(Subject.site(camera)),
                at,
                at,
                PLACE,
                new Sighting(camera, things, null, null, null, null));
    }

    private static World world() {
        LocalizedText name = new LocalizedText("保护区", FOREST);
        List<GeoPoint> boundary =
                List.of(new GeoPoint(120, 28.8), new GeoPoint(120.1, 28.8), new GeoPoint(120.1, 29.0));
        return World.of(List.of(new RegistryEntry(
                FOREST, 1, Instant.EPOCH, new Details.Zone(name, "protected", false, null, "330784", boundary))));
    }

    private static List<Detection> words(List<Observation> pictures) {
        Replay replay = new Replay(Library.load(), world());
        pictures.forEach(picture -> replay.observe(List.of(picture)));
        return replay.findings().words();
    }

    private static List<Observation> people() {
        return PICTURES.stream().filter(CameraTrapTest::showsPeople).toList();
    }

    private static boolean showsPeople(Observation picture) {
        return ((Sighting) picture.payload()).shows(Thing.PERSON);
    }

    private static String camera(Observation picture) {
        return ((Sighting) picture.payload()).camera();
    }

    private static boolean isNear(Observation one, Observation other, Duration apart) {
        return Duration.between(one.observedAt(), other.observedAt()).abs().compareTo(apart) <= 0;
    }

    /** Whether two cameras saw people in one night, one soon after the other. */
    private static boolean peopleWalkedByNight() {
        List<Observation> nightly = people().stream()
                .filter(picture -> Nights.contains(picture.observedAt().toEpochMilli()))
                .toList();
        return nightly.stream().anyMatch(one -> nightly.stream()
                .anyMatch(other -> !camera(one).equals(camera(other)) && isNear(one, other, TOGETHER)));
    }

    @Test
    void animalsBlanksAndPeopleByDayRaiseNothing() {
        assertFalse(PICTURES.isEmpty(), "no pictures");
        assertEquals(peopleWalkedByNight(), !words(PICTURES).isEmpty());
    }

    /** The last people by an hour that lies in the night: a burst of one camera. */
    @Test
    void aBurstOfOneCameraRaisesNothingUntilAnotherOneSeesThem() {
        Assumptions.assumeFalse(people().isEmpty(), "skipped: no recordings of people");
        Observation last = people().get(people().size() - 1);
        Instant night =
                last.observedAt().atZone(Nights.ZONE).with(LocalTime.of(23, 0)).toInstant();
        List<Observation> burst = new ArrayList<>(PICTURES.stream()
                .filter(picture -> camera(picture).equals(camera(last)) && isNear(picture, last, BURST))
                .map(picture -> sighting(
                        picture.id().toString(),
                        camera(picture),
                        night.plus(Duration.between(last.observedAt(), picture.observedAt())),
                        ((Sighting) picture.payload()).things()))
                .toList());
        assertEquals(List.of(), words(burst));
        burst.add(sighting("more", "another", night.plusSeconds(600), Set.of(Thing.PERSON)));
        assertEquals(1, words(burst).size());
    }
}
