package io.sanse.model.backtest;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.cost.HotPathCost;
import io.sanse.model.library.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How fast a backtest plays a city: 20,000 trucks that drive among 500 zones and report every 30 s (667 observations a second), out of the frames of the topic, with all
 * models. {@code java -cp … io.sanse.model.backtest.BacktestSpeed [trucks] [minutes]} prints a line for the live models alone and one for two versions side by side.
 */
public final class BacktestSpeed {
    private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");
    private static final int REPORTS_A_MINUTE = 2;

    private final List<byte[]> frames = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private final RegistryCourse registry;
    private final Period period;

    BacktestSpeed(int trucks, int minutes) {
        HotPathCost city = new HotPathCost(trucks);
        registry = RegistryCourse.constant(city.zones());
        for (int round = 0; round < minutes * REPORTS_A_MINUTE; round++) {
            Instant at = START.plusSeconds(60L * round / REPORTS_A_MINUTE);
            for (int first = 0; first < trucks; first += HotPathCost.FRAME) {
                frames.add(ObservationFrames.encode(city.frame(first, at)));
                times.add(at);
            }
        }
        period = new Period(START, START.plus(Duration.ofMinutes(minutes)));
    }

    public static void main(String[] arguments) {
        int trucks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int minutes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        BacktestSpeed speed = new BacktestSpeed(trucks, minutes);
        for (int versions : new int[] {1, 1, 2}) {
            System.out.printf("%d version(s): %.0f x real time%n", versions, speed.timesRealTime(versions));
        }
    }

    /** How many times faster than it happened. */
    double timesRealTime(int versions) {
        ModelSet models = Library.load();
        List<Contender> contenders = Stream.generate(() -> new Contender(models, period))
                .limit(versions)
                .toList();
        Backtest backtest = new Backtest(registry, contenders, () -> false);
        long began = System.nanoTime();
        history().play(backtest);
        double seconds = (System.nanoTime() - began) / 1e9;
        return Duration.between(period.from(), period.until()).toSeconds() / seconds;
    }

    private History history() {
        return listener -> {
            listener.begin();
            for (int i = 0; i < frames.size(); i++) {
                List<Observation> observations =
                        ObservationFrames.decode(frames.get(i)).observations();
                listener.arrived(new Arrival(times.get(i), observations), (i + 1.0) / frames.size());
            }
        };
    }
}
