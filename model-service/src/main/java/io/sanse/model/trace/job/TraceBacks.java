package io.sanse.model.trace.job;

import io.sanse.contract.trace.TraceBackService;
import io.sanse.deadletter.DeadLetters;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.trace.store.TrackKeeping;
import io.sanse.model.trace.store.TrackSearch;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;

/** Keeps tracks and answers trace-backs as long as the service runs. */
public final class TraceBacks {
    private TraceBacks() {}

    /** Completes when questions are answered. The topics must exist. */
    public static Future<Void> start(
            ServiceContext context,
            Database database,
            DeadLetters letters,
            Parameters parameters,
            RegistryTable registry) {
        TraceBackSettings settings = TraceBackSettings.from(context.settings());
        TrackKeeping keeping = TrackKeeping.start(context, database);
        TraceBackParts parts =
                new TraceBackParts(context.vertx(), keeping, new TrackSearch(database), registry, parameters);
        new TraceBackRunner(context, database, parts, settings).start(context);
        return DumpingWatch.start(context, database, letters, parameters)
                .compose(watching -> answer(
                        context,
                        new TraceBackEndpoint(
                                database, context.clock(), new Questions(settings, registry), settings.waiting())));
    }

    private static Future<Void> answer(ServiceContext context, TraceBackEndpoint endpoint) {
        ServiceBinder binder = new ServiceBinder(context.vertx()).setAddress(TraceBackService.ADDRESS);
        MessageConsumer<JsonObject> consumer = binder.register(TraceBackService.class, endpoint);
        context.lifecycle().onStop("trace-back questions", consumer::unregister);
        return consumer.completion();
    }
}
