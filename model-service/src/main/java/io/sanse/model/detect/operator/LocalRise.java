package io.sanse.model.detect.operator;

import static java.util.Map.entry;

import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.fact.StationFacts;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.situation.Series;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.world.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hours of a station, each against the station's own day before and against its neighbours' same hour. One situation per station; its moments are its hours. An hour is
 * judged when all neighbours have told theirs, or some time behind its end. What was not measured is missing, never zero.
 */
final class LocalRise implements Operator {
    static final long HOUR_MS = 3_600_000;

    @Override
    public String name() {
        return "local-rise";
    }

    @Override
    public SubjectType subject() {
        return SubjectType.STATION;
    }

    @Override
    public Set<String> facts() {
        return Set.of("hour");
    }

    @Override
    public Map<String, VariableType> parameters() {
        return Map.of(
                "minHours", VariableType.COUNT,
                "minNeighbours", VariableType.COUNT,
                "ignored", VariableType.TEXTS,
                "settle", VariableType.DURATION,
                "patience", VariableType.DURATION,
                "calmBelow", VariableType.NUMBER,
                "upwindKm", VariableType.NUMBER,
                "upwindAngle", VariableType.NUMBER);
    }

    @Override
    public Map<String, VariableType> variables() {
        return Map.ofEntries(
                entry("hour", VariableType.TIME),
                entry("factor", VariableType.TEXT),
                entry("value", VariableType.NUMBER),
                entry("ownMedian", VariableType.NUMBER),
                entry("neighbourMedian", VariableType.NUMBER),
                entry("timesOwn", VariableType.NUMBER),
                entry("timesNeighbours", VariableType.NUMBER),
                entry("neighboursRise", VariableType.NUMBER),
                entry("neighbours", VariableType.COUNT),
                entry("upwind", VariableType.COUNT),
                entry("night", VariableType.FLAG));
    }

    @Override
    public Set<String> names() {
        return Set.of("station", "factorName", "upwindFirms");
    }

    @Override
    public List<Series> series(Question question) {
        StationFacts facts = (StationFacts) question.facts();
        StationHours hours = new StationHours(question, facts);
        List<Wake> wakes = new ArrayList<>();
        List<HourReading> own = hours.own();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).hour() >= facts.judgedFrom()) {
                judge(question, hours, own.get(i), wakes);
                endAfterHole(question, hours, own.subList(i, Math.min(own.size(), i + 2)), wakes);
            }
        }
        return List.of(new Series(hours.snapshots(), null, wakes, hours.undecided(), false));
    }

    private static void judge(Question question, StationHours hours, HourReading reading, List<Wake> wakes) {
        long due = reading.hour() + HOUR_MS + question.parameters().ms("settle");
        if (isComplete(question, reading) || due <= question.clocks().show(reading.feed(), Hand.RUNNING)) {
            hours.judge(reading);
        } else {
            wakes.add(new Wake(reading.feed(), Hand.RUNNING, due));
            hours.postpone(reading);
        }
    }

    /** Whether every neighbour that the registry names has told this hour, with or without a valid value. */
    private static boolean isComplete(Question question, HourReading reading) {
        Entry<Details.Station> known =
                question.world().station(question.subject().id());
        if (known == null
                || known.details().neighbours() == null
                || known.details().neighbours().isEmpty()) {
            return false;
        }
        Set<String> told = ((StationFacts) question.facts()).stationsAt(reading.hour());
        return told.containsAll(known.details().neighbours());
    }

    /** When hours are missing for longer than one waits for them, a rise is over. */
    private static void endAfterHole(
            Question question, StationHours hours, List<HourReading> thisAndNext, List<Wake> wakes) {
        HourReading reading = thisAndNext.get(0);
        long over = reading.hour() + HOUR_MS + question.parameters().ms("patience");
        boolean hole = thisAndNext.size() > 1
                ? thisAndNext.get(1).hour() > over
                : over <= question.clocks().show(reading.feed(), Hand.RUNNING);
        if (hole) {
            hours.calm(over, reading);
        } else if (thisAndNext.size() == 1) {
            wakes.add(new Wake(reading.feed(), Hand.RUNNING, over));
        }
    }
}
