package io.sanse.ingest.decode.jt808.message;

import io.sanse.ingest.decode.jt808.message.TerminalMessage.LocationBatch;
import java.util.ArrayList;
import java.util.List;

/** Reads 0x0200 and 0x0704 (clauses 8.12 and 8.49). */
final class LocationDecoder {
    static final double DEGREE = 1_000_000;
    static final int BASIC_LENGTH = 28;

    private LocationDecoder() {}

    /** The report between two offsets, or null when it is too short. */
    static LocationReport report(byte[] body, int from, int to) {
        if (to - from < BASIC_LENGTH) {
            return null;
        }
        BodyReader reader = new BodyReader(body, from, to);
        int alarm = reader.readDoubleWord();
        int status = reader.readDoubleWord();
        return new LocationReport(
                alarm,
                status,
                degrees(reader.readDoubleWord(), (status & LocationReport.SOUTH) != 0),
                degrees(reader.readDoubleWord(), (status & LocationReport.WEST) != 0),
                reader.readWord(),
                reader.readWord() / 10.0,
                reader.readWord(),
                reader.readTime(),
                new LocationItems(body, from + BASIC_LENGTH, to));
    }

    /** The batch, or null when it has no head. */
    static LocationBatch batch(byte[] body) {
        if (body.length < 3) {
            return null;
        }
        BodyReader reader = new BodyReader(body, 0, body.length);
        int declared = reader.readWord();
        boolean resent = reader.readByte() == 1;
        List<LocationReport> reports = new ArrayList<>();
        boolean whole = true;
        while (whole && reports.size() < declared && reader.remaining() >= 2) {
            int length = reader.readWord();
            int from = reader.position();
            LocationReport report = length > reader.remaining() ? null : report(body, from, from + length);
            whole = report != null;
            if (whole) {
                reports.add(report);
                reader.skip(length);
            }
        }
        boolean complete = whole && reports.size() == declared && reader.remaining() == 0;
        return new LocationBatch(resent, declared, reports, complete);
    }

    private static double degrees(int raw, boolean negative) {
        double degrees = (raw & 0xffffffffL) / DEGREE;
        return negative && raw != 0 ? -degrees : degrees;
    }
}
