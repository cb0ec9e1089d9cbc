package io.sanse.ingest.decode.mapping;

import io.sanse.ingest.decode.RejectionReason;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import java.time.Duration;
import java.time.Instant;

/**
 * What a report must not claim. A report that does is kept apart as a dead letter, and still acknowledged to the device:
 * sending it again would not make it true.
 *
 * @param ahead how far a device's clock may be ahead
 * @param earliest before this no such device existed
 * @param fastest km/h
 * @param region degrees that enclose the country and its waters
 */
public record SanityRules(Duration ahead, Instant earliest, double fastest, Region region) {

    /** A box of degrees. */
    public record Region(double west, double south, double east, double north) {
        boolean contains(double longitude, double latitude) {
            return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
        }
    }

    /**
     * Why a report is not believed.
     *
     * @param detail one sentence
     */
    public record Doubt(RejectionReason reason, String detail) {}

    /** Five minutes ahead, 2010, 200 km/h, China. */
    public static SanityRules standard() {
        return new SanityRules(
                Duration.ofMinutes(5), Instant.parse("2010-01-01T00:00:00Z"), 200, new Region(73, 3, 136, 54));
    }

    /** What is doubtful about a time, null when nothing is. */
    public Doubt doubtOf(Instant observedAt, Instant receivedAt) {
        if (observedAt == null) {
            return new Doubt(RejectionReason.TIME_INVALID, "the time's digits are no time");
        }
        if (observedAt.isAfter(receivedAt.plus(ahead))) {
            return new Doubt(RejectionReason.TIME_IN_FUTURE, observedAt + " is ahead of " + receivedAt);
        }
        if (observedAt.isBefore(earliest)) {
            return new Doubt(RejectionReason.TIME_TOO_OLD, observedAt + " is before " + earliest);
        }
        return null;
    }

    /** What is doubtful about a position, null when nothing is. */
    public Doubt doubtOf(LocationReport report, Instant receivedAt) {
        Doubt doubt = doubtOf(report.observedAt(), receivedAt);
        if (doubt != null) {
            return doubt;
        }
        if (report.speed() > fastest) {
            return new Doubt(RejectionReason.SPEED_IMPLAUSIBLE, report.speed() + " km/h");
        }
        if (report.positioned() && report.coordinatesEncrypted()) {
            return new Doubt(RejectionReason.ENCRYPTED, "the coordinates are encrypted");
        }
        if (report.positioned() && !region.contains(report.longitude(), report.latitude())) {
            return new Doubt(
                    RejectionReason.PLACE_IMPLAUSIBLE,
                    "longitude " + report.longitude() + ", latitude " + report.latitude());
        }
        return null;
    }
}
