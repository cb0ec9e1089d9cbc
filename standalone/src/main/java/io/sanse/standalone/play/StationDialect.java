package io.sanse.standalone.play;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.hj212.Packet;
import io.sanse.ingest.decode.hj212.PacketParser;
import io.sanse.ingest.decode.hj212.Segment;
import io.sanse.ingest.decode.hj212.SegmentSplitter;
import io.sanse.standalone.city.AirStation;
import io.sanse.standalone.night.Event;
import io.sanse.standalone.night.Night;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An air station, HJ 212-2017: uploads minute and hour data (2051, 2061) and reads data answers (9014). */
final class StationDialect implements Dialect {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(Night.ZONE);
    private static final String ANSWER = "9014";

    private final AirStation station;
    private int number;
    private SegmentSplitter splitter;
    private Answers answers;

    StationDialect(AirStation station) {
        this.station = station;
    }

    @Override
    public String device() {
        return "station " + station.mn();
    }

    @Override
    public Outgoing greet(Answers taker) {
        answers = taker;
        splitter = new SegmentSplitter(SegmentSplitter.LONGEST_SEGMENT, this::answered);
        return null;
    }

    Outgoing encode(Event.Measurement measurement) {
        number = (number + 1) % 1_000;
        String request = "%s%03d".formatted(SECONDS.format(measurement.at()), number);
        String segment = "QN=%s;ST=22;CN=%s;PW=%s;MN=%s;Flag=5;CP=&&DataTime=%s;%s;%s&&"
                .formatted(
                        request,
                        command(measurement),
                        station.password(),
                        station.mn(),
                        SECONDS.format(measurement.dataTime()),
                        factor(AirStation.PM25, measurement.pm25(), measurement.flag()),
                        factor(AirStation.PM10, measurement.pm10(), measurement.flag()));
        byte[] bytes = segment.getBytes(StandardCharsets.US_ASCII);
        String packet = "##%04d%s%04X\r\n".formatted(bytes.length, segment, CrcVariant.HJ212.of(bytes));
        return new Outgoing(request, packet.getBytes(StandardCharsets.US_ASCII));
    }

    private static String command(Event.Measurement measurement) {
        return switch (measurement.interval()) {
            case REAL_TIME -> "2011";
            case MINUTE -> "2051";
            case HOUR -> "2061";
            case DAY -> "2031";
        };
    }

    private static String factor(String code, double value, String flag) {
        return String.format(
                Locale.ROOT, "%1$s-Avg=%2$.1f,%1$s-Min=%2$.1f,%1$s-Max=%2$.1f,%1$s-Flag=%3$s", code, value, flag);
    }

    @Override
    public void read(byte[] bytes) {
        splitter.feed(bytes);
    }

    private void answered(Decoded<Segment> segment) {
        if (segment instanceof Decoded.Accepted<Segment> sound
                && PacketParser.parse(sound.value()) instanceof Decoded.Accepted<Packet> packet) {
            take(packet.value());
        }
    }

    private void take(Packet packet) {
        if (ANSWER.equals(packet.head().command())) {
            answers.acknowledged(packet.head().requestNumber());
        } else {
            answers.refused("answer " + packet.head().command());
        }
    }
}
