package io.sanse.model.detect.oracle;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Three trucks of a firm and one of another, in and out of a pit and a wood for two nights: every stretch of reports is tried for a stay. */
final class NightOracle implements Oracle {
    private static final int HOUR = 3_600;
    private static final int TOLD = 33 * HOUR;
    private static final int LATEST = 20 * HOUR;
    private static final int LENGTH = TOLD + LATEST + HOUR;
    private static final List<String> PLATES = List.of("A1", "B2", "C3", "X9");
    private static final List<String> ZONES = List.of("pit", "wood");
    private static final String CAMERA = "ramp";

    /** Behind the beginning of the feed at 20:00: from, until behind it, s. */
    private static final int[][] NIGHTS = {{2 * HOUR, 10 * HOUR}, {26 * HOUR, 34 * HOUR}};

    private final RandomFeed feed;

    /** Where a truck is, by its report or a camera's picture. */
    private record Report(String plate, int zone, long at, boolean picture) {}

    NightOracle(long seed) {
        feed = new RandomFeed(Subject.enterprise("C1"), seed);
        for (String plate : PLATES) {
            for (int at = feed.random.nextInt(3 * HOUR); at < TOLD - HOUR; at += feed.random.nextInt(4 * HOUR)) {
                at = stay(plate, at);
            }
        }
        for (int manifest = 0; manifest < 5; manifest++) {
            String plate = PLATES.get(feed.random.nextInt(3));
            int picked = feed.random.nextInt(TOLD - 4 * HOUR);
            step("M" + manifest, Step.PICKED_UP, plate, picked);
            step("M" + manifest, Step.RECEIVED, plate, picked + 600 + feed.random.nextInt(3 * HOUR));
        }
    }

    /** Some minutes, with a hole now and then; now and then it moves. */
    private int stay(String plate, int from) {
        int zone = feed.random.nextInt(ZONES.size());
        int until = from + feed.random.nextInt(1_500);
        int at = from;
        for (int picture = at + 5; zone == 0 && feed.chance(2); picture += feed.random.nextInt(800)) {
            Capture capture = new Capture(CAMERA, plate, null, null, null, null, null, null);
            feed.tell(picture, place(zone), List.of(Subject.vehicle(plate)), capture);
        }
        while (at < until) {
            double speed = feed.chance(6) ? 20 + 20 * feed.random.nextInt(2) : 0;
            Position position = new Position(speed, 0, null, null, null, true, false, false);
            feed.tell(at, place(zone), List.of(Subject.vehicle(plate)), position);
            at += feed.chance(6) ? 400 + feed.random.nextInt(500) : 20 + feed.random.nextInt(80);
        }
        return at;
    }

    private void step(String number, Step step, String plate, int second) {
        feed.tell(
                second,
                null,
                List.of(),
                new ManifestStep(number, step, "F1", "C1", "R1", plate, null, null, null, null, null, null));
    }

    private static GeoPoint place(int zone) {
        return RandomFeed.place(4_000 * zone, 0);
    }

    @Override
    public Trial trial() {
        List<RegistryEntry> registry = new ArrayList<>();
        registry.add(RandomFeed.zone("pit", "pit", null, RandomFeed.box(0, 0, 100)));
        registry.add(RandomFeed.zone("wood", "woodland", null, RandomFeed.box(4_000, 0, 100)));
        registry.add(RandomFeed.camera(CAMERA, null, place(0)));
        PLATES.forEach(plate -> registry.add(RandomFeed.truck(plate, plate.equals("X9") ? "C2" : "C1")));
        return new Trial(
                "enterprise-linked-vehicles",
                registry,
                feed.all(),
                Duration.ofSeconds(LENGTH),
                Duration.ofSeconds(LATEST));
    }

