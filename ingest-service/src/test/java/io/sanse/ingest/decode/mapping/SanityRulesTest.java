package io.sanse.ingest.decode.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.jt808.message.LocationItems;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import io.sanse.ingest.decode.mapping.SanityRules.Doubt;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SanityRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant OLD = Instant.parse("2010-01-01T00:00:00Z");
    private static final int FIX = 1 << 1;
    private static final int ENCRYPTED = 1 << 5;

    static Stream<Arguments> reports() {
        return Stream.of(
                Arguments.of("plausible", report(NOW, 60, 120, 29, FIX), null),
                Arguments.of("299 s ahead", report(NOW.plusSeconds(299), 60, 120, 29, FIX), null),
                Arguments.of("300 s ahead", report(NOW.plusSeconds(300), 60, 120, 29, FIX), null),
                Arguments.of(
                        "301 s ahead", report(NOW.plusSeconds(301), 60, 120, 29, FIX), RejectionReason.TIME_IN_FUTURE),
                Arguments.of("start of 2010", report(OLD, 60, 120, 29, FIX), null),
                Arguments.of(
                        "a second before 2010",
                        report(OLD.minusSeconds(1), 60, 120, 29, FIX),
                        RejectionReason.TIME_TOO_OLD),
                Arguments.of("1970", report(Instant.EPOCH, 60, 120, 29, FIX), RejectionReason.TIME_TOO_OLD),
                Arguments.of("no time", report(null, 60, 120, 29, FIX), RejectionReason.TIME_INVALID),
                Arguments.of("200 km/h", report(NOW, 200, 120, 29, FIX), null),
                Arguments.of("200.1 km/h", report(NOW, 200.1, 120, 29, FIX), RejectionReason.SPEED_IMPLAUSIBLE),
                Arguments.of("latitude 200", report(NOW, 60, 120, 200, FIX), RejectionReason.PLACE_IMPLAUSIBLE),
                Arguments.of("longitude 4294", report(NOW, 60, 4294, 29, FIX), RejectionReason.PLACE_IMPLAUSIBLE),
                Arguments.of("western edge", report(NOW, 60, 73, 29, FIX), null),
                Arguments.of("beyond it", report(NOW, 60, 72.999999, 29, FIX), RejectionReason.PLACE_IMPLAUSIBLE),
                Arguments.of("zero zero with a fix", report(NOW, 0, 0, 0, FIX), RejectionReason.PLACE_IMPLAUSIBLE),
                Arguments.of("zero zero without a fix", report(NOW, 0, 0, 0, 0), null),
                Arguments.of("encrypted place", report(NOW, 60, 120, 29, FIX | ENCRYPTED), RejectionReason.ENCRYPTED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void reportsAreDoubtedForTheirReason(String name, LocationReport report, RejectionReason expected) {
        Doubt doubt = SanityRules.standard().doubtOf(report, NOW);
        assertEquals(expected, doubt == null ? null : doubt.reason());
    }

    private static LocationReport report(Instant at, double speed, double longitude, double latitude, int status) {
        return new LocationReport(0, status, latitude, longitude, 10, speed, 90, at, LocationItems.of());
    }
}
