package io.sanse.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RegistryBarrierTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong intake = new AtomicLong(7);
    private final AtomicLong models = new AtomicLong();
    private final RegistryBarrier barrier = new RegistryBarrier(meters);

    @BeforeEach
    void measure() {
        meters.gauge("sanse_registry_changes", Tags.of("reader", "ingest-service"), intake);
        meters.gauge("sanse_registry_changes", Tags.of("reader", "model-service"), models);
    }

    @Test
    void itOpensWhenTheModelsKnowWhatTheIntakeKnows() throws Exception {
        models.set(6);
        CompletableFuture<Void> passed = passing();
        assertThrows(TimeoutException.class, () -> passed.get(200, TimeUnit.MILLISECONDS));
        assertFalse(passed.isDone());
        models.set(7);
        passed.get();
    }

    @Test
    void itIsOpenForWhomNothingIsNew() throws InterruptedException {
        models.set(7);
        barrier.await();
        assertEquals(7, models.get());
    }

    @Test
    void itLetsGoOfWhoIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, barrier::await);
    }

    private CompletableFuture<Void> passing() {
        return CompletableFuture.runAsync(() -> {
            try {
                barrier.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }
}
