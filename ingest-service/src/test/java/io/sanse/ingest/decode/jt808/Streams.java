package io.sanse.ingest.decode.jt808;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.Outcomes;
import java.util.ArrayList;
import java.util.List;

/** Runs bytes through a splitter. */
public final class Streams {
    private Streams() {}

    public static Frame onlyFrame(byte[] raw) {
        List<Decoded<Frame>> outcomes = split(raw);
        assertEquals(1, outcomes.size(), outcomes::toString);
        return Outcomes.accepted(outcomes.get(0));
    }

    public static List<Decoded<Frame>> split(byte[] raw) {
        List<Decoded<Frame>> outcomes = new ArrayList<>();
        FrameSplitter splitter = new FrameSplitter(outcomes::add);
        splitter.feed(raw);
        splitter.finish();
        return outcomes;
    }

    public static List<Frame> frames(List<Decoded<Frame>> outcomes) {
        List<Frame> frames = new ArrayList<>();
        for (Decoded<Frame> outcome : outcomes) {
            if (outcome instanceof Decoded.Accepted<Frame> accepted) {
                frames.add(accepted.value());
            }
        }
        return frames;
    }
}
