package io.sanse.model.backtest;

import io.sanse.contract.observation.Progress;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Plays a history through contenders side by side. Its progress may be read by other threads. */
public final class Backtest implements History.Listener {
    private final RegistryCourse registry;
    private final List<Contender> contenders;
    private final BooleanSupplier enough;
    private RegistryCourse.Walk walk;
    private Instant first;
    private Instant last;
    private long observations;
    private volatile double progress;

    /** @param enough asked at each arrival, and for each subject within it, whether to end early */
    public Backtest(RegistryCourse registry, List<Contender> contenders, BooleanSupplier enough) {
        this.registry = registry;
        this.contenders = List.copyOf(contenders);
        this.enough = enough;
    }

    @Override
    public void begin() {
        walk = registry.begin();
        contenders.forEach(contender -> contender.begin(enough));
    }

    @Override
    public boolean arrived(Arrival arrival, double share) {
        World world = walk.at(arrival.at());
        contenders.forEach(contender -> contender.hear(arrival.observations(), world));
        first = first == null || arrival.at().isBefore(first) ? arrival.at() : first;
        last = last == null || arrival.at().isAfter(last) ? arrival.at() : last;
        observations += arrival.observations().stream()
                .filter(observation -> !(observation.payload() instanceof Progress))
                .count();
        progress = share;
        return !enough.getAsBoolean();
    }

    /** Share that has been played, 0–1. */
    public double progress() {
        return progress;
    }

    /** When the first arrival was, or null. */
    Instant first() {
        return first;
    }

    /** When the last arrival was, or null. */
    Instant last() {
        return last;
    }

    long observations() {
        return observations;
    }
}
