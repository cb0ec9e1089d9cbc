package io.sanse.alert;

import io.sanse.alert.clock.ClockKeeper;
import io.sanse.alert.clock.Heartbeat;
import io.sanse.alert.command.CommandDesk;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Step;
import io.sanse.alert.exchange.Exchange;
import io.sanse.alert.intake.DetectionIntake;
import io.sanse.alert.intake.DispatchAgain;
import io.sanse.alert.intake.RegistryChange;
import io.sanse.alert.intake.RegistryIntake;
import io.sanse.alert.policy.Policies;
import io.sanse.alert.relay.EventRelay;
import io.sanse.alert.store.Registrar;
import io.sanse.alert.store.RegistryStore;
import io.sanse.alert.store.Worlds;
import io.sanse.contract.Topics;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.service.AlertService;
import io.sanse.deadletter.DeadLetters;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.Turns;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.ConsumerLoop;
import io.sanse.runtime.kafka.Consumption;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The parts of the service, put together; each start step registers how it is stopped. */
final class AlertWork {
    private final ServiceContext context;
    private final Database database;
    private final AlertMetrics metrics;
    private final RegistryStore registry = new RegistryStore();
    private final Worlds worlds;
    private final Registrar registrar;
    private final RecordPublisher publisher;
    private final List<Turns> wakeful = new CopyOnWriteArrayList<>();

    AlertWork(ServiceContext context, Database database, Policies policies) {
        this.context = context;
        this.database = database;
        this.metrics = new AlertMetrics(context.metrics(), context.clock());
        this.worlds = new Worlds(context.clock(), policies.routing(), registry);
        this.registrar = new Registrar(policies.rules(), worlds, UUID::randomUUID, this::committed);
        this.publisher = RecordPublisher.open(context, "alert-service");
    }

    private void committed(AlertCase after, List<Step> steps) {
        metrics.written(steps);
        wakeful.forEach(Turns::wake);
    }

    /** The first beat comes before anything is decided: it says since when nobody was there. */
    Future<Void> heartbeat() {
        Duration interval = AlertSettings.from(context.settings()).heartbeat();
        Heartbeat heartbeat = new Heartbeat(database, worlds, interval);
        return heartbeat
                .turn()
                .onSuccess(beaten -> turns("heartbeat", heartbeat::turn))
                .mapEmpty();
    }

    Future<Void> registry() {
        DispatchAgain again = new DispatchAgain(database, registrar);
        Turns turns = turns("dispatch again", again::turn);
        return ConsumerLoop.start(
                context,
                database,
                "alert-registry",
                Topics.REGISTRY.name(),
                new Consumption<>(RegistryChange::decode, new RegistryIntake(registry, turns::wake), poison()));
    }

    Future<Void> detections() {
        return ConsumerLoop.start(
                context,
                database,
                "alert-detections",
                Topics.DETECTIONS.name(),
                new Consumption<>(
                        (key, value) -> Json.parse(value, Detection.class),
                        new DetectionIntake(registrar, metrics),
                        poison()));
    }

    private DeadLetters poison() {
        return new DeadLetters(context, "alert-service", publisher);
    }

    Future<Void> clocks() {
        wakeful.add(turns("clocks", new ClockKeeper(database, registrar, worlds)::turn));
        return Future.succeededFuture();
    }

    Future<Void> relay() {
        EventRelay relay = new EventRelay(context.vertx(), database, publisher);
        context.lifecycle().onStop("relay lock", relay::stop);
        wakeful.add(turns("relay", relay::turn));
        return Future.succeededFuture();
    }

    Future<Void> exchange() {
        Exchange exchange =
                new Exchange(context, database, new CommandDesk(database, registrar, worlds), poison()::publish);
        wakeful.add(turns("exchange share", exchange::share));
        if (exchange.hasProvince()) {
            turns("exchange pull", exchange::pull);
        }
        return exchange.serve();
    }

    Future<Void> endpoint() {
        AlertEndpoint endpoint =
                new AlertEndpoint(database, new CommandDesk(database, registrar, worlds), context.clock());
        MessageConsumer<JsonObject> bound = new ServiceBinder(context.vertx())
                .setAddress(AlertService.ADDRESS)
                .register(AlertService.class, endpoint);
        context.lifecycle().onStop("alert endpoint", bound::unregister);
        return bound.completion();
    }

    private Turns turns(String name, Supplier<Future<Duration>> turn) {
        Turns turns = new Turns(context.vertx(), name, turn);
        context.lifecycle().onStop(name, turns::stop);
        turns.wake();
        return turns;
    }
}
