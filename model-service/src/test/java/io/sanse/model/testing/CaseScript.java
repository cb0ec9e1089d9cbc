package io.sanse.model.testing;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Source;
import io.sanse.contract.observation.Weighing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The language of cases, one event a line, in the order of arrival:
 *
 * <pre>
 * 21:00..21:20 every 30s at pit        positions        21:00 no-fix    21:00 at pit power-cut (or full, empty)
 * 21:00 filed M1 sent 8 usual 60       a manifest's step, also under the vehicle's key; also from F1 to R1 plate
 * 21:00 weighed received 7.2           a weigh bridge
 * 2025-01-01_14:00 stored L1 2.4       a ledger entry (also produced, taken-out)
 * 21:00 seen cam in full class dump-truck   a camera; also out, empty, plate, colour, confidence
 * 21:00 hour S1 a34004 35 N            a station's hourly value; also 20:00..23:00 hourly S1 … 30±2
 * together 21:00..21:20 every 30s at pit   what a terminal had stored, all at once
 * ... twice                            the same once more
 * clock 22:00                          all feeds go on until then
 * silence 22:00                        nothing comes from any feed until then
 * feed manifests 20:00                 a feed tells of others
 * restart                              the process dies and starts again
 * </pre>
 */
final class CaseScript {
    static final String PLATE = "浙GA1234";

    private final CaseWorld world;
    private final CaseTime times;
    private final CaseRun run;
    private final Subject subject;

    CaseScript(CaseWorld world, CaseTime times, CaseRun run, Subject subject) {
        this.world = world;
        this.times = times;
        this.run = run;
        this.subject = subject;
    }

    void play(String line) {
        boolean together = line.startsWith("together ");
        String text = line.replace(" twice", "").replace("together ", "");
        List<Observation> seen = new ArrayList<>();
        read(text, together ? seen::add : observation -> observe(observation, seen));
        if (together || line.endsWith(" twice")) {
            run.observe(seen);
        }
    }

    private void observe(Observation observation, List<Observation> seen) {
        seen.add(observation);
        run.observe(List.of(observation));
    }

    private void read(String line, Consumer<Observation> out) {
        try (Scanner words = new Scanner(line)) {
            String first = words.next();
            switch (first) {
                case "clock" -> run.clock(times.parse(words.next()));
                case "silence" -> run.silence(times.parse(words.next()));
                case "feed" -> run.speak(words.next(), times.parse(words.next()));
                case "restart" -> run.restart();
                default -> {
                    if (first.contains("..")) {
                        row(first.split("\\.\\.", -1), words, out);
                    } else {
                        out.accept(observation(times.parse(first), words.next(), words));
                    }
                }
            }
        }
    }

    private void row(String[] ends, Scanner words, Consumer<Observation> out) {
        boolean hourly = words.next().equals("hourly");
        Duration step = hourly ? Duration.ofHours(1) : CaseTime.duration(words.next());
        String rest = words.nextLine().strip();
        for (Instant at = times.parse(ends[0]); !at.isAfter(times.parse(ends[1])); at = at.plus(step)) {
            try (Scanner again = new Scanner(rest)) {
                out.accept(observation(at, hourly ? "hour" : again.next(), again));
            }
        }
    }

    private Observation observation(Instant at, String what, Scanner words) {
        return switch (what) {
            case "at" -> position(at, world.place(words.next()), words.hasNext() ? words.next() : "");
            case "no-fix" -> position(at, null, "");
            case "weighed" -> weighing(at, words);
            case "produced", "stored", "taken-out" -> ledger(at, what, words);
            case "hour" -> reading(at, words);
            case "seen" -> capture(at, words);
            default -> step(at, ManifestStep.Step.of(what), words);
        };
    }

    /** @param state {@code power-cut}, or how full it is, or nothing */
    private Observation position(Instant at, GeoPoint place, String state) {
        boolean powerCut = state.equals("power-cut");
        LoadState load = powerCut || state.isEmpty() ? null : LoadState.of(state);
        return make("gps", at, place, new Position(0.0, 0, null, null, load, true, powerCut, false));
    }

