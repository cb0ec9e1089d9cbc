package io.sanse.model.trace.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Some consecutive sights of a vehicle within one hour and about 3 km, and the sight behind them: a row of {@code track_segment}. It answers for the time from its
 * first sight to the sight behind, if that is less than an hour away; longer silences are {@link TrackGap}s.
 *
 * @param number within the hour, from 0
 * @param count how many sights are its own
 * @param sights its own, and the one behind as the last if it answers for the time up to it
 * @param reach around everything that can have been reached in the time that it answers for
 */
public record TrackPart(int number, int count, List<Sight> sights, Box reach) {
    /** A part whose box would be larger than this is cut: small boxes are found by fewer questions. */
    private static final double LARGEST_M = 3_000;

    public TrackPart {
        sights = List.copyOf(sights);
    }

    public long from() {
        return sights.get(0).at();
    }

    public long until() {
        return sights.get(sights.size() - 1).at();
    }

    /** Its own sights. */
    public List<Sight> own() {
        return sights.subList(0, count);
    }

    /**
     * Cuts an hour into parts.
     *
     * @param hour the sights of one hour by time, at least one
     * @param next the vehicle's next sight, or null
     */
    static List<TrackPart> cut(List<Sight> hour, Sight next) {
        List<TrackPart> parts = new ArrayList<>();
        int start = 0;
        Box box = Box.NOTHING;
        for (int i = 0; i < hour.size(); i++) {
            Box larger = box.with(Box.of(hour.get(i)));
            if (i > start && larger.longerSideM() > LARGEST_M) {
                parts.add(part(parts.size(), hour.subList(start, i), hour.get(i)));
                start = i;
                larger = Box.of(hour.get(i));
            }
            box = larger;
        }
        parts.add(part(parts.size(), hour.subList(start, hour.size()), next));
        return parts;
    }

    /** As it was written; its box is not looked at any more. */
    public static TrackPart read(int number, int count, List<Sight> sights) {
        return new TrackPart(number, count, sights, Box.NOTHING);
    }

    private static TrackPart part(int number, List<Sight> own, Sight next) {
        List<Sight> sights = new ArrayList<>(own);
        if (next != null && !TrackGap.between(own.get(own.size() - 1), next)) {
            sights.add(next);
        }
        Box reach = ReachBox.of(sights.get(0));
        for (int i = 1; i < sights.size(); i++) {
            reach = reach.with(ReachBox.of(sights.get(i - 1), sights.get(i)));
        }
        return new TrackPart(number, own.size(), sights, reach);
    }
}
