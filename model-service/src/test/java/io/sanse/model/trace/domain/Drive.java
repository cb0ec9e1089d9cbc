package io.sanse.model.trace.domain;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A vehicle's true way, second by second, and what was seen of it. */
final class Drive {
    static final long START = 1_773_340_000_000L;
    static final GeoPoint PIT = new GeoPoint(120.03, 28.9);

    private static final double METRES = 111_195.08;
    private static final double EAST = METRES * Math.cos(Math.toRadians(PIT.latitude()));

    private final List<double[]> way = new ArrayList<>();

    /** Drives from waypoint to waypoint near the pit at up to 95 km/h, and stops at each for a while. */
    static Drive random(Random random, int seconds) {
        Drive drive = new Drive();
        double x = random.nextGaussian() * 8_000;
        double y = random.nextGaussian() * 8_000;
        while (drive.way.size() < seconds) {
            double toX = random.nextInt(4) == 0 ? random.nextGaussian() * 150 : random.nextGaussian() * 8_000;
            double toY = random.nextInt(4) == 0 ? random.nextGaussian() * 150 : random.nextGaussian() * 8_000;
            double speed = (20 + random.nextInt(76)) / 3.6;
            int steps = Math.max(1, (int) Math.ceil(Math.hypot(toX - x, toY - y) / speed));
            for (int step = 1; step <= steps; step++) {
                drive.way.add(new double[] {x + (toX - x) * step / steps, y + (toY - y) * step / steps});
            }
            for (int stop = random.nextInt(600); stop > 0; stop--) {
                drive.way.add(new double[] {toX, toY});
            }
            x = toX;
            y = toY;
        }
        return drive;
    }

    /** Whether it truly was within so many metres of the pit in the window. */
    boolean wasThere(TraceWindow window, double metres) {
        for (int second = 0; second < way.size(); second++) {
            double[] spot = way.get(second);
            if (window.contains(START + second * 1_000L) && Math.hypot(spot[0], spot[1]) < metres) {
                return true;
            }
        }
        return false;
    }

    /** What a terminal that reports each so many seconds tells, but for what is lost. */
    List<Sight> seen(Random random, int every, double lost) {
        List<Sight> sights = new ArrayList<>();
        boolean dark = false;
        for (int second = 0; second < way.size(); second += every) {
            dark = random.nextInt(40) == 0 ? !dark : dark;
            if (!dark && random.nextDouble() >= lost) {
                sights.add(sight(START + second * 1_000L, way.get(second)[0], way.get(second)[1]));
            }
        }
        return sights;
    }

    static Sight sight(long at, double eastM, double northM) {
        return new Sight(
                at,
                (int) Math.round((PIT.longitude() + eastM / EAST) * 1e6),
                (int) Math.round((PIT.latitude() + northM / METRES) * 1e6),
                Sight.NO_SPEED,
                false,
                null);
    }

    /** The track store of one vehicle, written batch by batch in the order of arrival. */
    static final class Kept {
        private static final long HOUR_MS = 3_600_000;

        private final TreeMap<Integer, TrackHour> hours = new TreeMap<>();
        private final TreeMap<Long, TrackGap> gaps = new TreeMap<>();

        void take(Collection<Sight> batch) {
            Map<Integer, List<Sight>> come = new TreeMap<>();
            batch.forEach(
                    sight -> come.computeIfAbsent((int) Math.floorDiv(sight.at(), HOUR_MS), none -> new ArrayList<>())
                            .add(sight));
            Map<Integer, List<Sight>> known = new TreeMap<>();
            for (int hour : come.keySet()) {
                for (Integer near : new Integer[] {hours.lowerKey(hour), hours.floorKey(hour), hours.higherKey(hour)}) {
                    if (near != null) {
                        known.put(near, own(hours.get(near)));
                    }
                }
            }
            TrackHour.merge(known, come).forEach(this::write);
        }

        private static List<Sight> own(TrackHour hour) {
            return hour.parts().stream().flatMap(part -> part.own().stream()).toList();
        }

        private void write(TrackHour hour) {
            hours.put(hour.hour(), hour);
            gaps.subMap(hour.hour() * HOUR_MS, (hour.hour() + 1) * HOUR_MS).clear();
            hour.gaps()
                    .forEach(gap ->
                            gaps.put(gap.before() == null ? -1L : gap.before().at(), gap));
        }

        List<Sight> sights() {
            return hours.values().stream().flatMap(hour -> own(hour).stream()).toList();
        }

        /** The parts whose boxes touch that of the place, as the index finds them. */
        List<TrackPart> near(Box box) {
            return hours.values().stream()
                    .flatMap(hour -> hour.parts().stream())
                    .filter(part -> part.reach().west() <= box.east()
                            && part.reach().east() >= box.west()
                            && part.reach().south() <= box.north()
                            && part.reach().north() >= box.south())
                    .toList();
        }

        Collection<TrackGap> gaps() {
            return gaps.values();
        }
    }
}
