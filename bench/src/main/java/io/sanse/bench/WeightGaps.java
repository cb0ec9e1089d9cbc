package io.sanse.bench;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Weighing;
import io.sanse.standalone.city.City;
import io.sanse.standalone.city.CityRegister;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.PlaceKind;
import io.sanse.standalone.city.Truck;
import io.sanse.standalone.night.Event;
import io.sanse.standalone.play.UploadItems;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Manifests of the demo city that lose a fifth of their weight on the way: each receipt raises a yellow alert of {@code manifest-weight-gap}, and nothing else does. */
final class WeightGaps {
    private static final double TARE_TONNES = 11.5;
    private static final double SENT_TONNES = 15;
    private static final double RECEIVED_TONNES = 12;
    private static final int USUAL_TRIP_MINUTES = 120;

    private final City city = new City();
    private final String night;
    private final Instant begin;

    /**
     * @param night label under which the city's feeds are registered
     * @param begin when the trucks arrive
     */
    WeightGaps(String night, Instant begin) {
        this.night = night;
        this.begin = begin;
    }

    City city() {
        return city;
    }

    static String number(int gap) {
        return "3307842099%08d".formatted(gap);
    }

    static Subject subject(int gap) {
        return Subject.manifest(number(gap));
    }

    /** What has happened before the receipts, in the order of time. */
    List<JsonObject> history(int gaps) {
        Instant filed = begin.minus(Duration.ofHours(2));
        Instant pickedUp = begin.minus(Duration.ofHours(1));
        Stream<JsonObject> filing = IntStream.range(0, gaps).mapToObj(gap -> step(gap, Step.FILED, filed));
        Stream<JsonObject> leaving =
                IntStream.range(0, gaps).mapToObj(gap -> weighing(gap, Weighing.Side.SENT, pickedUp));
        Stream<JsonObject> under = IntStream.range(0, gaps).mapToObj(gap -> step(gap, Step.PICKED_UP, pickedUp));
        return Stream.of(filing, leaving, under).flatMap(items -> items).toList();
    }

    /** What raises the alert. */
    List<JsonObject> receipt(int gap, Instant at) {
        return List.of(weighing(gap, Weighing.Side.RECEIVED, at), step(gap, Step.RECEIVED, at));
    }

    private JsonObject step(int gap, Step step, Instant at) {
        boolean received = step == Step.RECEIVED;
        ManifestStep payload = new ManifestStep(
                number(gap),
                step,
                one(PlaceKind.GENERATOR, gap).code(),
                truck(gap).depot().code(),
                one(PlaceKind.RECEIVER, gap).code(),
                truck(gap).plate(),
                "900-001-S17",
                false,
                received ? null : (Double) SENT_TONNES,
                received ? (Double) RECEIVED_TONNES : null,
                null,
                USUAL_TRIP_MINUTES);
        return item(CityRegister.MANIFEST_FEED, null, payload, at);
    }

    private JsonObject weighing(int gap, Weighing.Side side, Instant at) {
        double net = side == Weighing.Side.SENT ? SENT_TONNES : RECEIVED_TONNES;
        Place owner = one(side == Weighing.Side.SENT ? PlaceKind.GENERATOR : PlaceKind.RECEIVER, gap);
        String scale = "scale-" + owner.code();
        Weighing payload =
                new Weighing(scale, side, truck(gap).plate(), number(gap), net + TARE_TONNES, TARE_TONNES, net);
        return item(CityRegister.SCALE_FEED, scale, payload, at);
    }

    private JsonObject item(String provider, String device, Payload payload, Instant at) {
        return UploadItems.of(new Event.Upload(at, at, CityRegister.feed(provider, night), device, null, payload));
    }

    private Place one(PlaceKind kind, int number) {
        List<Place> places = city.places(kind);
        return places.get(number % places.size());
    }

    private Truck truck(int gap) {
        return city.trucks().get(gap % city.trucks().size());
    }
}
