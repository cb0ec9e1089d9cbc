package io.sanse.runtime.health;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Checks of one process. */
public final class Health {
    private static final long CHECK_LIMIT_MS = 2_000;

    /**
     * Answer to one question.
     *
     * @param up yes or no
     * @param json {@code {"status":"up"|"down","checks":{name: "up" | reason}}}
     */
    public record Report(boolean up, JsonObject json) {}

    private final Map<String, Supplier<Future<?>>> readiness = new ConcurrentSkipListMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicReference<String> fatal = new AtomicReference<>();

    /** Adds a readiness check: a failed or slow (2 s) future means not ready, its message is the reason. */
    public void ready(String name, Supplier<Future<?>> check) {
        readiness.put(name, check);
    }

    /** Everything that belongs to the start has happened. */
    public void markStarted() {
        started.set(true);
    }

    /** Something that cannot heal in this process happened: it should be restarted. */
    public void markDead(String reason) {
        fatal.compareAndSet(null, reason);
    }

    public Report started() {
        return report(Map.of("start", started.get() ? "up" : "starting"));
    }

    public Report live() {
        return report(Map.of("process", fatal.get() == null ? "up" : fatal.get()));
    }

    /** Never fails. */
    public Future<Report> ready() {
        Map<String, String> results = new ConcurrentSkipListMap<>();
        results.put("start", started.get() ? "up" : "starting");
        List<Future<?>> running = new ArrayList<>();
        readiness.forEach((name, check) -> running.add(check.get()
                .timeout(CHECK_LIMIT_MS, TimeUnit.MILLISECONDS)
                .onSuccess(done -> results.put(name, "up"))
                .onFailure(failure -> results.put(name, String.valueOf(failure.getMessage())))));
        return Future.join(running).transform(joined -> Future.succeededFuture(report(results)));
    }

    private static Report report(Map<String, String> checks) {
        boolean up = checks.values().stream().allMatch("up"::equals);
        return new Report(
                up,
                new JsonObject().put("status", up ? "up" : "down").put("checks", new JsonObject(Map.copyOf(checks))));
    }
}
