package io.sanse.model.detect.oracle;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vehicle under a manifest that strays from a straight route of ten kilometres, by way of a pit or not, with holes in its track, and comes to the receiver or not. */
final class RouteOracle implements Oracle {
    private static final int LENGTH = 9 * 3_600;
    private static final double ROUTE_M = 10_000;

    private final RandomFeed feed;
    private final Map<Observation, double[]> places = new HashMap<>();
    private final int received;

    RouteOracle(long seed) {
        feed = new RandomFeed(Subject.vehicle("浙GR0004"), seed);
        feed.step("M1", Step.PICKED_UP, 60);
        int at = 70;
        double east = 0;
        double aside = 0;
        double target = 0;
        while (at < 4 * 3_600) {
            if (feed.chance(12)) {
                target = feed.chance(3) ? 0 : feed.random.nextInt(2_600) - 1_300.0;
            }
            aside += Math.max(-400, Math.min(400, target - aside));
            east = Math.min(ROUTE_M - (seed % 2 == 0 ? 0 : 900), east + 20 + feed.random.nextInt(60));
            report(at, east, feed.chance(25) ? 0 : aside);
            at += feed.chance(60) ? 500 + feed.random.nextInt(300) : 30;
        }
        received = seed % 3 == 0 ? at + 600 : 3 * 3_600;
        feed.step("M1", Step.RECEIVED, received);
    }

    private void report(int second, double east, double north) {
        feed.report(second, RandomFeed.place(east, north));
        places.put(feed.all().get(feed.all().size() - 1), new double[] {east, north});
    }

    @Override
    public Trial trial() {
        return new Trial(
                "manifest-route-deviation", registry(), feed.all(), Duration.ofSeconds(LENGTH), Duration.ofHours(5));
    }

    private static List<RegistryEntry> registry() {
        return List.of(
                RandomFeed.zone("works", "enterprise", "F1", RandomFeed.box(0, 0, 100)),
                RandomFeed.zone("plant", "receiver", "R1", RandomFeed.box(ROUTE_M, 0, 100)),
                RandomFeed.zone("pit", "pit", null, RandomFeed.box(5_000, 900, 300)),
                RandomFeed.firm("F1", "generator", RandomFeed.place(0, 0)),
                RandomFeed.firm("R1", "receiver", RandomFeed.place(ROUTE_M, 0)),
                RandomFeed.route(List.of(RandomFeed.place(0, 0), RandomFeed.place(ROUTE_M, 0))));
    }

    /** Reports off the route, and when it was back on it, or null. */
    private record Stray(List<Observation> off, List<Boolean> counted, Long back) {}

    @Override
    public List<Told> expected() {
        List<Observation> trip = trip();
        boolean arrived =
                trip.size() > 1 && isAtPlant(trip.get(trip.size() - 1)) && isAtPlant(trip.get(trip.size() - 2));
        long end = arrived ? RandomFeed.at(trip.get(trip.size() - 1)) : RandomFeed.START_S + received;
        List<Told> told = new ArrayList<>();
        for (Stray stray : strays(trip)) {
            Told one = told(stray, end);
            if (one != null) {
                told.add(one);
            }
        }
        return Told.merged(told);
    }

    /** The reports from the pick-up until the receipt or the second one in a row at the receiver's. */
    private List<Observation> trip() {
        List<Observation> trip = new ArrayList<>();
        for (Observation report : feed.sorted(Position.class)) {
            boolean arrived =
                    trip.size() > 1 && isAtPlant(trip.get(trip.size() - 1)) && isAtPlant(trip.get(trip.size() - 2));
            if (!arrived && RandomFeed.at(report) < RandomFeed.START_S + received) {
                trip.add(report);
            }
        }
        return trip;
    }

    private boolean isAtPlant(Observation report) {
        double[] place = places.get(report);
        return Math.abs(place[0] - ROUTE_M) <= 100 && Math.abs(place[1]) <= 100;
    }

    private boolean isOff(Observation report) {
        double[] place = places.get(report);
        boolean nearEnd = Math.min(Math.hypot(place[0], place[1]), Math.hypot(place[0] - ROUTE_M, place[1])) <= 500;
        return Math.abs(place[1]) > 200 && !nearEnd;
    }

    private List<Stray> strays(List<Observation> trip) {
        List<Stray> strays = new ArrayList<>();
        List<Observation> off = new ArrayList<>();
        List<Boolean> counted = new ArrayList<>();
        for (int i = 0; i < trip.size(); i++) {
            boolean ends = i > 0 && !isOff(trip.get(i)) && !isOff(trip.get(i - 1));
            if (isOff(trip.get(i))) {
                off.add(trip.get(i));
                counted.add(i > 0 && isOff(trip.get(i - 1)));
            } else if (ends && !off.isEmpty()) {
                strays.add(new Stray(List.copyOf(off), List.copyOf(counted), RandomFeed.at(trip.get(i - 1))));
                off.clear();
                counted.clear();
            }
        }
        strays.add(new Stray(off, counted, null));
        strays.removeIf(stray -> stray.off().size() < 2);
        return strays;
    }

    private Told told(Stray stray, long end) {
        Level level = null;
        long start = 0;
        long away = 0;
        boolean inPit = false;
        for (int i = 1; i < stray.off().size(); i++) {
            long step = RandomFeed.at(stray.off().get(i))
                    - RandomFeed.at(stray.off().get(i - 1));
            away += stray.counted().get(i) && step <= 600 ? step : 0;
            inPit |= isInPit(stray.off().get(i)) && isInPit(stray.off().get(i - 1));
            Level now = away > 900 || inPit ? Level.YELLOW : away > 180 ? Level.BLUE : null;
            if (now != null) {
                start = level == null ? RandomFeed.at(stray.off().get(i)) : start;
                level = now;
            }
        }
        return level == null ? null : new Told(level, start, stray.back() == null ? end : stray.back());
    }

    private boolean isInPit(Observation report) {
        double[] place = places.get(report);
        return Math.abs(place[0] - 5_000) <= 300 && Math.abs(place[1] - 900) <= 300;
    }
}
