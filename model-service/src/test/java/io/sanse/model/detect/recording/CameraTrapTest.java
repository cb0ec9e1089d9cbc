package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two infrared cameras of a nature reserve, taken for two of one protected forest: animals, blank pictures, bursts of three, and people who put up and take down a camera by day. */
class CameraTrapTest {
    private static final String FOREST = "reserve";
    private static final GeoPoint PLACE = new GeoPoint(120.05, 28.90);

    private static final List<Observation> PICTURES = Recorded.rows("data/camera/camtrapdp_observations.csv").stream()
            .filter(row -> row.get("observationLevel").equals("media"))
            .map(CameraTrapTest::picture)
            .sorted(Comparator.comparing(Observation::observedAt).thenComparing(Observation::id))
            .toList();

    private static Observation picture(Map<String, String> row) {
        String camera = row.get("deploymentID");
        Instant at = Instant.parse(row.get("eventStart"));
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

    @Test
    void animalsBlanksAndPeopleByDayRaiseNothing() {
        assertTrue(PICTURES.size() > 200, PICTURES.size() + " pictures");
        assertEquals(List.of(), words(PICTURES));
    }

    /** The same pictures half a day later: those of the people lie in the night, a burst of one camera. */
    @Test
    void aBurstOfOneCameraRaisesNothingUntilAnotherOneSeesThem() {
        List<Observation> shifted = new ArrayList<>(PICTURES.stream()
                .map(picture -> sighting(
                        picture.id().toString(),
                        ((Sighting) picture.payload()).camera(),
                        picture.observedAt().plus(Duration.ofHours(12)),
                        ((Sighting) picture.payload()).things()))
                .toList());
        assertEquals(List.of(), words(shifted));
        Instant last = shifted.stream()
                .filter(picture -> ((Sighting) picture.payload()).shows(Thing.PERSON))
                .map(Observation::observedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        shifted.add(sighting("more", "another", last.plusSeconds(600), Set.of(Thing.PERSON)));
        assertEquals(1, words(shifted).size());
    }
}
