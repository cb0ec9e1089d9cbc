package io.sanse.alert.exchange;

import io.sanse.alert.command.CommandDesk;
import io.sanse.contract.service.ExchangeService;
import io.sanse.deadletter.DeadLetters;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.serviceproxy.ServiceBinder;

/** Starts the exchange with the province. */
public final class Exchange {
    private Exchange() {}

    /** Completes when the province's questions are answered; sharing, pushing and pulling go on from then. */
    public static Future<Void> start(
            ServiceContext context, Database database, CommandDesk desk, DeadLetters deadLetters) {
        ExchangeSettings settings = ExchangeSettings.from(context.settings());
        ExchangeStore store = new ExchangeStore();
        ExchangeInbox inbox = new ExchangeInbox(database, desk, deadLetters, context.clock());
        ServiceBinder binder = new ServiceBinder(context.vertx()).setAddress(ExchangeService.ADDRESS);
        var consumer = binder.register(
                ExchangeService.class, new ExchangeEndpoint(database, store, inbox, settings.source()));
        context.lifecycle().onStop("exchange service", consumer::unregister);
        new ProvinceLink(context, settings, database, store, inbox).start();
        return consumer.completion();
    }
}
