package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.fact.StationDay;
import io.sanse.model.detect.operator.station.SensorQuality.Doubt;
import io.sanse.model.detect.situation.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for doubts about one hour of a station. */
final class SensorDoubts {
    private static final long DAY_MS = 24 * OwnHours.HOUR_MS;
    private static final String FINE = "a34004";
    private static final String ALL = "a34002";

    private final Question question;
    private final OwnHours own;
    private final WeeklyComparison weeks;
    private final Drift drift;
    private final Map<Long, List<Doubt>> compared = new TreeMap<>();

    SensorDoubts(Question question, OwnHours own) {
        this.question = question;
        this.own = own;
        StationDays days = new StationDays(own.facts());
        this.weeks = new WeeklyComparison(question, days);
        this.drift = new Drift(question, days);
    }

    List<Doubt> of(HourReading reading) {
        List<HourReading> day = own.between(reading.hour() - DAY_MS + OwnHours.HOUR_MS, reading.hour());
        List<Doubt> doubts = new ArrayList<>();
        List<HourReading> before = own.between(Long.MIN_VALUE, reading.hour() - 1);
        reading.values().keySet().stream()
                .filter(this::isOurs)
                .forEach(factor -> flat(reading, before, factor, doubts));
        List<HourReading> impossible = day.stream().filter(this::isImpossible).toList();
        if (isImpossible(reading)) {
            doubts.add(new Doubt("impossible", FINE, impossible.size(), 0, impossible));
        }
        faulty(reading).forEach(factor -> {
            List<HourReading> same =
                    day.stream().filter(hour -> faulty(hour).contains(factor)).toList();
            doubts.add(new Doubt("flagged", factor, same.size(), 0, same));
        });
        reading.doubled().stream()
                .sorted()
                .forEach(factor -> doubts.add(new Doubt("doubled", factor, 1, 0, List.of())));
        doubts.addAll(compared.computeIfAbsent(StationDay.dayOf(reading.hour()), this::comparedBefore));
        return doubts;
    }

    /** What the complete days before a day let doubt, beside those of the neighbours. */
    private List<Doubt> comparedBefore(long day) {
        return Stream.of(weeks.before(day), drift.before(day))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isOurs(String factor) {
        return question.parameters().texts("ignored").stream().noneMatch(factor::startsWith);
    }

    /** Only hours that follow each other count: a hole ends the run. */
    private static void flat(HourReading reading, List<HourReading> before, String factor, List<Doubt> doubts) {
        Double value = reading.values().get(factor);
        List<HourReading> run = new ArrayList<>(List.of(reading));
        for (int i = before.size() - 1; i >= 0; i--) {
            HourReading earlier = before.get(i);
            boolean follows = run.get(run.size() - 1).hour() - earlier.hour() == OwnHours.HOUR_MS;
            if (!follows || !value.equals(earlier.values().get(factor))) {
                break;
            }
            run.add(earlier);
        }
        if (run.size() > 1) {
            doubts.add(new Doubt("flat", factor, run.size(), 0, run));
        }
    }

    private boolean isImpossible(HourReading reading) {
        Double fine = reading.values().get(FINE);
        Double all = reading.values().get(ALL);
        double tolerated = 1 + question.parameters().number("pairTolerance") / 100;
        return fine != null && all != null && fine > all * tolerated;
    }

    /** Factors flagged faulty, and values that no concentration has. */
    private TreeSet<String> faulty(HourReading reading) {
        TreeSet<String> factors = new TreeSet<>();
        reading.flags().forEach((factor, flag) -> {
            boolean belowZero = flag.equals(HourReading.BELOW_ZERO) && isOurs(factor);
            if (belowZero || question.parameters().texts("faultFlags").contains(flag)) {
                factors.add(factor);
            }
        });
        reading.values().forEach((factor, value) -> {
            if (value < 0 && isOurs(factor)) {
                factors.add(factor);
            }
        });
        return factors;
    }
}
