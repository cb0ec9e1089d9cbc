package io.sanse.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets nothing happen in a city before the models know it: they must judge by as many changes of the registry as the intake has made known. */
final class RegistryBarrier {
    private static final String CHANGES = "sanse_registry_changes";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(20);

    private final MeterRegistry meters;

    RegistryBarrier(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Returns when the models know what the intake knew at the call.
     *
     * @throws CannotRunException when they do not in time
     */
    void await() throws InterruptedException {
        double wanted = changesOf("ingest-service");
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (changesOf("model-service") < wanted) {
            if (System.nanoTime() - deadline > 0) {
                throw new CannotRunException("the models do not know the city within " + LIMIT.toSeconds()
                        + " s of its registration; see the log");
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private double changesOf(String reader) {
        return meters.get(CHANGES).tag("reader", reader).gauge().value();
    }
}
