package io.sanse.model.trace.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Finds the times at which one vehicle was or could have been at the place. */
public final class Tracing {
    private final Reach reach;
    private final TraceWindow window;

    /**
     * @param kmh no vehicle is believed to go faster, km/h
     * @param tolerance deviation of a place that is not a move, m
     */
    public Tracing(Place place, TraceWindow window, double kmh, double tolerance) {
        this.reach = new Reach(place, window, kmh, tolerance);
        this.window = window;
    }

    /**
     * The occasions by time. Of silences of more than an hour only the shortest that makes a presence possible counts: after hours without a sight a vehicle can
     * have been nearly anywhere, and to say so once is enough.
     *
     * @param parts of one vehicle, by time; those that cannot have reached the place may be missing
     * @param gaps of the same vehicle
     */
    public List<Occasion> occasions(List<TrackPart> parts, Collection<TrackGap> gaps) {
        List<Occasion> found = new ArrayList<>();
        List<Sight> inside = new ArrayList<>();
        for (TrackPart part : parts) {
            addPart(part, inside, found);
        }
        close(inside, found);
        gaps.stream()
                .sorted(Comparator.comparingDouble(Tracing::length))
                .filter(gap -> !seenInside(gap.before()) && !seenInside(gap.after()))
                .map(gap -> reach.between(gap.before(), gap.after()))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(found::add);
        found.sort(Occasion.BY_TIME);
        return found;
    }

    private static double length(TrackGap gap) {
        boolean open = gap.before() == null || gap.after() == null;
        return open
                ? Double.POSITIVE_INFINITY
                : (double) gap.after().at() - gap.before().at();
    }

    private void addPart(TrackPart part, List<Sight> inside, List<Occasion> found) {
        Sight before = part.sights().get(0);
        boolean wasInside = seenInside(before);
        boolean goesOn = !inside.isEmpty() && inside.get(inside.size() - 1).equals(before);
        if (!goesOn) {
            close(inside, found);
            if (wasInside) {
                inside.add(before);
            }
        }
        for (Sight sight : part.sights().subList(1, part.sights().size())) {
            boolean isInside = seenInside(sight);
            if (isInside) {
                inside.add(sight);
            } else if (wasInside) {
                close(inside, found);
            } else {
                Occasion possible = reach.between(before, sight);
                if (possible != null) {
                    found.add(possible);
                }
            }
            before = sight;
            wasInside = isInside;
        }
    }

    private static void close(List<Sight> inside, List<Occasion> found) {
        if (!inside.isEmpty()) {
            long from = inside.get(0).at();
            long until = inside.get(inside.size() - 1).at();
            found.add(new Occasion(inside, from, until, until - from, 0));
            inside.clear();
        }
    }

    private boolean seenInside(Sight sight) {
        return sight != null && window.contains(sight.at()) && reach.inside(sight);
    }
}
