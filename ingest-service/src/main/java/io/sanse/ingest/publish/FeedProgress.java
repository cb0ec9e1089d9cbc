package io.sanse.ingest.publish;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For which time each feed has reported, by what the broker has acknowledged. Used from one context only. */
final class FeedProgress {
    private static final Source SELF = new Source(Progress.INTAKE, "sanse", Progress.INTAKE);

    private final Map<String, FeedReach> feeds = new HashMap<>();
    private final List<Observation> givenBack = new ArrayList<>();
    private Instant heartbeat;

    /** Takes note of what the broker has acknowledged. */
    void acknowledged(Collection<Observation> observations) {
        for (Observation observation : observations) {
            reach(observation.source()).reported(observation.observedAt(), observation.receivedAt());
        }
    }

    /** Ingest-service listens: that is told, too, as often as {@link Progress#INTAKE} promises. */
    void listening(Instant now) {
        if (heartbeat == null || !now.isBefore(heartbeat.plusMillis(Progress.HEARTBEAT_MS))) {
            heartbeat = now;
            reach(SELF).reported(now, now);
        }
    }

    private FeedReach reach(Source source) {
        FeedReach known = feeds.get(source.feed());
        if (known != null) {
            return known;
        }
        FeedReach reach = new FeedReach(source);
        feeds.put(source.feed(), reach);
        return reach;
    }

    /** Whether a feed has come so far, at the pace of a replay, that its progress should be told at once. */
    boolean isDue() {
        return feeds.values().stream().anyMatch(FeedReach::isDue);
    }

    /** What has not been told yet. */
    List<Observation> take() {
        List<Observation> words = new ArrayList<>(givenBack);
        givenBack.clear();
        feeds.values().forEach(feed -> words.addAll(feed.take()));
        return words;
    }

    /** What was taken could not be told: it is told the next time. */
    void giveBack(List<Observation> words) {
        givenBack.addAll(words);
    }
}
