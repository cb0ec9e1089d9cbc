package io.sanse.ingest;

import static io.sanse.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.ingest.http.item.ItemResult;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker goes away under load and comes back. */
class BrokerStopIT {
    private static final Instant NOW = Instant.parse(RunningIngest.NOW);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SENDERS = 4;
    private static final int BATCH = 50;

    @TempDir
    Path directory;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();

    @Test
    void refusedWithoutABrokerAndNothingAcknowledgedIsLost() {
        Infrastructure infrastructure = new Infrastructure(directory);
        RunningIngest ingest = new RunningIngest(infrastructure.settings());
        List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> send(ingest.uploader("integrator"))))
                .toList();
        eventually(LIMIT, acknowledged::size, size -> size > 20 * BATCH);
        infrastructure.stopBroker();
        eventually(LIMIT, refused::size, size -> size >= SENDERS);
        int before = acknowledged.size();
        infrastructure.startBroker();
        eventually(LIMIT, acknowledged::size, size -> size > before + 20 * BATCH);
        stopping.set(true);
        CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).join();
        Set<String> kept = ObservationTopic.copies(infrastructure.settings()).stream()
                .map(copy -> copy.observation().id().toString())
                .collect(Collectors.toSet());
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(kept);
        assertEquals(Set.of(), lost);
        ingest.close();
        infrastructure.close();
    }

    private void send(Uploader uploader) {
        while (!stopping.get()) {
            int start = batches.getAndIncrement() * BATCH;
            List<String> items = IntStream.range(start, start + BATCH)
                    .mapToObj(i -> Items.manifest(NOW.minusMillis(i), "m-" + i, "浙GA0001"))
                    .toList();
            HttpResponse<String> response = uploader.post(Uploader.batch(items));
            if (response.statusCode() == 202) {
                Uploader.result(response).results().stream().map(ItemResult::id).forEach(acknowledged::add);
            } else {
                assertEquals(503, response.statusCode(), response.body());
                assertTrue(response.headers().firstValue("retry-after").isPresent());
                refused.add(items.get(0));
            }
        }
    }
}
