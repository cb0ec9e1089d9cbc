package io.sanse.model.detect;

import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.track.Silence;
import io.sanse.model.detect.track.TrackEvents;
import io.sanse.model.detect.track.VehicleTrack;
import io.sanse.model.detect.track.Visit;
import java.util.ArrayList;
import java.util.List;

/** Collects what the reports of one moment have changed in a vehicle's facts. */
final class TrackNews implements TrackEvents {
    private final List<Visit> visits = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();
    private long rewoundTo = Long.MAX_VALUE;
    private final List<String> stayed = new ArrayList<>();
    private List<Visit> lastedBefore = List.of();

    /** Forgets the news of the moment before. */
    void begin() {
        visits.clear();
        silences.clear();
        rewoundTo = Long.MAX_VALUE;
        stayed.clear();
    }

    /** The stays that last, in case that something late changes them. */
    void beforeLate(List<Visit> lasting) {
        lastedBefore = lasting;
    }

    @Override
    public void left(Visit visit) {
        visits.add(visit);
    }

    @Override
    public void stayed(String zone) {
        stayed.add(zone);
    }

    @Override
    public void silent(Silence silence) {
        silences.add(silence);
    }

    @Override
    public void rewound(long to) {
        rewoundTo = to;
    }

    boolean any() {
        return !stayed.isEmpty() || rewoundTo != Long.MAX_VALUE || !visits.isEmpty() || !silences.isEmpty();
    }

    /**
     * Names what it changes.
     *
     * @param before the facts without it
     * @param lasting the stays that last now
     */
    void into(Occasion occasion, VehicleFacts before, List<Visit> lasting) {
        if (rewoundTo == Long.MAX_VALUE) {
            for (Visit visit : lasting) {
                if (stayed.contains(visit.zone())) {
                    occasion.stayed(visit);
                }
            }
            visits.forEach(occasion::stayed);
            if (!silences.isEmpty()) {
                occasion.changed("silence");
            }
        } else {
            retoldInto(occasion, before, lasting);
        }
    }

    /** A past that is told anew is mostly the same but for the reports themselves. */
    private void retoldInto(Occasion occasion, VehicleFacts before, List<Visit> lasting) {
        occasion.changed("track");
        if (!lasting.equals(lastedBefore) || !visits.equals(before.visits().endedAfter(rewoundTo))) {
            occasion.changed("visit");
        }
        if (!silences.equals(before.silencesAfter(rewoundTo))) {
            occasion.changed("silence");
        }
    }

    VehicleFacts into(VehicleFacts facts, VehicleTrack track) {
        return any()
                ? facts.with(rewoundTo, visits, silences, track.fold().last().at())
                : facts;
    }
}
