package io.sanse.model.trace.store;

import io.sanse.model.trace.domain.Sight;
import io.sanse.model.trace.domain.TrackHour;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes stored observations of vehicles into the track store: every few minutes, and when a trace-back asks. What is taken and how far it has come are one transaction;
 * a lock in it lets one node do it at a time.
 */
public final class TrackKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(TrackKeeping.class);
    private static final Duration CLEANING = Duration.ofHours(1);

    private final Vertx vertx;
    private final InstantSource clock;
    private final Database database;
    private final TrackDays days = new TrackDays();
    private final SealingStore sealing = new SealingStore();
    private final TrackStore tracks = new TrackStore();
    private final GapStore gaps = new GapStore();
    private final WordStore words = new WordStore();

    private TrackKeeping(ServiceContext context, Database database) {
        this.vertx = context.vertx();
        this.clock = context.clock();
        this.database = database;
    }

    /** Keeps the track store up to date as long as the service runs. */
    public static TrackKeeping start(ServiceContext context, Database database) {
        TrackSettings settings = TrackSettings.from(context.settings());
        TrackKeeping keeping = new TrackKeeping(context, database);
        long taking = context.vertx().setPeriodic(settings.every().toMillis(), tick -> keeping.takeQuietly());
        long forgetting =
                context.vertx().setPeriodic(CLEANING.toMillis(), tick -> keeping.forgetQuietly(settings.keep()));
        context.lifecycle().onStop("track store", () -> {
            context.vertx().cancelTimer(taking);
            context.vertx().cancelTimer(forgetting);
            return Future.succeededFuture();
        });
        return keeping;
    }

    private void takeQuietly() {
        take().onFailure(failure -> LOG.warn("tracks are kept later: {}", failure.toString()));
    }

    /**
     * Takes everything that is stored by now.
     *
     * @return completes with a time: everything that was stored before it is in the track store; fails with {@link io.sanse.runtime.failure.Unavailable}
     */
    public Future<Instant> take() {
        Instant now = clock.instant();
        return database.transaction(this::takeSome).compose(last -> last ? Future.succeededFuture(now) : take());
    }

    private Future<Boolean> takeSome(SqlConnection connection) {
        return sealing.next(connection)
                .compose(slice -> (slice.empty() ? Future.<Void>succeededFuture() : take(connection, slice))
                        .compose(taken -> sealing.advance(connection, slice))
                        .map(slice.last()));
    }

    private Future<Void> take(SqlConnection connection, SealingStore.Slice slice) {
        return sealing.frames(connection, slice)
                .compose(frames -> vertx.executeBlocking(() -> Arriving.of(frames), false))
                .compose(arriving -> write(connection, arriving));
    }

    private Future<Void> write(SqlConnection connection, Arriving arriving) {
        return words.write(connection, arriving.words(), arriving.papers())
                .compose(written ->
                        arriving.sights().isEmpty() ? Future.succeededFuture() : writeSights(connection, arriving));
    }

    private Future<Void> writeSights(SqlConnection connection, Arriving arriving) {
        TreeSet<Integer> come = new TreeSet<>();
        arriving.hours().forEach(hour -> come.add(TrackDays.day(hour.hour())));
        return days.touch(connection, come, clock.instant())
                .compose(touched -> tracks.withNeighbours(connection, arriving.hours()))
                .compose(known -> vertx.executeBlocking(() -> merge(known, arriving), false))
                .compose(hours -> tracks.write(connection, hours).compose(written -> gaps.write(connection, hours)));
    }

    private static List<TrackStore.Written> merge(List<StoredPart> known, Arriving arriving) {
        Map<String, Map<Integer, List<Sight>>> byVehicle = new HashMap<>();
        known.forEach(part -> byVehicle
                .computeIfAbsent(part.vehicle(), none -> new HashMap<>())
                .computeIfAbsent(part.hour(), none -> new ArrayList<>())
                .addAll(part.own()));
        List<TrackStore.Written> written = new ArrayList<>();
        arriving.sights().forEach((vehicle, come) -> {
            for (TrackHour hour : TrackHour.merge(byVehicle.getOrDefault(vehicle, Map.of()), come)) {
                written.add(new TrackStore.Written(vehicle, hour));
            }
        });
        return written;
    }

    private void forgetQuietly(Duration keep) {
        forget(clock.instant().minus(keep))
                .onSuccess(dropped -> LOG.debug("forgot {} days of tracks", dropped))
                .onFailure(failure -> LOG.warn("tracks are forgotten later: {}", failure.toString()));
    }

    /** Forgets the days for which nothing has come since. */
    Future<Integer> forget(Instant untouchedSince) {
        int hour = Arriving.hour(untouchedSince.toEpochMilli());
        return database.transaction(connection -> days.forget(connection, untouchedSince))
                .compose(dropped -> database.transaction(connection -> gaps.forgetBefore(connection, untouchedSince)
                                .compose(forgotten -> words.forgetBefore(connection, hour)))
                        .map(dropped));
    }
}
