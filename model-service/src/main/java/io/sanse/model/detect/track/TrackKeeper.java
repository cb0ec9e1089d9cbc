package io.sanse.model.detect.track;

import io.sanse.model.detect.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Brings reports into a vehicle's track. In order, a report costs one step of the fold and some bytes at the tail; a late one is put into its place in the history and
 * the fold runs again from the stretch before it; a repeated one changes nothing.
 */
public final class TrackKeeper {
    private static final int SEGMENT_LENGTH = 8;
    private static final int DESK = 1024;

    /** What is too old is looked for once an hour: looking costs more than keeping it a little longer. */
    private static final long FORGETTING_MS = 3_600_000;

    private final TrackRules rules;
    private final ByteSink desk = new ByteSink(DESK);

    public TrackKeeper(TrackRules rules) {
        this.rules = rules;
    }

    /**
     * Where the results of one call go.
     *
     * @param segments the vehicle's history
     * @param world the registry as it is now
     * @param events is told what was found
     */
    public record Place(SegmentStore segments, World world, TrackEvents events) {}

    /**
     * Takes up reports that came together.
     *
     * @return how many were too late to be taken up
     */
    public int apply(VehicleTrack track, List<Fix> reports, Place place) {
        List<Fix> sorted = new ArrayList<>(reports);
        sorted.sort(Fix.ORDER);
        int tooLate = dropTooLate(track, sorted);
        if (sorted.isEmpty()) {
            return tooLate;
        }
        if (isLater(track, sorted.get(0))) {
            sorted.forEach(fix -> advanceIfNew(track, fix, place));
        } else {
            insert(track, sorted, place);
        }
        return tooLate;
    }

    private static boolean isLater(VehicleTrack track, Fix fix) {
        Fix last = track.fold().last();
        return last == null || last.isBefore(fix);
    }

    private int dropTooLate(VehicleTrack track, List<Fix> sorted) {
        Fix last = track.fold().last();
        int before = sorted.size();
        if (last != null) {
            sorted.removeIf(fix -> fix.at() < last.at() - rules.latenessMs());
        }
        return before - sorted.size();
    }

    private void advanceIfNew(VehicleTrack track, Fix fix, Place place) {
        if (isLater(track, fix)) {
            follow(track, fix, place);
        }
    }

    /** The next report: it is known to be later than the last one. */
    public void follow(VehicleTrack track, Fix fix, Place place) {
        Fix last = track.fold().last();
        if (track.tailLength() >= SEGMENT_LENGTH && fix.at() > last.at()) {
            TrackSegment segment = track.cutTail(desk);
            place.segments().put(segment);
            if (segment.firstAt() / FORGETTING_MS != fix.at() / FORGETTING_MS) {
                place.segments().forget(fix.at() - rules.latenessMs());
            }
        }
        track.append(fix);
        track.fold().step(fix, place.world(), rules, place.events());
    }

    private void insert(VehicleTrack track, List<Fix> sorted, Place place) {
        List<Fix> recent = track.tail();
        List<Fix> fresh = without(sorted, recent);
        if (fresh.isEmpty()) {
            return;
        }
        List<TrackSegment> stretch =
                new ArrayList<>(place.segments().from(fresh.get(0).at()));
        TrackSegment base = baseOf(stretch, fresh.get(0).at());
        stretch.remove(base);
        List<Fix> history = new ArrayList<>();
        stretch.forEach(segment -> history.addAll(segment.reports()));
        fresh = without(fresh, history);
        if (!fresh.isEmpty() && isLater(track, fresh.get(0))) {
            fresh.forEach(fix -> follow(track, fix, place));
        } else if (!fresh.isEmpty()) {
            history.addAll(recent);
            history.addAll(fresh);
            stretch.forEach(place.segments()::remove);
            repeat(track, base, history, place);
        }
    }

    private static TrackSegment baseOf(List<TrackSegment> stretch, long at) {
        return stretch.isEmpty() || stretch.get(0).lastAt() >= at ? null : stretch.get(0);
    }

    /** Those that are not known yet, each once. */
    private static List<Fix> without(List<Fix> reports, List<Fix> known) {
        Map<UUID, Fix> fresh = new LinkedHashMap<>();
        for (Fix report : reports) {
            fresh.putIfAbsent(report.id(), report);
        }
        for (Fix fix : known) {
            fresh.remove(fix.id());
        }
        return List.copyOf(fresh.values());
    }

    /** Runs the fold again over everything behind the base. */
    private void repeat(VehicleTrack track, TrackSegment base, List<Fix> reports, Place place) {
        reports.sort(Fix.ORDER);
        place.events().rewound(base == null ? Long.MIN_VALUE : base.lastAt());
        track.restart(base == null ? new TrackFold() : base.after());
        reports.forEach(fix -> follow(track, fix, place));
    }
}