    private Observation step(Instant at, ManifestStep.Step step, Scanner words) {
        String number = words.hasNext() ? words.next() : "M1";
        Map<String, String> said = options(words, Set.of("major", "hazardous"));
        return make(
                "manifests",
                at,
                null,
                new ManifestStep(
                        number,
                        step,
                        said.getOrDefault("from", "F1"),
                        "C1",
                        said.getOrDefault("to", "R1"),
                        said.getOrDefault("plate", PLATE),
                        "900-249-08",
                        said.containsKey("hazardous") ? true : null,
                        number(said, "sent"),
                        number(said, "received"),
                        said.containsKey("major") ? true : null,
                        said.containsKey("usual") ? Integer.valueOf(said.get("usual")) : null));
    }

    /** @param flags names that stand alone; all others are followed by their value */
    private static Map<String, String> options(Scanner words, Set<String> flags) {
        Map<String, String> options = new TreeMap<>();
        while (words.hasNext()) {
            String name = words.next();
            options.put(name, flags.contains(name) ? "" : words.next());
        }
        return options;
    }

    private static Double number(Map<String, String> said, String name) {
        return said.containsKey(name) ? Double.valueOf(said.get(name)) : null;
    }

    private Observation weighing(Instant at, Scanner words) {
        Weighing.Side side = Weighing.Side.of(words.next());
        return make("scales", at, null, new Weighing("W1", side, PLATE, "M1", null, null, words.nextDouble()));
    }

    private Observation ledger(Instant at, String what, Scanner words) {
        LedgerEntry.Entry entry = LedgerEntry.Entry.of(what);
        return make(
                "ledgers",
                at,
                null,
                new LedgerEntry(entry, subject.id(), words.next(), "900-001-S17", false, words.nextDouble()));
    }

    private Observation capture(Instant at, Scanner words) {
        String camera = words.next();
        Map<String, String> said = options(words, Set.of("in", "out", "full", "half", "empty"));
        String load = first(said, "full", "half", "empty");
        String plate = said.getOrDefault("plate", PLATE);
        Capture capture = new Capture(
                camera,
                plate,
                said.get("colour"),
                said.get("class"),
                first(said, "in", "out"),
                load == null ? null : LoadState.of(load),
                number(said, "confidence"),
                null);
        List<Subject> others = new ArrayList<>(world.siteOf(camera));
        others.add(Subject.vehicle(plate));
        others.remove(subject);
        return new Observation(
                ObservationId.of(Kind.CAPTURE, camera, at, capture.toString()),
                new Source("cameras", "test", camera),
                subject,
                others,
                at,
                run.arrival(at),
                world.place(camera),
                capture);
    }

    private static String first(Map<String, String> said, String... names) {
        return Stream.of(names).filter(said::containsKey).findFirst().orElse(null);
    }

    private Observation reading(Instant at, Scanner words) {
        String station = words.next();
        List<Reading.Factor> factors = new ArrayList<>();
        while (words.hasNext()) {
            String code = words.next();
            factors.add(new Reading.Factor(code, value(words.next(), at), null, null, "ug/m3", words.next()));
        }
        Observation reading = make("air", at, null, new Reading(Reading.Interval.HOUR, factors));
        return new Observation(
                ObservationId.of(Kind.READING, station, at, factors.toString()),
                new Source("air", "hj212", station),
                subject,
                station.equals(subject.id()) ? List.of() : List.of(Subject.station(station)),
                at,
                reading.receivedAt(),
                null,
                reading.payload());
    }

    /** {@code 30±2} is 30 with a step of 2 from each hour to the next. */
    private static double value(String text, Instant at) {
        String[] parts = text.split("±", -1);
        boolean up = parts.length > 1 && at.getEpochSecond() / 3_600 % 2 == 0;
        return Double.parseDouble(parts[0]) + (up ? Double.parseDouble(parts[1]) : 0);
    }

    private Observation make(String feed, Instant at, GeoPoint place, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), feed, at, String.valueOf(place) + payload),
                new Source(feed, "test", feed),
                subject,
                List.of(),
                at,
                run.arrival(at),
                place,
                payload);
    }
}
