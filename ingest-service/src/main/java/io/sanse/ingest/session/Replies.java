package io.sanse.ingest.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects replies, and says to those who make them what time it is. */
final class Replies {
    private List<Reply> collected = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    void begin(Instant at) {
        now = at;
    }

    Instant now() {
        return now;
    }

    void add(Reply reply) {
        collected.add(reply);
    }

    /** What was collected since it was last taken. */
    List<Reply> take() {
        List<Reply> taken = collected;
        collected = new ArrayList<>();
        return taken;
    }
}
