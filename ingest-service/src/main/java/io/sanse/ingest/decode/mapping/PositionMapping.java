package io.sanse.ingest.decode.mapping;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.ingest.decode.jt808.message.LocationItems;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** JT/T 808 location reports as observations of vehicles. */
public final class PositionMapping {
    public static final String PROTOCOL = "jt808";
    private static final int FULL_CIRCLE = 360;

    private PositionMapping() {}

    /**
     * The observation of a report about which {@link SanityRules} have no doubt.
     *
     * @param resent whether the terminal had stored it while out of coverage
     * @return with the same id whenever the same terminal reports the same time and place
     */
    public static Observation observation(
            LocationReport report, KnownTerminal terminal, boolean resent, Instant receivedAt) {
        GeoPoint place = report.positioned() ? terminal.datum().toWgs84(report.longitude(), report.latitude()) : null;
        return new Observation(
                id(report, terminal),
                new Source(terminal.feed(), PROTOCOL, terminal.phone()),
                terminal.vehicle(),
                List.of(),
                report.observedAt(),
                receivedAt,
                place,
                position(report, resent));
    }

    private static UUID id(LocationReport report, KnownTerminal terminal) {
        String content = report.longitude() + "," + report.latitude();
        return ObservationId.of(Kind.POSITION, terminal.phone(), report.observedAt(), content);
    }

    private static Position position(LocationReport report, boolean resent) {
        long mileage = report.items().number(LocationItems.MILEAGE);
        // The standard's WORD has no sign; terminals below sea level send two's complement.
        int altitude = (short) report.altitude();
        return new Position(
                report.speed(),
                report.direction() < FULL_CIRCLE ? report.direction() : null,
                altitude,
                mileage < 0 ? null : mileage / 10.0,
                load(report.load()),
                report.ignitionOn(),
                report.mainPowerOff(),
                resent);
    }

    private static LoadState load(LocationReport.Load load) {
        return switch (load) {
            case EMPTY -> LoadState.EMPTY;
            case HALF -> LoadState.HALF;
            case FULL -> LoadState.FULL;
            case RESERVED -> null;
        };
    }
}
