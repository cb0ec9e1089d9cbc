package io.sanse.model.detect.exact;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Operation;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Source;
import io.sanse.model.backtest.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The observations of a case as they came, or late and repeated. The progress of feeds comes when it came, and at the end the platform listens for some moments more. */
final class DisturbedCase {
    /** Within the lateness that every kind is allowed. */
    private static final Duration LATEST = Duration.ofMinutes(110);

    private static final Duration TOGETHER = Duration.ofSeconds(5);
    private static final int MOMENTS = 4;
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final List<Arrival> arrivals;
    private final Instant end;

    /** A case about what is very late says what it does by the order in which it comes: nothing in it may come later. */
    private final boolean isLate;

    /** When the last word on the same comes. */
    private final Map<String, Instant> latest = new HashMap<>();

    DisturbedCase(List<Arrival> arrivals) {
        this.arrivals = arrivals;
        arrivals.forEach(arrival -> arrival.observations().forEach(one -> latest.put(about(one), arrival.at())));
        end = arrivals.get(arrivals.size() - 1).at();
        isLate = arrivals.stream().anyMatch(arrival -> arrival.observations().stream()
                .anyMatch(one -> one.observedAt().plus(LATEST).isBefore(arrival.at())));
    }

    List<Arrival> inOrder() {
        List<Arrival> all = new ArrayList<>(arrivals);
        all.addAll(moments());
        return all;
    }

    /** @param order another one for each number */
    List<Arrival> outOfOrder(long order) {
        List<Arrival> all = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            for (Observation observation : arrival.observations()) {
                if (observation.payload() instanceof Progress) {
                    all.add(new Arrival(arrival.at(), List.of(observation)));
                } else {
                    all.addAll(late(observation, arrival.at(), chance(observation, order)));
                }
            }
        }
        all.sort(Comparator.comparing(Arrival::at));
        all.addAll(moments());
        return all;
    }

    /** What arrives within some seconds of each other comes together, or in several frames. */
    static List<Arrival> frames(List<Arrival> arrivals, Random random) {
        List<Arrival> frames = new ArrayList<>();
        List<Observation> frame = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            frame.addAll(arrival.observations());
            boolean last = i + 1 == arrivals.size()
                    || arrivals.get(i + 1).at().isAfter(arrival.at().plus(TOGETHER));
            if (last || random.nextInt(8) == 0) {
                frames.add(new Arrival(arrival.at(), List.copyOf(frame)));
                frame.clear();
            }
        }
        return frames;
    }

    private List<Arrival> late(Observation observation, Instant at, Random random) {
        List<Arrival> copies = new ArrayList<>();
        for (int copy = random.nextInt(6) == 0 ? 2 : 1; copy > 0; copy--) {
            Duration delay = delay(random);
            Duration most = most(observation, at);
            Instant then = at.plus(delay.compareTo(most) > 0 ? most : delay);
            copies.add(new Arrival(then, List.of(received(observation, then))));
        }
        return copies;
    }

    /** Nothing comes behind the end; words on the same time are held back together, or their order would be lost there. */
    private Duration most(Observation observation, Instant at) {
        return Duration.between(latest.getOrDefault(about(observation), at), end);
    }

    private Duration delay(Random random) {
        return !isLate && random.nextInt(3) == 0
                ? Duration.ofMillis(random.nextLong(LATEST.toMillis()))
                : Duration.ZERO;
    }

    /** Of two words on the same time the one that comes later is the correction: they keep their order. */
    private static Random chance(Observation observation, long order) {
        return new Random(order * 31 + about(observation).hashCode());
    }

    /** As text: the hash of a text is the same in every process. */
    private static String about(Observation observation) {
        Object about = observation.payload() instanceof Reading || observation.payload() instanceof Operation
                ? List.of(observation.source(), observation.subject(), observation.observedAt())
                : observation.id();
        return about.toString();
    }

    private static Observation received(Observation observation, Instant at) {
        return new Observation(
                observation.id(),
                observation.source(),
                observation.subject(),
                observation.mentions(),
                observation.observedAt(),
                at,
                observation.location(),
                observation.payload());
    }

    private List<Arrival> moments() {
        List<Arrival> moments = new ArrayList<>();
        for (int moment = 1; moment <= MOMENTS; moment++) {
            Instant at = end.plus(MOMENT.multipliedBy(moment));
            moments.add(new Arrival(at, List.of(listened(at))));
        }
        return moments;
    }

    private static Observation listened(Instant at) {
        return new Observation(
                ObservationId.of(Kind.PROGRESS, Progress.INTAKE, at, ""),
                new Source(Progress.INTAKE, "test", Progress.INTAKE),
                Subject.feed(Progress.INTAKE),
                List.of(),
                at,
                at,
                null,
                new Progress(at.minus(MOMENT)));
    }
}
