package io.sanse.ingest.publish;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was not told to all to whom a vehicle is tied, and says once of each vehicle that the registry ties it to too many. */
public final class UntoldTies implements Consumer<String> {
    private static final Logger LOG = LoggerFactory.getLogger(UntoldTies.class);

    private final Counter untold;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public UntoldTies(MeterRegistry metrics) {
        this.untold = metrics.counter("sanse_ties_untold_total");
    }

    @Override
    public void accept(String plate) {
        untold.increment();
        if (known.add(plate)) {
            LOG.warn("{} is tied to more than {}: the others are not told of it", plate, TiedSubjects.MOST_TIES);
        }
    }
}
