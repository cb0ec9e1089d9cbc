package io.sanse.model.cases;

import io.sanse.contract.observation.Observation;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What arrives in a case, for those who want to play it otherwise. */
public final class CaseArrivals implements CaseListener {
    private final List<Arrival> arrivals = new ArrayList<>();

    private CaseArrivals() {}

    /** In the case's order, the progress of feeds included. */
    public static List<Arrival> of(ModelCase one) {
        CaseArrivals arrivals = new CaseArrivals();
        CasePlayer.play(one, arrivals);
        return arrivals.arrivals;
    }

    /** The registry in a case. */
    public static World world(ModelCase one) {
        return one.setting().world().world();
    }

    @Override
    public void arrived(List<Observation> observations, Instant now) {
        arrivals.add(new Arrival(now, List.copyOf(observations)));
    }

    /** Whoever plays it chooses when to restart. */
    @Override
    public void restart() {}
}
