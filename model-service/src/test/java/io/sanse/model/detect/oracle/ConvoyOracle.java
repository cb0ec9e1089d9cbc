package io.sanse.model.detect.oracle;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Five vehicles among four cameras, which miss some of them: every group of three or more is tried at every pass. As any two groups have a vehicle in common, they make one run. */
final class ConvoyOracle implements Oracle {
    private static final List<String> PLATES = List.of("A1", "B2", "C3", "D4", "E5");
    private static final List<String> CAMERAS = List.of("a", "b", "c", "d");
    private static final String WATCHED = "d";
    private static final long WITHIN = 300;
    private static final long WINDOW = 7_200;
    private static final int LENGTH = 11 * 3_600;

    private final RandomFeed feed;
    private final List<Pass> passes;

    private record Pass(String camera, String plate, long at) {}

    /** Who passed a camera in five minutes. */
    private record Span(String camera, long from, long until, Set<String> plates) {}

    ConvoyOracle(long seed) {
        feed = new RandomFeed(Subject.site("road"), seed);
        for (int drive = 0; drive < 9; drive++) {
            drive(feed.random.nextInt(5 * 3_600));
        }
        passes = feed.sorted(Capture.class).stream().map(ConvoyOracle::pass).toList();
    }

    private void drive(int start) {
        List<String> group = new ArrayList<>(PLATES);
        while (group.size() > 1 && !feed.chance(3)) {
            group.remove(feed.random.nextInt(group.size()));
        }
        int at = start;
        for (int stop = 2 + feed.random.nextInt(3); stop > 0; stop--) {
            String camera = CAMERAS.get(feed.random.nextInt(CAMERAS.size()));
            for (String plate : group) {
                if (!feed.chance(8)) {
                    see(camera, plate, at + feed.random.nextInt(320));
                }
            }
            at += 400 + feed.random.nextInt(2_400);
        }
    }

    private void see(String camera, String plate, int second) {
        Capture capture = new Capture(camera, plate, null, null, null, null, null, null);
        feed.tell(second, RandomFeed.place(2_000 * CAMERAS.indexOf(camera), 0), List.of(), capture);
    }

    private static Pass pass(Observation observation) {
        Capture capture = (Capture) observation.payload();
        return new Pass(capture.camera(), capture.plate(), RandomFeed.at(observation));
    }

    @Override
    public Trial trial() {
        return new Trial("convoy", registry(), feed.all(), Duration.ofSeconds(LENGTH), Duration.ofMinutes(115));
    }

    private static List<RegistryEntry> registry() {
        List<RegistryEntry> entries = new ArrayList<>();
        entries.add(RandomFeed.zone("closed", "restricted", null, RandomFeed.box(6_000, 0, 100)));
        CAMERAS.forEach(camera ->
                entries.add(RandomFeed.camera(camera, "road", RandomFeed.place(2_000 * CAMERAS.indexOf(camera), 0))));
        return entries;
    }

    /** A pass at which a group had passed two points or more together, and how grave that was, or null. */
    private record Moment(long at, Level level) {}

    @Override
    public List<Told> expected() {
        List<Told> told = new ArrayList<>();
        List<Moment> run = new ArrayList<>();
        for (Pass pass : passes) {
            Moment moment = moment(pass);
            if (moment != null) {
                if (!run.isEmpty() && moment.at() - run.get(run.size() - 1).at() > WINDOW) {
                    tell(run, told);
                    run.clear();
                }
                run.add(moment);
            }
        }
        tell(run, told);
        return told;
    }

    private static void tell(List<Moment> run, List<Told> told) {
        Level level = null;
        long start = 0;
        for (Moment moment : run) {
            Level now = run.stream()
                    .filter(other -> other.at() <= moment.at() && other.at() >= moment.at() - WINDOW)
                    .map(Moment::level)
                    .reduce(null, ConvoyOracle::graver);
            if (now == null && level != null) {
                told.add(new Told(level, start, moment.at()));
            }
            start = level == null ? moment.at() : start;
            level = now == null ? null : graver(level, now);
        }
        if (level != null) {
            long last = run.get(run.size() - 1).at();
            boolean over = last + WINDOW < RandomFeed.START_S + LENGTH;
            told.add(new Told(level, start, over ? last : Told.LASTS));
        }
    }

    private static Level graver(Level one, Level other) {
        return one == null ? other : other == null ? one : one.max(other);
    }

    private Moment moment(Pass last) {
        Moment moment = null;
        for (Set<String> group : groups(last.plate())) {
            List<Span> spans = spans(last, group);
            Set<String> cameras = new HashSet<>();
            spans.forEach(span -> cameras.add(span.camera()));
            if (cameras.contains(last.camera()) && cameras.size() > 1) {
                Level level = cameras.contains(WATCHED) ? Level.YELLOW : quiet(spans, group) >= 3 ? Level.BLUE : null;
                moment = new Moment(last.at(), moment == null ? level : graver(moment.level(), level));
            }
        }
        return moment;
    }

    private static List<Set<String>> groups(String member) {
        List<Set<String>> groups = new ArrayList<>();
        for (int bits = 0; bits < 1 << PLATES.size(); bits++) {
            Set<String> group = new TreeSet<>();
            for (int i = 0; i < PLATES.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    group.add(PLATES.get(i));
                }
            }
            if (group.size() >= 3 && group.contains(member)) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** The spans in which all of a group passed with the last pass, and those before, elsewhere, around a pass of the same vehicle. */
    private List<Span> spans(Pass last, Set<String> group) {
        List<Span> spans = new ArrayList<>(List.of(span(last)));
        for (Pass own : passes) {
            boolean before = own.at() >= last.at() - WINDOW && own.at() <= last.at();
            if (before && own.plate().equals(last.plate()) && !own.camera().equals(last.camera())) {
                passes.stream()
                        .filter(end -> end.camera().equals(own.camera()) && end.at() <= last.at())
                        .filter(end -> end.at() >= own.at() && end.at() <= own.at() + WITHIN)
                        .forEach(end -> spans.add(span(end)));
            }
        }
        spans.removeIf(span -> !span.plates().containsAll(group));
        return spans;
    }

    private Span span(Pass end) {
        Set<String> plates = new HashSet<>();
        passes.stream()
                .filter(pass -> isWithin(pass, end.camera(), end.at() - WITHIN, end.at()))
                .forEach(pass -> plates.add(pass.plate()));
        return new Span(end.camera(), end.at() - WITHIN, end.at(), plates);
    }

    private static boolean isWithin(Pass pass, String camera, long from, long until) {
        return pass.camera().equals(camera) && pass.at() >= from && pass.at() <= until;
    }

    /** At how many cameras nobody had passed before but who was at two of them with the group. */
    private int quiet(List<Span> spans, Set<String> group) {
        Map<String, Set<String>> seenAt = new HashMap<>();
        spans.forEach(span -> span.plates().forEach(plate -> seenAt.computeIfAbsent(plate, none -> new HashSet<>())
                .add(span.camera())));
        Set<String> quiet = new HashSet<>();
        for (Span span : spans) {
            long until = passes.stream()
                    .filter(pass ->
                            isWithin(pass, span.camera(), span.from(), span.until()) && group.contains(pass.plate()))
                    .mapToLong(Pass::at)
                    .max()
                    .orElseThrow();
            if (passes.stream()
                    .filter(pass -> isWithin(pass, span.camera(), until - WINDOW, until))
                    .allMatch(
                            pass -> seenAt.getOrDefault(pass.plate(), Set.of()).size() > 1)) {
                quiet.add(span.camera());
            }
        }
        return quiet.size();
    }
}
