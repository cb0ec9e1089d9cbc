package io.sanse.ingest.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Reading;
import io.sanse.ingest.Observations;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectNamingTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");
    private static final int PARTITIONS = 8;
    private static final double PIT_WEST = 120.5;
    private static final GeoPoint PIT = new GeoPoint(120.6, 28.89);
    private static final Subject FIRM = Subject.enterprise("C1");
    private static final Subject OWNER = Subject.person("P1");

    private final List<String> untold = new ArrayList<>();
    private final SubjectNaming naming = new SubjectNaming(
            PARTITIONS,
            new StationLinks(
                    mn -> mn.equals("st-1") ? List.of("st-2", "st-3") : List.of(),
                    mn -> mn.equals("st-4") ? "plain" : null),
            new TiedSubjects(SubjectNamingTest::tiesOf, place -> place.longitude() > PIT_WEST, untold::add));

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

    /** A truck of a firm and an owner, and trucks of as many people as their plates say. */
    private static List<Subject> tiesOf(String plate, int most) {
        if (plate.startsWith("many-")) {
            return IntStream.range(0, Math.min(most, Integer.parseInt(plate.substring(5))))
                    .mapToObj(number -> Subject.person("P" + number))
                    .toList();
        }
        return plate.equals("浙GT0001") ? List.of(FIRM, OWNER) : List.of();
    }

    @ParameterizedTest(name = "{0} tied: {1} told")
    @CsvSource({"31, 31, 0", "32, 32, 0", "33, 32, 1", "900, 32, 1"})
    void noMoreThanThirtyTwoAreToldOfAVehicle(String tied, int told, int cut) {
        assertEquals(
                2 + told,
                naming.place(step(List.of(Subject.vehicle("many-" + tied)))).size());
        assertEquals(cut, untold.size());
    }

    @ParameterizedTest(name = "{1} at {0}, in the pit: {2}, copies: {3}")
    @CsvSource({
        "2026-03-05T21:59:59.999+08:00, 浙GT0001, true, 1",
        "2026-03-05T22:00:00+08:00, 浙GT0001, true, 3",
        "2026-03-06T05:59:59.999+08:00, 浙GT0001, true, 3",
        "2026-03-06T06:00:00+08:00, 浙GT0001, true, 1",
        "2026-03-05T23:00:00+08:00, 浙GT0001, false, 1",
        "2026-03-05T23:00:00+08:00, 浙GT0002, true, 1",
    })
    void aPositionInASensitiveZoneByNightIsToldToThoseToWhomTheVehicleIsTied(
            OffsetDateTime at, String plate, boolean inPit, int copies) {
        Position position = new Position(0.0, 0, null, null, null, true, false, false);
        GeoPoint place = inPit ? PIT : new GeoPoint(120.02, 28.89);
        Observation report = Observations.of(Subject.vehicle(plate), "gps-east", at.toInstant(), place, position);
        List<PlacedObservation> placed = naming.place(report);
        assertEquals(copies, placed.size());
        assertEquals(placed(report), placed.get(0), "the vehicle's own copy names nobody else");
        if (copies > 1) {
            assertEquals(
                    List.of(placed(report.forOther(FIRM)), placed(report.forOther(OWNER))), placed.subList(1, copies));
            assertEquals(List.of(report.subject()), placed.get(2).observation().mentions());
        }
    }

    @Test
    void aPositionWithoutAFixIsToldToNobodyElse() {
        Position position = new Position(null, null, null, null, null, true, false, false);
        Instant night = NOON.plusSeconds(10 * 3_600);
        assertEquals(
                1,
                naming.place(Observations.of(Subject.vehicle("浙GT0001"), "gps-east", night, null, position))
                        .size());
    }

    @Test
    void aManifestIsToldToThoseToWhomItsVehicleIsTiedUnlessItNamesThem() {
        Observation step = step(List.of(Subject.vehicle("浙GT0001"), FIRM));
        List<PlacedObservation> placed = naming.place(step);
        assertEquals(
                List.of(Subject.manifest("m-1"), Subject.vehicle("浙GT0001"), FIRM, OWNER),
                placed.stream().map(copy -> copy.observation().subject()).toList());
        assertEquals(
                List.of(Subject.vehicle("浙GT0001"), FIRM, Subject.manifest("m-1")),
                placed.get(3).observation().mentions());
        assertEquals(
                1,
                placed.stream().map(copy -> copy.observation().id()).distinct().count());
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
