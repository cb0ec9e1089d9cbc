package io.sanse.ingest.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Reading;
import io.sanse.ingest.Observations;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectNamingTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final int PARTITIONS = 8;

    private final SubjectNaming naming = new SubjectNaming(
            PARTITIONS,
            new StationLinks(
                    mn -> mn.equals("st-1") ? List.of("st-2", "st-3") : List.of(),
                    mn -> mn.equals("st-4") ? "plain" : null));

    @Test
    void aPositionTravelsOnceUnderItsVehicle() {
        Observation position = Observations.position("浙GA1234", NOON);
        assertEquals(List.of(placed(position)), naming.place(position));
    }

    @Test
    void aReadingTravelsAlsoUnderTheStationsThatCompareThemselvesWithIt() {
        Observation reading = Observations.reading("st-1", NOON);
        List<PlacedObservation> copies = naming.place(reading);
        assertEquals(
                List.of(Subject.station("st-1"), Subject.station("st-2"), Subject.station("st-3")),
                copies.stream().map(copy -> copy.observation().subject()).toList());
        assertEquals(
                List.of(Subject.station("st-3"), Subject.station("st-1")),
                copies.get(1).observation().mentions());
        copies.forEach(copy -> assertEquals(placed(copy.observation()), copy));
        assertEquals(
                1,
                copies.stream().map(copy -> copy.observation().id()).distinct().count());
    }

    @ParameterizedTest(name = "{1} of {2} at {0}: {3}")
    @CsvSource({"st-4,MINUTE,a34004,2", "st-4,HOUR,a34004,1", "st-4,MINUTE,a21026,1", "st-5,MINUTE,a34004,1"})
    void minutesOfDustTravelAlsoUnderTheSiteOfTheStation(
            String station, Reading.Interval interval, String factor, int copies) {
        Reading reading = new Reading(interval, List.of(new Reading.Factor(factor, 35.0, null, null, "ug/m3", "N")));
        Observation observation = Observations.of(Subject.station(station), "air", NOON, null, reading);
        List<PlacedObservation> placed = naming.place(observation);
        assertEquals(copies, placed.size());
        assertEquals(
                copies > 1,
                placed.stream().anyMatch(copy -> copy.observation().subject().equals(Subject.site("plain"))));
    }

    @Test
    void whoIsNamedTwiceGetsOneCopy() {
        Subject carrier = Subject.enterprise("ent-1");
        Observation step = step(List.of(carrier, carrier, Subject.manifest("m-1")));
        assertEquals(
                List.of(Subject.manifest("m-1"), carrier),
                naming.place(step).stream()
                        .map(copy -> copy.observation().subject())
                        .toList());
    }

    private static Observation step(List<Subject> mentions) {
        ManifestStep filed = new ManifestStep(
                "m-1", ManifestStep.Step.FILED, null, "ent-1", null, null, null, null, null, null, null, null);
        Observation bare = Observations.of(Subject.manifest("m-1"), "waste", NOON, null, filed);
        return new Observation(bare.id(), bare.source(), bare.subject(), mentions, NOON, NOON, null, filed);
    }

    private static PlacedObservation placed(Observation observation) {
        return new PlacedObservation(SubjectPartitioner.partition(observation.subject(), PARTITIONS), observation);
    }
}
