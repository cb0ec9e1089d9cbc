package io.sanse.model.detect.oracle;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Three weeks of a vehicle that nobody has registered, through the cameras of a control circle, now and then under a manifest. */
final class BoundaryOracle implements Oracle {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int DAY = 86_400;
    private static final int DAYS = 21;
    private static final int LENGTH = DAYS * DAY;

    private final RandomFeed feed;

    BoundaryOracle(long seed) {
        feed = new RandomFeed(Subject.vehicle("浙GR0002"), seed);
        for (int day = 0; day < DAYS - 1; day++) {
            day(day * DAY);
        }
    }

    private void day(int start) {
        boolean busy = feed.chance(2);
        if (feed.chance(3)) {
            int left = start + feed.random.nextInt(DAY / 2);
            String number = "M" + start / DAY;
            feed.step(number, Step.PICKED_UP, left);
            feed.step(number, Step.RECEIVED, left + 3_600 + feed.random.nextInt(DAY / 2));
        }
        for (int pass = busy ? 1 + feed.random.nextInt(2) : 0; pass > 0; pass--) {
            boolean in = feed.random.nextInt(3) > 0;
            LoadState load = feed.chance(12) ? LoadState.FULL : feed.chance(2) ? LoadState.EMPTY : null;
            Capture capture = new Capture("gate", "浙GR0002", null, null, in ? "in" : "out", load, null, null);
            feed.tell(start + feed.random.nextInt(DAY), RandomFeed.place(0, 0), List.of(Subject.site("ring")), capture);
        }
    }

    @Override
    public Trial trial() {
        return new Trial(
                "vehicle-cross-boundary", registry(), feed.all(), Duration.ofSeconds(LENGTH), Duration.ofHours(24));
    }

    private static List<RegistryEntry> registry() {
        return List.of(
                RandomFeed.zone("ring", "control-circle", null, RandomFeed.box(0, 0, 5_000)),
                RandomFeed.camera("gate", "ring", RandomFeed.place(0, 0)));
    }

    @Override
    public List<Told> expected() {
        List<Told> told = new ArrayList<>();
        for (Observation crossing : feed.sorted(Capture.class)) {
            Level level = level(crossing);
            if (level != null) {
                long at = RandomFeed.at(crossing);
                told.add(new Told(level, at, at + DAY <= RandomFeed.START_S + LENGTH ? at + DAY : Told.LASTS));
            }
        }
        return Told.merged(told);
    }

    private Level level(Observation crossing) {
        if (isUnderManifest(crossing)) {
            return null;
        }
        boolean loaded = ((Capture) crossing.payload()).load() == LoadState.FULL;
        boolean often = nightsOfReturn(crossing) >= 3;
        if (loaded) {
            return often ? Level.RED : Level.YELLOW;
        }
        return often && isNightReturn(crossing) ? Level.YELLOW : null;
    }

    private boolean isUnderManifest(Observation crossing) {
        long at = RandomFeed.at(crossing);
        return feed.open().stream().anyMatch(span -> span[0] <= at && at < span[1]);
    }

    private boolean isNightReturn(Observation crossing) {
        int hour = local(crossing).getHour();
        boolean in = "in".equals(((Capture) crossing.payload()).direction());
        return in && (hour >= 22 || hour < 6) && !isUnderManifest(crossing);
    }

    private int nightsOfReturn(Observation until) {
        long at = RandomFeed.at(until);
        Set<LocalDate> nights = new HashSet<>();
        for (Observation one : feed.sorted(Capture.class)) {
            boolean counts = RandomFeed.at(one) <= at && RandomFeed.at(one) >= at - 14 * DAY;
            if (counts && isNightReturn(one)) {
                nights.add(local(one).minusHours(12).toLocalDate());
            }
        }
        return nights.size();
    }

    private static LocalDateTime local(Observation one) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(RandomFeed.at(one)), CHINA);
    }
}
