package io.sanse.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Trucks that drive in straight lines and report: as fast as the platform answers, or at a fixed rate whether it answers or not. */
final class Fleet {
    private static final int WINDOW = 32;
    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
    private static final double SPEED_KMH = 36;
    private static final double STEP_DEG = 0.001;
    private static final int TURN_AFTER = 100;
    private static final int TICK_MS = 10;

    /** One truck on the road. */
    private static final class Driver {
        private final LoadTerminal terminal;
        private final double latitude;
        private Instant time;
        private int step;

        Driver(LoadVehicle vehicle, double latitude, Instant start) {
            this.terminal = new LoadTerminal(vehicle);
            this.latitude = latitude;
            this.time = start;
        }

        void report() {
            int along = step++ % (2 * TURN_AFTER);
            double longitude = 119.9 + STEP_DEG * (along < TURN_AFTER ? along : 2 * TURN_AFTER - along);
            terminal.send(longitude, latitude, SPEED_KMH, time);
            time = time.plus(REPORT_EVERY);
        }
    }

    private final Vertx vertx;
    private final List<Driver> drivers = new ArrayList<>();
    private final AtomicLong answered = new AtomicLong();
    private final Context context;

    /** Kept here: a client that nobody holds is closed with all its connections when memory is tidied up. */
    private final NetClient client;

    private boolean connected = true;
    private boolean flatOut;
    private int next;

    /** @param start event time of the first report; far enough back for the whole run */
    Fleet(Vertx vertx, List<LoadVehicle> vehicles, Instant start) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = vertx.createNetClient();
        for (LoadVehicle vehicle : vehicles) {
            drivers.add(new Driver(vehicle, 28.7 + 0.4 * drivers.size() / vehicles.size(), start));
        }
    }

    /** Completes when every truck is connected and known. */
    Future<Void> connect(SocketAddress platform) {
        return onContext(() -> {
            Future<Void> chain = Future.succeededFuture();
            for (Driver driver : drivers) {
                chain = chain.compose(
                        done -> driver.terminal.connect(client, platform, () -> answered(driver), this::lost));
            }
            return chain;
        });
    }

    private void answered(Driver driver) {
        answered.incrementAndGet();
        if (flatOut) {
            driver.report();
        }
    }

    /** Reports as fast as answers come; completes with how many were answered when the last answer is there. */
    Future<Long> flatOut(Duration length) {
        long before = answered.get();
        return onContext(() -> {
                    flatOut = true;
                    drivers.forEach(driver -> {
                        for (int i = 0; i < WINDOW; i++) {
                            driver.report();
                        }
                    });
                    Promise<Void> over = Promise.promise();
                    vertx.setTimer(length.toMillis(), timer -> {
                        flatOut = false;
                        over.complete();
                    });
                    return over.future().compose(done -> drained());
                })
                .map(done -> answered.get() - before);
    }

    /** Reports at a fixed rate; completes with how many were answered when the last answer is there. */
    Future<Long> paced(double perSecond, Duration length) {
        long before = answered.get();
        return onContext(() -> {
                    Promise<Void> over = Promise.promise();
                    long begin = System.nanoTime();
                    long all = Math.round(perSecond * length.toMillis() / 1e3);
                    AtomicLong sent = new AtomicLong();
                    vertx.setPeriodic(TICK_MS, timer -> {
                        long due = Math.min(all, (long) (perSecond * (System.nanoTime() - begin) / 1e9));
                        while (sent.get() < due) {
                            drivers.get(next++ % drivers.size()).report();
                            sent.incrementAndGet();
                        }
                        if (sent.get() == all && vertx.cancelTimer(timer)) {
                            over.complete();
                        }
                    });
                    return over.future().compose(done -> drained());
                })
                .map(done -> answered.get() - before);
    }

    private void lost() {
        connected = false;
    }

    /** Fails when a connection was lost: its answers will never come. */
    private Future<Void> drained() {
        Promise<Void> empty = Promise.promise();
        vertx.setPeriodic(TICK_MS, timer -> {
            boolean waiting = drivers.stream().anyMatch(driver -> driver.terminal.unanswered() > 0);
            if (!connected && vertx.cancelTimer(timer)) {
                empty.fail("the platform has closed a truck's connection");
            } else if (!waiting && vertx.cancelTimer(timer)) {
                empty.complete();
            }
        });
        return empty.future();
    }

    /** Answers that were not "done", over all trucks. */
    long refused() {
        return drivers.stream().mapToLong(driver -> driver.terminal.refused()).sum();
    }

    private Future<Void> onContext(java.util.function.Supplier<Future<Void>> work) {
        Promise<Void> promise = Promise.promise();
        context.runOnContext(begin -> work.get().onComplete(promise));
        return promise.future();
    }
}
