package io.sanse.model.route;

import io.micrometer.core.instrument.MeterRegistry;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Topics;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.world.World;
import io.sanse.model.route.domain.ClosedTrip;
import io.sanse.model.route.domain.LearningRules;
import io.sanse.model.route.domain.Lesson;
import io.sanse.model.route.domain.Pair;
import io.sanse.model.route.domain.TripReading;
import io.sanse.model.route.domain.Ways;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.Turns;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Learns routes from the closed trips of one settled day after the other. One node at a time holds the lease; a day that is learnt twice, because its node died, gives the same. No
 * transaction lasts longer than a question: others wait for the oldest one.
 */
public final class RouteLearning {
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final Vertx vertx;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Database database;
    private final RecordPublisher records;
    private final Supplier<World> registry;
    private final Parameters parameters;
    private final LearningRules rules;
    private final TripStore trips = new TripStore();
    private final LearntRouteStore routes = new LearntRouteStore();

    /**
     * Not running yet.
     *
     * @param registry as it is now
     * @param parameters of {@code library/route-learning.yaml}
     */
    public RouteLearning(ServiceContext context, Database database, Supplier<World> registry, Parameters parameters) {
        this.vertx = context.vertx();
        this.clock = context.clock();
        this.metrics = context.metrics();
        this.database = database;
        this.records = RecordPublisher.open(context, "model-routes");
        this.registry = registry;
        this.parameters = parameters;
        this.rules = LearningRules.of(parameters);
    }

    /** Learns as long as the service runs. */
    public void start(ServiceContext context) {
        Duration every = RouteSettings.from(context.settings()).every();
        Turns turns = new Turns(vertx, "learning of routes", () -> learn().map(more -> more ? Duration.ZERO : every));
        context.lifecycle().onStop("learning of routes", turns::stop);
        turns.wake();
    }

    /**
     * Learns from the next settled day, if there is one and no other node does.
     *
     * @return whether there may be more to learn; fails with {@link io.sanse.runtime.failure.Unavailable}
     */
    Future<Boolean> learn() {
        Instant now = clock.instant();
        return trips.claim(database.pool(), now, LEASE)
                .compose(claim -> claim == null ? Future.succeededFuture(false) : learn(claim, now));
    }

    private Future<Boolean> learn(TripStore.Claim claim, Instant now) {
        Future<Instant> from = claim.learntUntil() == null
                ? trips.firstPaper(database.pool())
                : Future.succeededFuture(claim.learntUntil());
        return from.compose(first -> {
            Instant settled = now.minus(parameters.duration("settled"));
            Span day = first == null ? null : Span.next(first, settled);
            return day == null
                    ? publish()
                            .compose(published -> trips.release(database.pool(), null))
                            .map(false)
                    : learn(day)
                            .compose(learnt -> publish())
                            .compose(published -> forget(day))
                            .compose(forgotten -> trips.release(database.pool(), day.until()))
                            .map(true);
        });
    }

    private Future<Void> forget(Span day) {
        return trips.forgetBefore(database.pool(), day.until().minus(parameters.duration("memory")));
    }

    private Future<Void> learn(Span day) {
        return vertx.executeBlocking(registry::get, false).compose(world -> learn(day, world));
    }

    private Future<Void> learn(Span day, World world) {
        return trips.vehicles(database.pool(), day)
                .compose(vehicles -> each(vehicles, vehicle -> read(vehicle, day, world)))
                .compose(read -> trips.pairs(database.pool(), day))
                .compose(pairs -> each(pairs, pair -> learn(pair, day.until(), world)));
    }

    /** What a vehicle's trips of a day teach. */
    private Future<Void> read(String vehicle, Span day, World world) {
        Span whole = new Span(day.from().minusMillis(rules.longestMs()), day.until());
        return trips.kept(database.pool(), vehicle, whole)
                .compose(frames -> vertx.executeBlocking(() -> lessons(frames, day, world), false))
                .compose(lessons -> trips.add(database.pool(), taught(lessons)));
    }

    private List<Lesson> lessons(List<byte[]> frames, Span day, World world) {
        return new TripReading(world, rules, TripStore.unpack(frames)).received(day.from(), day.until());
    }

    private List<ClosedTrip> taught(List<Lesson> lessons) {
        lessons.forEach(lesson -> metrics.counter(
                        "sanse_route_trips_total", "result", lesson.reason().text())
                .increment());
        return lessons.stream().map(Lesson::trip).filter(Objects::nonNull).toList();
    }

    /** Learns the ways of a pair for which none is declared. */
    private Future<Void> learn(Pair pair, Instant until, World world) {
        boolean declared =
                world.routes(pair.generator(), pair.receiver()).stream().anyMatch(route -> !route.learnt());
        if (declared || world.enterprise(pair.generator()) == null) {
            return Future.succeededFuture();
        }
        Span memory = new Span(until.minus(parameters.duration("memory")), until);
        return trips.trips(database.pool(), pair, memory, parameters.count("newest"))
                .compose(closed -> routes.of(database.pool(), pair)
                        .compose(known -> vertx.executeBlocking(() -> ways(closed, known), false)))
                .compose(ways -> each(
                        ways.entrySet(),
                        way -> routes.put(
                                database.pool(), way.getKey(), route(pair, way.getValue(), world), clock.instant())));
    }

    private SortedMap<Integer, List<GeoPoint>> ways(List<ClosedTrip> closed, Map<Integer, Details.Route> known) {
        Map<Integer, List<GeoPoint>> paths = new TreeMap<>();
        known.forEach((number, route) -> paths.put(number, route.path()));
        return new Ways(rules).learn(closed, paths);
    }

    private static Details.Route route(Pair pair, List<GeoPoint> path, World world) {
        LocalizedText from = Labels.enterprise(world, pair.generator());
        LocalizedText to = Labels.enterprise(world, pair.receiver());
        return new Details.Route(
                new LocalizedText(
                        from.zh() + "至" + to.zh() + "习惯路线", "Usual route from " + from.en() + " to " + to.en()),
                pair.generator(),
                pair.receiver(),
                world.enterprise(pair.generator()).details().division(),
                path,
                true);
    }

    /** Those left from before included. */
    private Future<Void> publish() {
        return database.transaction(
                connection -> routes.lockUnpublished(connection).compose(entries -> publish(connection, entries)));
    }

    private Future<Void> publish(SqlConnection connection, List<RegistryEntry> entries) {
        return each(entries, entry -> records.publish(Topics.REGISTRY.name(), entry.key(), Json.bytes(entry)))
                .compose(published -> routes.markPublished(connection));
    }

    /** One after the other. */
    private static <T> Future<Void> each(Collection<T> all, Function<T, Future<Void>> work) {
        Future<Void> chain = Future.succeededFuture();
        for (T one : all) {
            chain = chain.compose(done -> work.apply(one));
        }
        return chain;
    }
}
