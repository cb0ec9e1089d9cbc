package io.sanse.alert.exchange;

import io.sanse.alert.command.CommandDesk;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.service.ExchangeService;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import java.time.Duration;
import java.util.function.Function;

/** The exchange with the province, put together. */
public final class Exchange {
    private static final Duration SHARE_EVERY = Duration.ofSeconds(1);

    private final ServiceContext context;
    private final ExchangeSettings settings;
    private final ProvinceLink link;
    private final Sharing sharing;
    private final ExchangeEndpoint endpoint;

    /** @param deadLetters keeps what cannot be read of the province's events */
    public Exchange(
            ServiceContext context,
            Database database,
            CommandDesk desk,
            Function<DeadLetter, Future<Void>> deadLetters) {
        ExchangeStore store = new ExchangeStore();
        ExchangeInbox inbox = new ExchangeInbox(database, desk, deadLetters, context.clock());
        this.context = context;
        this.settings = ExchangeSettings.from(context.settings());
        this.link = new ProvinceLink(context, settings, database, store, inbox);
        this.sharing = new Sharing(database, store, inbox, settings.source());
        this.endpoint = new ExchangeEndpoint(database, store, inbox, settings.source());
    }

    /** Whether there is a province to push to and pull from. */
    public boolean hasProvince() {
        return !settings.provinceUrl().isEmpty();
    }

    /** One turn: shares what is new and pushes it; completes with when to look again. */
    public Future<Duration> share() {
        return sharing.shareNew().map(events -> {
            if (hasProvince()) {
                link.push(events);
            }
            return SHARE_EVERY;
        });
    }

    /** One turn: takes what is new in the province's feed; completes with when to look again. */
    public Future<Duration> pull() {
        return link.pull().map(settings.pullEvery());
    }

    /** Answers the province's questions; completes when it does. */
    public Future<Void> serve() {
        MessageConsumer<JsonObject> bound = new ServiceBinder(context.vertx())
                .setAddress(ExchangeService.ADDRESS)
                .register(ExchangeService.class, endpoint);
        context.lifecycle().onStop("exchange endpoint", bound::unregister);
        return bound.completion();
    }
}