    @Override
    public List<Told> expected() {
        List<Report> reports = reports();
        List<Told> told = new ArrayList<>();
        for (int[] night : NIGHTS) {
            for (int zone = 0; zone < ZONES.size(); zone++) {
                List<Long> stays = new ArrayList<>();
                for (String plate : PLATES.subList(0, 3)) {
                    stays.add(stay(of(reports, plate, zone, night), plate));
                }
                stays.removeIf(at -> at == Long.MAX_VALUE);
                stays.sort(null);
                if (stays.size() > 1) {
                    told.add(new Told(Level.RED, stays.get(1), RandomFeed.START_S + night[1]));
                }
            }
        }
        return told;
    }

    /** By time; of each truck in each zone the first slow report and the first picture of a minute, at most twenty of either an hour. */
    private List<Report> reports() {
        Set<String> minutes = new HashSet<>();
        Map<String, Integer> hours = new HashMap<>();
        List<Report> reports = new ArrayList<>();
        feed.sorted(Position.class).stream()
                .filter(one -> ((Position) one.payload()).speedKmh() < 10)
                .forEach(one -> reports.add(report(one)));
        feed.sorted(Capture.class).forEach(one -> reports.add(report(one)));
        reports.removeIf(one -> {
            String whose = one.plate() + one.picture() + one.zone() + ' ';
            return !minutes.add(whose + one.at() / 60) || hours.merge(whose + one.at() / HOUR, 1, Integer::sum) > 20;
        });
        return reports;
    }

    private static Report report(Observation one) {
        String plate = one.mentions().get(0).id();
        int zone = one.location().longitude() > place(1).longitude() - 0.01 ? 1 : 0;
        return new Report(plate, zone, RandomFeed.at(one), one.payload() instanceof Capture);
    }

    private static List<Report> of(List<Report> reports, String plate, int zone, int[] night) {
        return reports.stream()
                .filter(one -> one.plate().equals(plate) && one.zone() == zone)
                .filter(one -> one.at() >= RandomFeed.START_S + night[0] && one.at() < RandomFeed.START_S + night[1])
                .sorted(Comparator.comparingLong(Report::at))
                .toList();
    }

    /** When it is first known that the truck stays, s; or never. */
    private long stay(List<Report> seen, String plate) {
        long known = Long.MAX_VALUE;
        for (int first = 0; first < seen.size(); first++) {
            boolean begins =
                    first == 0 || seen.get(first).at() - seen.get(first - 1).at() > 600;
            for (int last = first; begins && last < seen.size() && isWhole(seen, first, last); last++) {
                List<Report> run = seen.subList(first, last + 1);
                long pictures = run.stream().filter(Report::picture).count();
                boolean enough = pictures > 0 ? run.size() >= 2 : run.size() >= 3;
                boolean stays = enough && seen.get(last).at() - seen.get(first).at() >= 300;
                if (stays && !isCovered(plate, seen.get(first).at())) {
                    known = Math.min(known, seen.get(last).at());
                }
            }
        }
        return known;
    }

    private static boolean isWhole(List<Report> seen, int first, int last) {
        for (int i = first + 1; i <= last; i++) {
            if (seen.get(i).at() - seen.get(i - 1).at() > 600) {
                return false;
            }
        }
        return true;
    }

    private boolean isCovered(String plate, long at) {
        for (Observation one : feed.sorted(ManifestStep.class)) {
            ManifestStep picked = (ManifestStep) one.payload();
            boolean begun = picked.step() == Step.PICKED_UP && picked.plate().equals(plate) && RandomFeed.at(one) <= at;
            if (begun && received(picked.number()) > at) {
                return true;
            }
        }
        return false;
    }

    private long received(String number) {
        return feed.sorted(ManifestStep.class).stream()
                .filter(one -> ((ManifestStep) one.payload()).number().equals(number))
                .filter(one -> ((ManifestStep) one.payload()).step() == Step.RECEIVED)
                .mapToLong(RandomFeed::at)
                .findFirst()
                .orElseThrow();
    }
}
