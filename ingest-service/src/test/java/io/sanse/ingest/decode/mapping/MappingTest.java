package io.sanse.ingest.decode.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Reading.Factor;
import io.sanse.ingest.decode.Outcomes;
import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.hj212.Packet;
import io.sanse.ingest.decode.hj212.PacketParser;
import io.sanse.ingest.decode.hj212.Segment;
import io.sanse.ingest.decode.jt808.message.LocationItems;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MappingTest {
    private static final Instant AT = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant NOW = AT.plusSeconds(3);
    private static final KnownTerminal TRUCK =
            new KnownTerminal("13912345678", Subject.vehicle("浙GA1234"), "north", Datum.WGS84, null);
    private static final KnownStation STATION = new KnownStation(
            Subject.station("A110000_0001"),
            "air",
            "123456",
            new GeoPoint(120.1, 28.9),
            Map.of("a34004", "ug/m3"),
            CrcVariant.HJ212);

    /** WGS-84 and GCJ-02 of three places, published with other implementations of the conversion. */
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void gcj02IsConvertedBack(double longitude, double latitude, double gcjLongitude, double gcjLatitude) {
        GeoPoint place = Datum.GCJ02.toWgs84(gcjLongitude, gcjLatitude);
        assertTrue(place.distanceM(new GeoPoint(longitude, latitude)) < 0.01, place::toString);
        assertEquals(new GeoPoint(longitude, latitude), Datum.WGS84.toWgs84(longitude, latitude));
    }

    @Test
    void aReportBecomesAPosition() {
        LocationItems mileage = LocationItems.of(LocationItems.number(LocationItems.MILEAGE, 4, 12_345));
        LocationReport report = new LocationReport(1 << 8, 3 | 3 << 8, 28.9, 120.1, 35, 61.5, 359, AT, mileage);
        Observation observation = PositionMapping.observation(report, TRUCK, true, NOW);
        assertEquals(Subject.vehicle("浙GA1234"), observation.subject());
        assertEquals("north", observation.source().feed());
        assertEquals("jt808", observation.source().protocol());
        assertEquals("13912345678", observation.source().device());
        assertEquals(AT, observation.observedAt());
        assertEquals(NOW, observation.receivedAt());
        assertEquals(new GeoPoint(120.1, 28.9), observation.location());
        assertEquals(new Position(61.5, 359, 35, 1234.5, LoadState.FULL, true, true, true), observation.payload());
    }

    @Test
    void whatATerminalDoesNotSayIsNull() {
        LocationReport report = new LocationReport(0, 2 << 8, 0, 0, 65_526, 0, 360, AT, LocationItems.of());
        Observation observation = PositionMapping.observation(report, TRUCK, false, NOW);
        assertNull(observation.location());
        assertEquals(new Position(0.0, null, -10, null, null, false, false, false), observation.payload());
    }

    @Test
    void theSameReportHasTheSameId() {
        LocationReport report = report(120.1, AT);
        Observation first = PositionMapping.observation(report, TRUCK, false, NOW);
        assertEquals(
                first.id(),
                PositionMapping.observation(report, TRUCK, true, NOW.plusSeconds(60))
                        .id());
        LocationReport elsewhere = report(120.2, AT);
        LocationReport later = report(120.1, AT.plusSeconds(1));
        assertNotEquals(
                first.id(),
                PositionMapping.observation(elsewhere, TRUCK, false, NOW).id());
        assertNotEquals(
                first.id(),
                PositionMapping.observation(later, TRUCK, false, NOW).id());
    }

    /** Name, command and parameters, the factors. */
    static Stream<Arguments> packets() {
        return Stream.of(
                Arguments.of(
                        "real time", "2011", "a34004-Rtd=35.5,a34004-Flag=N", List.of(factor("a34004", 35.5, "N"))),
                Arguments.of("no flag", "2011", "a34004-Rtd=35", List.of(factor("a34004", 35.0, "N"))),
                Arguments.of("flag as a field", "2011", "a34004-Rtd=35;Flag=d", List.of(factor("a34004", 35.0, "D"))),
                Arguments.of("upper case", "2011", "A34004-RTD=35,A34004-FLAG=N", List.of(factor("a34004", 35.0, "N"))),
                Arguments.of("name for code", "2011", "PM25-Rtd=35", List.of(factor("a34004", 35.0, "N"))),
                Arguments.of("a dash", "2011", "a34004-Rtd=-", List.of(factor("a34004", null, "N"))),
                Arguments.of("empty", "2011", "a34004-Rtd=", List.of(factor("a34004", null, "N"))),
                Arguments.of("NaN", "2011", "a34004-Rtd=NaN", List.of(factor("a34004", null, "N"))),
                Arguments.of("hexadecimal", "2011", "a34004-Rtd=0x1p3", List.of(factor("a34004", null, "N"))),
                Arguments.of("negative", "2011", "a34004-Rtd=-130.7", List.of(factor("a34004", -130.7, "N"))),
                Arguments.of("only a flag", "2011", "a34004-Flag=B", List.of(factor("a34004", null, "B"))),
                Arguments.of("twice", "2011", "a34004-Rtd=1;a34004-Rtd=2", List.of(factor("a34004", 2.0, "N"))),
                Arguments.of(
                        "unmapped code", "2011", "831-Rtd=3", List.of(new Factor("831", 3.0, null, null, null, "N"))),
                Arguments.of(
                        "hour",
                        "2061",
                        "a34004-Cou=9,a34004-Min=1,a34004-Avg=2,a34004-Max=3,a34004-ZsAvg=7,a34004-Flag=T",
                        List.of(new Factor("a34004", 2.0, 1.0, 3.0, "ug/m3", "T"))),
                Arguments.of("noise", "2061", "Leq-Data=50", List.of(new Factor("Leq", 50.0, null, null, null, "N"))),
                Arguments.of("facility states only", "2011", "SB1-RS=1;SB1-RT=2", List.of()),
                Arguments.of("nothing", "2051", "", List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packets")
    void factorsAreReadWithTheirUnits(String name, String command, String parameters, List<Factor> expected) {
        assertEquals(expected, ReadingMapping.factors(packet(command, parameters), STATION));
    }

    @Test
    void aPacketBecomesAReading() {
        Packet packet = packet("2051", "DataTime=20260305200000;a34004-Avg=35");
        List<Factor> factors = ReadingMapping.factors(packet, STATION);
        Observation observation = ReadingMapping.observation(packet, factors, STATION, NOW);
        assertEquals(Subject.station("A110000_0001"), observation.subject());
        assertEquals("air", observation.source().feed());
        assertEquals(AT, observation.observedAt());
        assertEquals(new GeoPoint(120.1, 28.9), observation.location());
        assertEquals(new Reading(Reading.Interval.MINUTE, factors), observation.payload());
        assertEquals(
                observation.id(),
                ReadingMapping.observation(packet, factors, STATION, NOW.plusSeconds(9))
                        .id());
        assertNotEquals(
                observation.id(),
                ReadingMapping.observation(packet, List.of(factor("a34002", 1.0, "N")), STATION, NOW)
                        .id());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "20260305200000, 2026-03-05T12:00:00Z",
                "20260305200000123, 2026-03-05T12:00:00.123Z",
                "2026030520000, -",
                "202603052000000, -",
                "20260230200000, -",
                "20260305240000, -",
                "2026030520000x, -",
                "'', -"
            })
    void theTimeOfDataIsBeijingTime(String text, Instant expected) {
        assertEquals(expected, ReadingMapping.observedAt(packet("2011", "DataTime=" + text)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2011,REAL_TIME", "2051,MINUTE", "2061,HOUR", "2031,DAY", "2021,-", "x,-"})
    void commandsSayWhatTheirValuesAreOver(String command, Reading.Interval expected) {
        assertEquals(expected, ReadingMapping.intervalOf(command));
    }

    private static Factor factor(String code, Double value, String flag) {
        return new Factor(code, value, null, null, STATION.units().get(code), flag);
    }

    private static LocationReport report(double longitude, Instant at) {
        return new LocationReport(0, 3, 28.9, longitude, 35, 61.5, 359, at, LocationItems.of());
    }

    private static Packet packet(String command, String parameters) {
        String text = "CN=" + command + ";MN=A110000_0001;CP=&&" + parameters + "&&";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Outcomes.accepted(PacketParser.parse(new Segment(bytes, Set.of(CrcVariant.HJ212), false)));
    }
}
