package io.sanse.model.cases;

import io.sanse.contract.observation.Observation;
import io.sanse.model.file.Line;
import io.sanse.model.file.ModelFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The language of cases, one event a line, in the order of arrival:
 *
 * <pre>
 * 21:00..21:20 every 30s at pit        positions        21:00 no-fix    21:00 at pit power-cut (or full, empty, speed)
 * 21:00 at pit plate P                   a vehicle's position as a firm or person is told it to whom it is tied
 * 21:00 filed M1 sent 8 usual 60       a manifest's step, also under the vehicle's key; also from F1 to R1 plate, driver, escort
 * 21:00 weighed received 7.2           a weigh bridge
 * 2025-01-01_14:00 stored L1 2.4       a ledger entry (also produced, taken-out)
 * 00:00 worked power 5200 1            what a firm made or used: measure, amount, days until then
 * 10:00 offence O1 minor confirmed       a department's word on an offence; also dumping, suspected, revoked, hazardous, tonnes
 * 10:00 clue C1 hotline/r1 pit 有人倒垃圾   a clue: number, channel and reporter, place, text
 * 21:00 seen cam in full class dump-truck   a camera; also out, empty, plate, colour, confidence
 * 21:00 sighted cam person dog           a picture; also net, gun, animal, smoke, heat, people, group, confidence
 * 21:00 stock issued S 2 other F2 document D1   a book of chemicals; also counted, received, by
 * 21:00 checked round1 p1                a point of an inspection round
 * 21:00 hour S1 a34004 35 N            a station's hourly value; also 20:00..23:00 hourly S1 … 30±2; also minute
 * together 21:00..21:20 every 30s at pit   what a terminal had stored, all at once
 * ... twice                            the same once more
 * clock 22:00                          all feeds go on until then
 * silence 22:00                        nothing comes from any feed until then
 * feed manifests 20:00                 a feed tells of others
 * restart                              the process dies and starts again
 * </pre>
 *
 * {@code docs/models.md} tells it to analysts.
 */
final class CaseScript {
    /** A night of a report each second is far less; a slip of the pen in a date is far more. */
    private static final int MOST_OBSERVATIONS = 100_000;

    private static final String TOGETHER = "together ";
    private static final String TWICE = " twice";

    private final CaseTime times;
    private final CaseRun run;
    private final CaseObservations observations;
    private long made;

    CaseScript(CaseTime times, CaseRun run, CaseObservations observations) {
        this.times = times;
        this.run = run;
        this.observations = observations;
    }

    /** How many observations there have been. */
    long made() {
        return made;
    }

    /** @throws ModelFileException when it is not understood */
    void play(Line event) {
        try {
            play(event.text().strip());
        } catch (IllegalArgumentException misunderstood) {
            throw new ModelFileException(
                    event.place(), "'" + event.text() + "': " + misunderstood.getMessage(), misunderstood);
        }
    }

    private void play(String line) {
        boolean together = line.startsWith(TOGETHER);
        boolean twice = line.endsWith(TWICE);
        String text = line.substring(together ? TOGETHER.length() : 0, line.length() - (twice ? TWICE.length() : 0));
        List<Observation> seen = new ArrayList<>();
        read(new Words(text), together ? seen::add : observation -> observe(observation, seen));
        if (together || twice) {
            run.observe(seen);
        }
    }

    private void observe(Observation observation, List<Observation> seen) {
        seen.add(observation);
        run.observe(List.of(observation));
    }

    private void read(Words words, Consumer<Observation> out) {
        String first = words.next("an event");
        switch (first) {
            case "clock" -> run.clock(last(words));
            case "silence" -> run.silence(last(words));
            case "feed" -> run.speak(words.next("a feed"), last(words));
            case "restart" -> {
                words.end();
                run.restart();
            }
            default -> {
                if (first.contains("..")) {
                    row(first.split("\\.\\.", -1), words, out);
                } else {
                    count(1);
                    make(times.parse(first), words, out);
                }
            }
        }
    }

    private Instant last(Words words) {
        Instant time = times.parse(words.next("a time"));
        words.end();
        return time;
    }

    private void row(String[] ends, Words words, Consumer<Observation> out) {
        String how = words.next("'every' or 'hourly'");
        if (ends.length != 2 || !how.equals("every") && !how.equals("hourly")) {
            throw new IllegalArgumentException("a row is written FIRST..LAST every STEP … or FIRST..LAST hourly …");
        }
        boolean hourly = how.equals("hourly");
        Duration step = hourly ? Duration.ofHours(1) : CaseTime.duration(words.next("a step"));
        String rest = hourly ? "hour " + words.rest() : words.rest();
        Instant first = times.parse(ends[0]);
        Instant last = times.parse(ends[1]);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the row ends before it begins");
        }
        count(Duration.between(first, last).dividedBy(step) + 1);
        for (Instant at = first; !at.isAfter(last); at = at.plus(step)) {
            make(at, new Words(rest), out);
        }
    }

    private void count(long more) {
        made += more;
        if (made > MOST_OBSERVATIONS) {
            throw new IllegalArgumentException("a case has at most " + MOST_OBSERVATIONS + " observations");
        }
    }

    private void make(Instant at, Words words, Consumer<Observation> out) {
        Observation observation = observations.read(at, words);
        words.end();
        out.accept(observation);
    }
}
