package io.sanse.standalone.night;

import io.sanse.standalone.city.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A truck's terminal: turns an itinerary into transmissions, with the gaps and faults that it has this night. */
final class Terminal {
    private static final int MAX_STORED_PER_MESSAGE = 20;

    /** What becomes of fixes while the terminal is out of reach. */
    enum Fate {
        LOST,
        STORED
    }

    /**
     * A time out of reach.
     *
     * @param powerCut the terminal reports the cut and falls silent
     */
    record Gap(Instant from, Instant until, Fate fate, boolean powerCut) {
        boolean covers(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    private final Truck truck;
    private final List<Leg> legs;
    private final Duration asleep;
    private final List<Gap> gaps = new ArrayList<>();
    private UnaryOperator<Fix> fault = UnaryOperator.identity();

    /** @param asleep how often it reports while the engine is off */
    Terminal(Truck truck, List<Leg> legs, Duration asleep) {
        this.truck = truck;
        this.legs = legs;
        this.asleep = asleep;
    }

    Terminal outOfReach(Gap gap) {
        gaps.add(gap);
        return this;
    }

    /** Changes what is measured. */
    Terminal withFault(UnaryOperator<Fix> other) {
        fault = other;
        return this;
    }

    /** Everything that it sends. Every 97th report is sent twice, as terminals do whose acknowledgement was lost. */
    List<Event.Transmission> transmissions() {
        List<Event.Transmission> sent = new ArrayList<>();
        for (Fix fix : fixes()) {
            if (gaps.stream().noneMatch(gap -> gap.covers(fix.observedAt()))) {
                sent.add(live(fix));
                if (sent.size() % 97 == 0) {
                    sent.add(live(fix));
                }
            }
        }
        gaps.forEach(gap -> sent.addAll(afterwards(gap)));
        return sent;
    }

    private Event.Transmission live(Fix fix) {
        return new Event.Transmission(fix.observedAt(), truck, false, List.of(fix));
    }

    private List<Event.Transmission> afterwards(Gap gap) {
        List<Event.Transmission> sent = new ArrayList<>();
        if (gap.powerCut()) {
            sent.add(live(legAt(gap.from()).at(gap.from()).withPowerCut()));
        }
        if (gap.fate() == Fate.STORED) {
            List<Fix> stored =
                    fixes().stream().filter(fix -> gap.covers(fix.observedAt())).toList();
            for (int i = 0; i < stored.size(); i += MAX_STORED_PER_MESSAGE) {
                List<Fix> some = stored.subList(i, Math.min(stored.size(), i + MAX_STORED_PER_MESSAGE));
                sent.add(new Event.Transmission(gap.until(), truck, true, some));
            }
        }
        return sent;
    }

    private List<Fix> fixes() {
        List<Fix> fixes = new ArrayList<>();
        Duration moving = Duration.ofSeconds(40 + 5L * (truck.number() % 5));
        Instant end = legs.get(legs.size() - 1).until();
        Instant time = legs.get(0).from().plusSeconds(truck.number() % 60);
        while (time.isBefore(end)) {
            Leg leg = legAt(time);
            fixes.add(fault.apply(leg.at(time)));
            Instant next = time.plus(leg.reportInterval(moving, asleep));
            // switching the engine on wakes the terminal
            boolean wakes = leg instanceof Leg.Stay stay && !stay.engineOn() && next.isAfter(leg.until());
            time = wakes ? leg.until() : next;
        }
        return fixes;
    }

    private Leg legAt(Instant time) {
        for (Leg leg : legs) {
            if (time.isBefore(leg.until())) {
                return leg;
            }
        }
        return legs.get(legs.size() - 1);
    }
}
