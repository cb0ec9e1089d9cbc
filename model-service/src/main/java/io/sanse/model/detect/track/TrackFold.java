package io.sanse.model.detect.track;

import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of one vehicle after its reports so far: where it was seen last, in which zones it stays. One step per report, in the order of {@link Fix#ORDER};
 * the same reports always lead to the same state.
 */
public final class TrackFold {
    private static final ZoneStay[] NOWHERE = {};

    /** Written forms; 0 and 1 are of the first releases: without and with the last report, all others in full. */
    private static final int BEHIND_A_ROW = 2;

    private static final int NOTHING = 3;

    private Fix last;
    private Fix anchor;
    private Fix doubtful;
    private int doubts;
    private ZoneStay[] stays = NOWHERE;

    /** The last report, or null before the first. */
    public Fix last() {
        return last;
    }

    /** Confirmed stays that have not ended. */
    public List<Visit> open(TrackRules rules) {
        List<Visit> open = new ArrayList<>(stays.length);
        for (ZoneStay stay : stays) {
            if (stay.confirmed(rules)) {
                open.add(stay.visit(null));
            }
        }
        return open;
    }

    /** How many reports in a row the stays that last have counted, together. */
    int reportsInside() {
        int sum = 0;
        for (ZoneStay stay : stays) {
            sum += stay.reportsInside();
        }
        return sum;
    }

    /** The next report. */
    void step(Fix fix, World world, TrackRules rules, TrackEvents events) {
        if (last != null) {
            endSilence(fix, rules, events);
        }
        last = fix;
        if (fix.placed() && isPlausible(fix, rules, events)) {
            anchor = fix;
            place(fix, world, rules, events);
        }
    }

    private void endSilence(Fix fix, TrackRules rules, TrackEvents events) {
        long limit = last.powerCut()
                ? rules.silences().powerCutMs()
                : rules.silences().ms();
        if (fix.at() - last.at() > limit) {
            events.silent(new Silence(last, fix));
        }
    }

    /** An impossible move is not believed until enough reports in a row agree on it; then nothing is known of the way there. */
    private boolean isPlausible(Fix fix, TrackRules rules, TrackEvents events) {
        if (anchor == null || reachable(anchor, fix, rules)) {
            doubtful = null;
            doubts = 0;
            return true;
        }
        doubts = doubtful != null && reachable(doubtful, fix, rules) ? doubts + 1 : 1;
        doubtful = fix;
        if (doubts < rules.plausible().reanchor()) {
            return false;
        }
        doubtful = null;
        doubts = 0;
        for (ZoneStay stay : stays) {
            close(stay, fix, rules, events);
        }
        stays = NOWHERE;
        return true;
    }

    private static boolean reachable(Fix from, Fix to, TrackRules rules) {
        double reach = rules.plausible().jitterM()
                + (to.at() - from.at()) * rules.plausible().metresPerMs();
        return from.isWithin(reach, to);
    }

    private void place(Fix fix, World world, TrackRules rules, TrackEvents events) {
        List<Zone> zones = world.zonesAt(fix.longitude(), fix.latitude());
        if (stays.length > 0) {
            follow(fix, zones, world, rules, events);
        }
        for (int i = 0; i < zones.size(); i++) {
            if (!staysIn(zones.get(i).id())) {
                begin(zones.get(i).id(), fix, rules, events);
            }
        }
    }

    private void begin(String zone, Fix fix, TrackRules rules, TrackEvents events) {
        stays = Arrays.copyOf(stays, stays.length + 1);
        stays[stays.length - 1] = new ZoneStay(zone, fix);
        if (rules.confirmations() == 1) {
            events.stayed(zone);
        }
    }

    private boolean staysIn(String zone) {
        for (ZoneStay stay : stays) {
            if (stay.zone.equals(zone)) {
                return true;
            }
        }
        return false;
    }

    private void follow(Fix fix, List<Zone> zones, World world, TrackRules rules, TrackEvents events) {
        int going = 0;
        for (ZoneStay stay : stays) {
            boolean over = false;
            if (isInside(stay, fix, zones, world, rules)) {
                if (stay.inside(fix, rules)) {
                    events.stayed(stay.zone);
                }
            } else if (stay.outside(rules)) {
                close(stay, fix, rules, events);
                over = true;
            }
            if (!over) {
                stays[going++] = stay;
            }
        }
        if (going < stays.length) {
            stays = going == 0 ? NOWHERE : Arrays.copyOf(stays, going);
        }
    }

    private static boolean isInside(ZoneStay stay, Fix fix, List<Zone> zones, World world, TrackRules rules) {
        for (int i = 0; i < zones.size(); i++) {
            if (zones.get(i).id().equals(stay.zone)) {
                return true;
            }
        }
        if (!stay.confirmed(rules)) {
            return false;
        }
        Zone zone = world.zone(stay.zone);
        return zone != null && zone.ring().isEdgeWithin(rules.marginM(), fix.longitude(), fix.latitude());
    }

    private static void close(ZoneStay stay, Fix fix, TrackRules rules, TrackEvents events) {
        if (stay.confirmed(rules)) {
            events.left(stay.visit(fix));
        }
    }

    /** Everything but the last report, which ends the row that is written beside it. */
    void write(ByteSink sink) {
        if (last == null) {
            sink.octet(NOTHING);
            return;
        }
        sink.octet(BEHIND_A_ROW);
        FixCodec.writeOptional(last, anchor, sink);
        FixCodec.writeOptional(last, doubtful, sink);
        sink.varint(doubts);
        sink.varint(stays.length);
        for (ZoneStay stay : stays) {
            stay.write(last, sink);
        }
    }

    /** @param last the row's last report, or null of an empty one */
    static TrackFold read(Fix last, ByteSource source) {
        TrackFold fold = new TrackFold();
        int form = source.octet();
        if (form == BEHIND_A_ROW) {
            fold.last = last;
            fold.anchor = FixCodec.readOptional(last, source);
            fold.readRest(last, source);
        } else if (form != NOTHING) {
            fold.last = form == 0 ? null : FixCodec.read(null, source);
            fold.anchor = source.octet() == 1 ? fold.last : FixCodec.readOptional(null, source);
            fold.readRest(null, source);
        }
        return fold;
    }

    private void readRest(Fix near, ByteSource source) {
        doubtful = FixCodec.readOptional(near, source);
        doubts = (int) source.varint();
        int count = (int) source.varint();
        stays = count == 0 ? NOWHERE : new ZoneStay[count];
        for (int i = 0; i < count; i++) {
            stays[i] = ZoneStay.read(near, source);
        }
    }
}
