package io.sanse.standalone.play;

import io.sanse.standalone.city.City;
import io.sanse.standalone.city.CityRegister;
import io.sanse.standalone.city.Registration;
import io.sanse.standalone.night.Event;
import io.sanse.standalone.night.Night;
import io.sanse.standalone.night.Script;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Registers the city and plays a script in ticks. Blocks; to be called from a plain thread. */
public final class NightPlayer {
    /** Longest span of event time that is sent at once. */
    private static final Duration TICK = Duration.ofSeconds(30);

    private static final Instant REGISTERED_SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final long TICK_LIMIT_S = 180;

    /** Is told how far the night has come. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * @param time event time that has been reached
         * @param sent events sent and acknowledged so far
         */
        void reached(Instant time, int sent);
    }

    private final City city;
    private final Senders senders;

    private NightPlayer(City city, Senders senders) {
        this.city = city;
        this.senders = senders;
    }

    /** @param token bearer token of an integrator */
    public static NightPlayer at(Vertx vertx, City city, Endpoints endpoints, String token) {
        Senders senders = new Senders(city, endpoints, token);
        vertx.deployVerticle(senders).await();
        return new NightPlayer(city, senders);
    }

    /**
     * Registers everything in the city; what is registered already stays as it is.
     *
     * @param night which one is to be played
     */
    public void register(Night night) {
        List<JsonObject> items = CityRegister.of(city, night.label()).stream()
                .map(NightPlayer::item)
                .toList();
        await(senders.deliver(items), "the registrations");
    }

    private static JsonObject item(Registration registration) {
        return UploadItems.of(registration, REGISTERED_SINCE);
    }

    /** Plays the whole script; nothing of a tick is sent before everything of the tick before it is acknowledged. */
    public void play(Script script, Watcher watcher) {
        List<Event> events = script.events();
        int next = 0;
        while (next < events.size()) {
            int from = next;
            Instant until = events.get(from).at().plus(TICK);
            while (next < events.size() && events.get(next).at().isBefore(until)) {
                next++;
            }
            Instant reached = events.get(next - 1).at();
            await(senders.send(events.subList(from, next)), "the tick of " + reached);
            watcher.reached(reached, next);
        }
    }

    private static void await(Future<Void> work, String what) {
        try {
            work.await(TICK_LIMIT_S, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException(what + " is not acknowledged within " + TICK_LIMIT_S + " s", late);
        }
    }
}
