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
        Walk walk = new Walk();
        parts.forEach(part -> addPart(part, walk));
        walk.leave();
        List<Occasion> found = walk.found;
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

    private void addPart(TrackPart part, Walk walk) {
        Sight before = part.sights().get(0);
        boolean wasInside = seenInside(before);
        if (!before.equals(walk.last)) {
            walk.leave();
            if (wasInside) {
                walk.inside.add(before);
            }
        }
        for (Sight sight : part.sights().subList(1, part.sights().size())) {
            boolean isInside = seenInside(sight);
            if (isInside) {
                walk.enter(sight);
            } else if (wasInside) {
                walk.leave();
            } else {
                walk.pass(reach.between(before, sight));
            }
            before = sight;
            wasInside = isInside;
        }
        walk.last = before;
    }

    /** What has been found on the way through the sights: consecutive sights inside, or consecutive possibilities to have been, are one occasion. */
    private static final class Walk {
        private final List<Occasion> found = new ArrayList<>();
        private final List<Sight> inside = new ArrayList<>();
        private Occasion possible;
        private Sight last;

        private void enter(Sight sight) {
            endPossible();
            inside.add(sight);
        }

        /** @param between what is possible between two sights outside, or null */
        private void pass(Occasion between) {
            if (between == null) {
                endPossible();
            } else if (possible == null || between.stayMs() > possible.stayMs()) {
                possible = between;
            }
        }

        private void leave() {
            endPossible();
            if (!inside.isEmpty()) {
                long from = inside.get(0).at();
                long until = inside.get(inside.size() - 1).at();
                found.add(new Occasion(inside, from, until, until - from, 0));
                inside.clear();
            }
        }

        private void endPossible() {
            if (possible != null) {
                found.add(possible);
                possible = null;
            }
        }
    }

    private boolean seenInside(Sight sight) {
        return sight != null && window.contains(sight.at()) && reach.inside(sight);
    }
}
