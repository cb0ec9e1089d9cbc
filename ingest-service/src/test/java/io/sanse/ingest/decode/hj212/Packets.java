package io.sanse.ingest.decode.hj212;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.Outcomes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs bytes through a splitter, and makes packets. */
final class Packets {
    private Packets() {}

    static List<Decoded<Segment>> split(byte[] stream) {
        List<Decoded<Segment>> outcomes = new ArrayList<>();
        SegmentSplitter splitter = new SegmentSplitter(SegmentSplitter.LONGEST_SEGMENT, outcomes::add);
        splitter.feed(stream);
        splitter.finish();
        return outcomes;
    }

    static Segment onlySegment(List<Decoded<Segment>> outcomes) {
        assertEquals(1, outcomes.size(), outcomes::toString);
        return Outcomes.accepted(outcomes.get(0));
    }

    static Packet parse(String segment) {
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        return Outcomes.accepted(PacketParser.parse(new Segment(bytes, Set.of(CrcVariant.HJ212), false)));
    }

    /** A whole packet around a data segment, with the standard's check value. */
    static String frame(String segment) {
        byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
        return "##%04d%s%04X\r\n".formatted(bytes.length, segment, CrcVariant.HJ212.of(bytes));
    }
}
