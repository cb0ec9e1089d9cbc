package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import java.util.List;

/**
 * What the cameras of a site have seen: vehicles in the last hours; people by night, smoke and heat; and the dust that stations have measured around it. Or, of a cell of
 * the grid of clues, what was said there.
 *
 * @param passes of all vehicles, sorted by time
 * @param newest newest time of a pass, ms
 * @param sightings what pictures show
 * @param minutes what stations have measured
 * @param clues in the cell and around it
 */
public record SiteFacts(PassBook passes, long newest, SightingBook sightings, MinuteBook minutes, ClueBook clues)
        implements Facts {
    public static final SiteFacts NONE =
            new SiteFacts(PassBook.NONE, Long.MIN_VALUE, SightingBook.NONE, MinuteBook.NONE, ClueBook.NONE);

    /** How much older than the newest a pass may be that comes late, ms. */
    static final long LATENESS_MS = 2L * 3_600_000;

    /** How long after a pass another one may go on with the same story, ms. */
    private static final long GOES_ON_MS = 2L * 3_600_000;

    /** How far before a pass those lie that explain it, ms. */
    private static final long HISTORY_MS = 4L * 3_600_000;

    public SiteFacts {
        // a state written before these were kept has none
        sightings = sightings == null ? SightingBook.NONE : sightings;
        minutes = minutes == null ? MinuteBook.NONE : minutes;
        clues = clues == null ? ClueBook.NONE : clues;
    }

    @Override
    public SiteFacts with(Observation observation) {
        if (SightingBook.concerns(observation)) {
            SightingBook more = sightings.with(observation);
            return more == sightings ? this : new SiteFacts(passes, newest, more, minutes, clues);
        }
        if (Minute.concerns(observation)) {
            MinuteBook more = minutes.with(Minute.of(observation));
            return more == minutes ? this : new SiteFacts(passes, newest, sightings, more, clues);
        }
        ClueBook told = clues.with(observation);
        if (told != clues) {
            return new SiteFacts(passes, newest, sightings, minutes, told);
        }
        if (observation.kind() != Kind.CAPTURE || observation.observedAt().toEpochMilli() < horizon()) {
            return this;
        }
        PassBook more = passes.with(Pass.of(observation));
        return more == passes
                ? this
                : new SiteFacts(more, more.get(more.size() - 1).at(), sightings, minutes, clues);
    }

    @Override
    public SiteFacts forget(long since) {
        long oldest = Math.min(settled(), since);
        PassBook kept = oldest == Long.MIN_VALUE ? passes : passes.since(oldest - HISTORY_MS);
        return new SiteFacts(kept, newest, sightings.since(since), minutes.recent(), clues.since(since));
    }

    /** Of minutes and clues there are never too many. */
    @Override
    public SiteFacts trimmed(Trim trim) {
        List<Pass> fewer = trim.last("pass", passes, Trim.MOST_AT_SITE);
        SightingBook fewerSightings = sightings.trimmed(trim);
        return fewer == passes && fewerSightings == sightings
                ? this
                : new SiteFacts(PassBook.of(fewer), newest, fewerSightings, minutes, clues);
    }

    /** Of what passed; sightings, minutes and {@link ClueBook#horizon clues} have their own. */
    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - LATENESS_MS;
    }

    /** No pass that may still come goes on with what was over before this time, ms. */
    public long settled() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : horizon() - GOES_ON_MS;
    }

    @Override
    public boolean knowsNothing() {
        return passes.isEmpty()
                && sightings.all().isEmpty()
                && minutes.all().isEmpty()
                && clues.clues().isEmpty();
    }
}
