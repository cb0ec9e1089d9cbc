package io.sanse.model.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.StateList;
import io.sanse.contract.service.StateList.StateSize;
import io.sanse.contract.service.StateQuery;
import io.sanse.model.watch.StateSizes.Measurement;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.Turns;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Keeps what this node has measured, shows it in meters, and answers for all nodes. */
public final class StateDesk {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Database database;
    private final StateSizes sizes;
    private final StateStore store = new StateStore();
    private final MultiGauge subjects;
    private final MultiGauge bytes;
    private final MultiGauge largest;

    private StateDesk(ServiceContext context, Database database, StateSizes sizes) {
        this.database = database;
        this.sizes = sizes;
        this.subjects = gauge(context.metrics(), "sanse_state_subjects", "subjects of which the models hold anything");
        this.bytes = gauge(context.metrics(), "sanse_state_bytes", "what they hold of them");
        this.largest = gauge(context.metrics(), "sanse_state_largest_bytes", "what they hold of the largest subject");
    }

    /** Registers its stop. */
    public static StateDesk open(ServiceContext context, Database database, StateSizes sizes) {
        StateDesk desk = new StateDesk(context, database, sizes);
        Turns turns = new Turns(context.vertx(), "sizes of state", desk::keep);
        context.lifecycle().onStop("sizes of state", turns::stop);
        turns.wake();
        return desk;
    }

    private static MultiGauge gauge(MeterRegistry metrics, String name, String description) {
        return MultiGauge.builder(name).description(description).register(metrics);
    }

    private Future<Duration> keep() {
        Map<Integer, Measurement> present = sizes.partitions();
        show(present.values().stream().flatMap(one -> one.sizes().stream()).toList());
        return database.transaction(connection -> keep(connection, present)).map(PAUSE);
    }

    private Future<Void> keep(SqlConnection connection, Map<Integer, Measurement> present) {
        Future<Void> chain = Future.succeededFuture();
        for (Map.Entry<Integer, Measurement> one : present.entrySet()) {
            chain = chain.compose(before -> store.put(connection, one.getKey(), one.getValue()));
        }
        return chain;
    }

    /** {@code sanse_state_subjects{kind}}, {@code sanse_state_bytes{kind}}, {@code sanse_state_largest_bytes{kind}}: of this node. */
    private void show(List<StateSize> present) {
        StateTally tally = new StateTally();
        present.forEach(tally::add);
        List<StateSize> all = tally.sizes();
        subjects.register(rows(all, StateSize::subjects), true);
        bytes.register(rows(all, StateSize::bytes), true);
        largest.register(rows(all, StateSize::largestBytes), true);
    }

    private static List<Row<?>> rows(List<StateSize> all, ToLongFunction<StateSize> value) {
        return all.stream()
                .<Row<?>>map(size -> Row.of(Tags.of("kind", size.kind().text()), value.applyAsLong(size)))
                .toList();
    }

    /** Of all nodes. Fails with FORBIDDEN. */
    public Future<StateList> state(StateQuery query) {
        if (!Watchers.may(query.caller())) {
            return Future.failedFuture(ServiceError.FORBIDDEN.exception("Your role may not do this"));
        }
        boolean everywhere = query.caller().sees(null);
        return database.ask(client -> store.total(client)).map(total -> everywhere ? total : unnamed(total));
    }

    private static StateList unnamed(StateList total) {
        return new StateList(
                total.items().stream()
                        .map(size ->
                                new StateSize(size.kind(), size.subjects(), size.bytes(), null, size.largestBytes()))
                        .toList(),
                total.measuredAt());
    }
}
