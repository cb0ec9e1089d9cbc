package io.sanse.model.route.domain;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the ways that trips of one pair of firms agree on. A way that is known already and that enough of them still take stays as it is; what is left of the trips may show others.
 */
public final class Ways {
    private static final Comparator<ClosedTrip> NEWEST =
            Comparator.comparingLong(ClosedTrip::receivedAt).reversed().thenComparing(ClosedTrip::manifest);

    private final LearningRules rules;

    public Ways(LearningRules rules) {
        this.rules = rules;
    }

    /**
     * What is new.
     *
     * @param trips of one pair
     * @param known ways by number, from 1
     * @return new ways by number: one that has no number yet or, when none is free, that of one which too few take
     */
    public SortedMap<Integer, List<GeoPoint>> learn(List<ClosedTrip> trips, Map<Integer, List<GeoPoint>> known) {
        List<Trip> left =
                new ArrayList<>(trips.stream().sorted(NEWEST).map(Trip::new).toList());
        List<Integer> free = new ArrayList<>();
        for (int number = 1; number <= rules.ways(); number++) {
            List<Trip> taking = known.containsKey(number) ? taking(new Sampled(known.get(number)), left) : List.of();
            left.removeAll(taking);
            if (!isEnough(taking)) {
                free.add(number);
            }
        }
        free.sort(Comparator.comparing(known::containsKey));
        SortedMap<Integer, List<GeoPoint>> learnt = new TreeMap<>();
        for (int number : free) {
            Trip best = best(left);
            if (best == null) {
                break;
            }
            learnt.put(number, best.closed().path());
            left.removeAll(taking(best.path(), left));
        }
        return learnt;
    }

    /** The trip that most others agree with, if they are enough. */
    private Trip best(List<Trip> left) {
        Trip best = null;
        int most = 0;
        for (Trip trip : left) {
            List<Trip> taking = taking(trip.path(), left);
            if (taking.size() > most && isEnough(taking)) {
                best = trip;
                most = taking.size();
            }
        }
        return best;
    }

    private List<Trip> taking(Sampled way, List<Trip> trips) {
        return trips.stream()
                .filter(trip -> way.shareNear(trip.path(), rules.corridorM()) >= rules.share()
                        && trip.path().shareNear(way, rules.corridorM()) >= rules.share())
                .toList();
    }

    private boolean isEnough(List<Trip> taking) {
        long vehicles =
                taking.stream().map(trip -> trip.closed().vehicle()).distinct().count();
        return taking.size() >= rules.trips() && vehicles >= rules.vehicles();
    }

    private record Trip(ClosedTrip closed, Sampled path) {
        Trip(ClosedTrip closed) {
            this(closed, new Sampled(closed.path()));
        }
    }
}
