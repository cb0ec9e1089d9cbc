package io.sanse.model.tracks;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.service.ObservationPage;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.contract.service.Track;
import io.sanse.contract.service.TrackQuery;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads stored observations for {@code ModelService}. Futures fail with a {@link io.vertx.serviceproxy.ServiceException} of {@link ServiceError#FORBIDDEN} or
 * {@link ServiceError#REJECTED}, or with {@link io.sanse.runtime.failure.Unavailable}.
 */
public final class ObservationStore {
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);
    private static final Duration LONGEST_TRACK = Duration.ofDays(7);
    private static final int MAX_PAGE = 1_000;
    private static final int MAX_POINTS = 50_000;

    private final Vertx vertx;
    private final Database database;
    private final SegmentStore store = new SegmentStore();

    public ObservationStore(ServiceContext context, Database database) {
        this.vertx = context.vertx();
        this.database = database;
    }

    /** One page, oldest first; a span has at most 31 days. */
    public Future<ObservationPage> observations(ObservationQuery query) {
        return Future.succeededFuture().compose(start -> {
            require(query.caller());
            requireSpan(query.from(), query.until(), LONGEST_SPAN);
            requireThat(query.limit() >= 1 && query.limit() <= MAX_PAGE, "limit must be 1 to " + MAX_PAGE);
            return fill(PageReading.of(query, cursor(query)));
        });
    }

    private static ObservationCursor cursor(ObservationQuery query) {
        try {
            return query.after() == null
                    ? ObservationCursor.before(query.from())
                    : ObservationCursor.parse(query.after());
        } catch (IllegalArgumentException malformed) {
            throw ServiceError.REJECTED.exception(malformed.getMessage());
        }
    }

    /** Reads on, some whole hours at a time, until the page is full or the span ends. */
    private Future<ObservationPage> fill(PageReading reading) {
        return reading.ended()
                ? Future.succeededFuture(reading.page())
                : database.transaction(connection -> next(connection, reading))
                        .compose(chunk -> vertx.executeBlocking(() -> reading.plus(chunk), false))
                        .compose(this::fill);
    }

    private Future<PageReading.Chunk> next(SqlConnection connection, PageReading reading) {
        ObservationQuery query = reading.query();
        return store.lastHourOfFirst(connection, query.subject(), reading.hours(), query.limit() + 1)
                .compose(last -> last == null
                        ? Future.succeededFuture(new PageReading.Chunk(reading.hours(), List.of()))
                        : chunk(
                                connection,
                                query.subject(),
                                new Hours(reading.hours().first(), last)));
    }

    private Future<PageReading.Chunk> chunk(SqlConnection connection, Subject subject, Hours hours) {
        return store.packed(connection, subject, hours).map(frames -> new PageReading.Chunk(hours, frames));
    }

    /** The track of a vehicle; a span has at most 7 days and 50,000 positions. */
    public Future<Track> track(TrackQuery query) {
        return Future.succeededFuture().compose(start -> {
            require(query.caller());
            requireThat(query.subject().type() == SubjectType.VEHICLE, "only vehicles have tracks");
            requireSpan(query.from(), query.until(), LONGEST_TRACK);
            return frames(query, Hours.of(query.from(), query.until()))
                    .compose(frames -> vertx.executeBlocking(() -> track(query, frames), false));
        });
    }

    private Future<List<byte[]>> frames(TrackQuery query, Hours hours) {
        return database.transaction(
                connection -> store.count(connection, query.subject(), hours).compose(count -> {
                    requireThat(count <= MAX_POINTS, "more than " + MAX_POINTS + " positions: ask for a shorter span");
                    return store.packed(connection, query.subject(), hours);
                }));
    }

    private static Track track(TrackQuery query, List<byte[]> frames) {
        return TrackCutting.cut(query.subject(), Unpacking.between(frames, query.from(), query.until()));
    }

    private static void require(Caller caller) {
        boolean staff = Stream.of(Role.OPERATOR, Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER, Role.AUDITOR, Role.ADMIN)
                .anyMatch(caller::has);
        if (!staff) {
            throw ServiceError.FORBIDDEN.exception("Your role may not see this");
        }
    }

    private static void requireSpan(Instant from, Instant until, Duration longest) {
        requireThat(from.isBefore(until), "from must be before until");
        requireThat(!from.plus(longest).isBefore(until), "a span has at most " + longest.toDays() + " days");
    }

    private static void requireThat(boolean holds, String otherwise) {
        if (!holds) {
            throw ServiceError.REJECTED.exception(otherwise);
        }
    }
}
