package io.sanse.model.detect.track;

import java.util.ArrayList;
import java.util.List;

/** A stay in one zone while it is watched; unconfirmed until k reports in a row lay inside. */
final class ZoneStay {
    final String zone;
    private Fix first;
    private Fix last;
    private long dwellMs;
    private int inside;
    private int outside;
    private final List<Crossing> crossings;

    ZoneStay(String zone, Fix first) {
        this.zone = zone;
        this.first = first;
        this.last = first;
        this.inside = 1;
        this.crossings = new ArrayList<>(0);
    }

    /** Counted until they confirm it. */
    int reportsInside() {
        return inside;
    }

    boolean confirmed(TrackRules rules) {
        return inside >= rules.confirmations();
    }

    /** @return whether it is confirmed by this, or a length asked about has been passed */
    boolean inside(Fix fix, TrackRules rules) {
        boolean known = confirmed(rules);
        long step = fix.at() - last.at();
        if (step > rules.gapMs()) {
            if (!confirmed(rules)) {
                first = fix;
                inside = 0;
                dwellMs = 0;
            }
        } else {
            dwellMs += step;
        }
        last = fix;
        outside = 0;
        inside = Math.min(inside + 1, rules.confirmations());
        return confirmed(rules) && (cross(fix, rules) || !known);
    }

    /** What is asked about may change while a vehicle stays: a length that is new counts from the next report on. */
    private boolean cross(Fix fix, TrackRules rules) {
        long known =
                crossings.isEmpty() ? 0 : crossings.get(crossings.size() - 1).dwellMs();
        long[] lengths = rules.lengths();
        for (int i = 0; i < lengths.length && lengths[i] < dwellMs; i++) {
            if (known <= lengths[i]) {
                crossings.add(new Crossing(dwellMs, fix));
                return true;
            }
        }
        return false;
    }

    /** @return whether the stay is over */
    boolean outside(TrackRules rules) {
        outside++;
        return !confirmed(rules) || outside >= rules.confirmations();
    }

    /** @param after the report that ended it, or null */
    Visit visit(Fix after) {
        return new Visit(zone, first, last, dwellMs, crossings, after);
    }

    /** @param near the vehicle's last report */
    void write(Fix near, ByteSink sink) {
        sink.string(zone);
        FixCodec.write(near, first, sink);
        FixCodec.writeOptional(near, last, sink);
        sink.varint(dwellMs);
        sink.octet(inside);
        sink.octet(outside);
        sink.octet(crossings.size());
        for (Crossing crossing : crossings) {
            sink.varint(crossing.dwellMs());
            FixCodec.write(first, crossing.fix(), sink);
        }
    }

    /** @param near the vehicle's last report, or null where everything is written in full */
    static ZoneStay read(Fix near, ByteSource source) {
        String zone = source.string();
        ZoneStay stay = new ZoneStay(zone, FixCodec.read(near, source));
        stay.last = near == null ? FixCodec.read(stay.first, source) : FixCodec.readOptional(near, source);
        stay.dwellMs = source.varint();
        stay.inside = source.octet();
        stay.outside = source.octet();
        for (int left = source.octet(); left > 0; left--) {
            stay.crossings.add(new Crossing(source.varint(), FixCodec.read(stay.first, source)));
        }
        return stay;
    }
}
