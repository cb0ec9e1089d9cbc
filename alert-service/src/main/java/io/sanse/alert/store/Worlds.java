package io.sanse.alert.store;

import io.sanse.alert.domain.World;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Clock;
import io.sanse.alert.routing.RoutingTable;
import io.sanse.alert.routing.TableRouter;
import io.sanse.contract.registry.Details;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Brings together what a decision may know of the world. */
public final class Worlds {
    private final InstantSource clock;
    private final RoutingTable table;
    private final RegistryStore registry;
    private final Outages outages = new Outages();

    public Worlds(InstantSource clock, RoutingTable table, RegistryStore registry) {
        this.clock = clock;
        this.table = table;
        this.registry = registry;
    }

    /** The present, no finer than the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The world as this transaction sees it.
     *
     * @param source code of the enterprise that decisions may ask for, or null
     * @param alert whose clocks may have run out, or null
     */
    Future<World> of(SqlClient transaction, String source, AlertCase alert) {
        Instant now = now();
        return registry.directory(transaction)
                .compose(directory -> registry.enterprise(transaction, source).map(found -> {
                    Map<String, Details.Enterprise> known =
                            found.map(firm -> Map.of(source, firm)).orElseGet(Map::of);
                    return new TableRouter(table, directory, known);
                }))
                .compose(router -> outages(transaction, alert, now).map(down -> new World(now, router, down)));
    }

    /** Only a missed deadline asks for them. */
    private Future<List<World.Outage>> outages(SqlClient transaction, AlertCase alert, Instant now) {
        boolean due = alert != null
                && alert.clocks().stream()
                        .anyMatch(running ->
                                running.nextAt() != null && !running.nextAt().isAfter(now));
        if (!due) {
            return Future.succeededFuture(List.of());
        }
        Instant oldest = alert.clocks().stream()
                .filter(Clock::running)
                .map(Clock::startedAt)
                .min(Instant::compareTo)
                .orElse(now);
        return outages.since(transaction, oldest);
    }
}
