package io.sanse.model.detect.oracle;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.exact.NaiveVisits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A day of a vehicle between its depot, a generator and a receiver; some of what its manifests say is true. */
final class GhostOracle implements Oracle {
    private static final int HOUR = 3_600;
    private static final int DRIVEN = 20 * HOUR;
    private static final int LENGTH = 40 * HOUR;
    private static final long MARGIN = 2 * HOUR;
    private static final List<String> ZONES = List.of("depot", "works", "plant");

    private final RandomFeed feed;

    GhostOracle(long seed) {
        feed = new RandomFeed(Subject.vehicle("浙GR0003"), seed);
        int at = 0;
        while (at < DRIVEN) {
            at = stay(at, feed.random.nextInt(5));
        }
        for (int manifest = 0; manifest < 6; manifest++) {
            int left = 3 * HOUR + feed.random.nextInt(13 * HOUR);
            feed.step("M" + manifest, Step.PICKED_UP, left);
            feed.step("M" + manifest, Step.RECEIVED, left + 900 + feed.random.nextInt(2 * HOUR));
        }
    }

    /** At the depot more often than elsewhere, for up to three hours, with a hole now and then. */
    private int stay(int from, int place) {
        int zone = place < 3 ? 0 : place - 2;
        int until = from + 600 + feed.random.nextInt(3 * HOUR);
        if (zone > 0 && feed.chance(2)) {
            Capture capture = new Capture(ZONES.get(zone) + "-gate", "浙GR0003", null, null, "in", null, null, null);
            feed.tell(from + 30, at(zone, 0), List.of(Subject.site(ZONES.get(zone))), capture);
        }
        int at = from;
        while (at < until) {
            feed.report(at, at(zone, feed.random.nextInt(50)));
            at += feed.chance(250) ? 800 + feed.random.nextInt(400) : 120;
        }
        return at + 600;
    }

    private static GeoPoint at(int zone, double north) {
        return RandomFeed.place(4_000 * zone, north);
    }

    @Override
    public Trial trial() {
        return new Trial("manifest-ghost", registry(), feed.all(), Duration.ofSeconds(LENGTH), Duration.ofHours(12));
    }

    private static List<RegistryEntry> registry() {
        return List.of(
                RandomFeed.zone("depot", "depot", null, RandomFeed.box(0, 0, 100)),
                RandomFeed.zone("works", "enterprise", "F1", RandomFeed.box(4_000, 0, 100)),
                RandomFeed.zone("plant", "receiver", "R1", RandomFeed.box(8_000, 0, 100)),
                RandomFeed.camera("works-gate", "works", at(1, 0)),
                RandomFeed.camera("plant-gate", "plant", at(2, 0)),
                RandomFeed.firm("F1", "generator", at(1, 0)),
                RandomFeed.firm("R1", "receiver", at(2, 0)));
    }

    @Override
    public List<Told> expected() {
        NaiveVisits visits = new NaiveVisits(feed.sorted(Position.class));
        List<Told> told = new ArrayList<>();
        for (long[] trip : feed.open()) {
            long from = trip[0] - MARGIN;
            long until = trip[1] + MARGIN;
            boolean known = isTracked(visits, from, until);
            if (known && (isMissed(visits, 1, from, until) || isMissed(visits, 2, from, until))) {
                long over = until + 24 * HOUR;
                told.add(new Told(Level.YELLOW, until, over <= RandomFeed.START_S + LENGTH ? over : Told.LASTS));
            }
        }
        return Told.merged(told);
    }

    /** Its terminal told of it from before until after, without a hole of more than a quarter of an hour. */
    private boolean isTracked(NaiveVisits visits, long from, long until) {
        List<Observation> reports = feed.sorted(Position.class);
        boolean before = List.of(0, 1, 2).stream()
                .flatMap(zone -> visits.in(box(zone)).stream())
                .anyMatch(stay -> stay.enter() <= from);
        boolean after = RandomFeed.at(reports.get(reports.size() - 1)) >= until;
        for (int i = 1; i < reports.size(); i++) {
            long one = RandomFeed.at(reports.get(i - 1));
            long next = RandomFeed.at(reports.get(i));
            if (next - one > 900 && one < until && next > from) {
                return false;
            }
        }
        return before && after;
    }

    private boolean isMissed(NaiveVisits visits, int zone, long from, long until) {
        boolean stayed = visits.in(box(zone)).stream().anyMatch(stay -> stay.enter() <= until && stay.leave() >= from);
        boolean seen = feed.sorted(Capture.class).stream()
                .filter(pass -> pass.mentions().contains(Subject.site(ZONES.get(zone))))
                .anyMatch(pass -> RandomFeed.at(pass) >= from && RandomFeed.at(pass) <= until);
        return !stayed && !seen;
    }

    private static double[] box(int zone) {
        return RandomFeed.box(4_000 * zone, 0, 100);
    }
}
