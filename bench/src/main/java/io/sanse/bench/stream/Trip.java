package io.sanse.bench.stream;

import io.sanse.bench.stream.Stream.Entry;
import io.sanse.bench.stream.Stream.Place;
import java.util.SplittableRandom;

/** One vehicle's way from zone to zone, with stays between; it ends standing in a zone. One trip after the other. */
final class Trip {
    private static final int STEP = 30_000;
    private static final int MINUTE = 60_000;
    private static final double DEGREES_A_STEP = 0.0035;
    private static final double JITTER = 0.0001;
    private static final double SEEN_ON_THE_WAY = 0.14;
    private static final double SEEN_AT_A_CLOSED_GATE = 0.5;
    private static final double WITH_MANIFEST = 0.4;
    private static final double NEVER_RECEIVED = 0.03;
    private static final double WEIGHT_GAP = 0.06;
    private static final double WITH_HOLE = 0.03;
    private static final double LONG_REFUELLING = 0.02;

    private final StreamMaker maker;
    private final City city;
    private final int vehicle;
    private final SplittableRandom random;
    private double longitude;
    private double latitude;
    private int zone;
    private int target;
    private int dwellUntil;
    private int stood;
    private int until;

    Trip(StreamMaker maker, City city, int vehicle, SplittableRandom random) {
        this.maker = maker;
        this.city = city;
        this.vehicle = vehicle;
        this.random = random;
    }

    /** Where it has ended. */
    int zone() {
        return zone;
    }

    /** @return when it ends */
    int run(int start, int begin) {
        stand(start, begin, begin + random.nextInt(4, 15) * MINUTE);
        until = begin + random.nextInt(80, 150) * MINUTE;
        int holeFrom = random.nextDouble() < WITH_HOLE ? begin + random.nextInt(20, 60) * MINUTE : Integer.MAX_VALUE;
        int holeUntil = holeFrom == Integer.MAX_VALUE ? 0 : holeFrom + random.nextInt(11, 40) * MINUTE;
        until = Math.max(until, holeUntil + 5 * MINUTE);
        int at = begin;
        while (at < until || zone < 0 || stood < 4) {
            move(at);
            if (at < holeFrom || at > holeUntil) {
                add(Sort.POSITION, at);
            }
            at += STEP;
        }
        if (City.isTruck(vehicle) && random.nextDouble() < WITH_MANIFEST) {
            manifest(begin + 2 * STEP, at - 2 * STEP - STEP / 2);
        }
        return at;
    }

    private void stand(int where, int at, int dwell) {
        zone = where;
        target = where;
        dwellUntil = dwell;
        stood = 0;
        longitude = city.longitude(where);
        latitude = city.latitude(where);
        if (City.type(where).equals("fuel") && random.nextDouble() < LONG_REFUELLING) {
            dwellUntil = at + random.nextInt(185, 230) * MINUTE;
            until = Math.max(until, dwellUntil + 5 * MINUTE);
        }
    }

    private void move(int at) {
        if (zone >= 0 && at < dwellUntil) {
            stood++;
            longitude = city.longitude(zone) + JITTER * (random.nextDouble() - 0.5);
            latitude = city.latitude(zone) + JITTER * (random.nextDouble() - 0.5);
        } else if (zone >= 0) {
            target = city.near(zone, random);
            zone = -1;
        }
        if (zone < 0) {
            drive(at);
        }
    }

    private void drive(int at) {
        double east = city.longitude(target) - longitude;
        double north = city.latitude(target) - latitude;
        double distance = Math.sqrt(east * east + north * north);
        if (distance <= DEGREES_A_STEP) {
            stand(target, at, at + random.nextInt(5, 20) * MINUTE);
            if (City.type(target).equals("restricted") && random.nextDouble() < SEEN_AT_A_CLOSED_GATE) {
                add(Sort.CAPTURE, at + STEP / 6);
            }
            return;
        }
        longitude += east / distance * DEGREES_A_STEP;
        latitude += north / distance * DEGREES_A_STEP;
        if (random.nextDouble() < SEEN_ON_THE_WAY) {
            add(Sort.CAPTURE, at + STEP / 6);
        }
    }

    private void add(Sort sort, int at) {
        maker.add(new Entry(sort, at, vehicle, Place.of(longitude, latitude), 0, 0));
    }

    private void manifest(int pickedUp, int received) {
        int number = maker.manifest();
        double sent = random.nextInt(10, 31);
        double share =
                random.nextDouble() < WEIGHT_GAP ? random.nextInt(80, 93) / 100.0 : 1 - random.nextInt(3) / 200.0;
        step(number, Event.PICKED_UP, pickedUp, sent);
        if (random.nextDouble() >= NEVER_RECEIVED) {
            step(number, Event.RECEIVED, received, sent * share);
        }
    }

    private void step(int number, int step, int at, double tonnes) {
        Place what = new Place(step, 0);
        maker.add(new Entry(Sort.STEP, at, number, what, vehicle, (float) tonnes));
        maker.add(new Entry(Sort.PAPER, at, vehicle, what, number, (float) tonnes));
    }
}
