package io.sanse.contract.alert;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert as it stands now (预警): the fold of its events.
 *
 * @param id alert id
 * @param version number of its last event; what {@code expectedVersion} is compared with
 * @param model model id
 * @param subject on whom
 * @param mentions other subjects involved
 * @param episodeStart start of the episode, event time
 * @param level current level
 * @param score 0–100
 * @param state workflow
 * @param condition still so?
 * @param location where, or null
 * @param division division code, or null
 * @param tonnes amount involved, t, or null
 * @param text one sentence
 * @param routing who got it, or null before the first dispatch
 * @param detections how many detection records it holds
 * @param firstSeenAt first event time of the detections
 * @param lastSeenAt last event time of the detections
 * @param raisedAt wall clock of its first event
 * @param closedAt wall clock of its closing, or null
 * @param clocks every clock that ran or runs
 */
public record Alert(
        UUID id,
        long version,
        String model,
        Subject subject,
        List<Subject> mentions,
        Instant episodeStart,
        Level level,
        int score,
        AlertState state,
        Condition condition,
        GeoPoint location,
        String division,
        Double tonnes,
        LocalizedText text,
        Routing routing,
        int detections,
        Instant firstSeenAt,
        Instant lastSeenAt,
        Instant raisedAt,
        Instant closedAt,
        List<AlertClock> clocks) {
    public Alert {
        mentions = List.copyOf(mentions);
        clocks = List.copyOf(clocks);
    }
}
