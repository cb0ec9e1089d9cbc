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

    /** Forgets the news of the moment before. */
    void begin() {
        visits.clear();
        silences.clear();
        rewoundTo = Long.MAX_VALUE;
        stayed.clear();
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

    /** Names the kinds of facts that it changes: a past that is told anew may change all of them. */
    void into(Occasion occasion) {
        if (rewoundTo != Long.MAX_VALUE) {
            occasion.changed("visit", "silence", "track");
        }
        stayed.forEach(occasion::stayed);
        visits.forEach(visit -> occasion.stayed(visit.zone()));
        if (!silences.isEmpty()) {
            occasion.changed("silence");
        }
    }

    VehicleFacts into(VehicleFacts facts, VehicleTrack track) {
        return any()
                ? facts.with(rewoundTo, visits, silences, track.fold().last().at())
                : facts;
    }
}
