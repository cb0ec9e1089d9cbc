package io.sanse.model.detect;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Progress;
import io.sanse.model.detect.time.Clocks;
import io.sanse.model.detect.time.FeedClock;
import io.sanse.model.detect.time.OutageRule;
import io.sanse.model.detect.time.Stretch;
import java.time.Instant;

/** The clocks of a partition: nothing but observations moves them. */
final class FeedClocks {
    private final OutageRule rule;
    private final Memory memory;
    private long processedUntil;

    /** Takes up the clocks that the memory holds from before. */
    FeedClocks(OutageRule rule, Memory memory) {
        this.rule = rule;
        this.memory = memory;
        processedUntil = memory.heardUntil();
    }

    /** An observation has been received at this time. */
    void heard(Instant receivedAt) {
        if (receivedAt.toEpochMilli() > processedUntil) {
            processedUntil = receivedAt.toEpochMilli();
            memory.heardUntil(processedUntil);
        }
    }

    /** A feed tells for which time it has reported; anything else said of a feed changes nothing. */
    void tell(Observation observation) {
        if (!(observation.payload() instanceof Progress word)) {
            return;
        }
        String feed = observation.subject().id();
        Stretch stretch = new Stretch(
                word.since().toEpochMilli(),
                observation.observedAt().toEpochMilli(),
                observation.receivedAt().toEpochMilli());
        FeedClock before = memory.feeds().get(feed);
        FeedClock after =
                before == null ? FeedClock.first(stretch) : before.with(stretch, rule.longest(feed), intake(feed));
        if (after != before) {
            memory.put(feed, after);
        }
    }

    /** Ingest-service's own clock is not measured on itself. */
    private FeedClock intake(String feed) {
        return feed.equals(Progress.INTAKE) ? null : memory.feeds().get(Progress.INTAKE);
    }

    Clocks now() {
        return new Clocks(memory.feeds(), processedUntil);
    }
}
