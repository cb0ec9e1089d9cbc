package io.sanse.standalone.night;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Weighing;
import io.sanse.standalone.city.CityRegister;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.PlaceKind;
import io.sanse.standalone.city.Truck;
import java.time.Instant;

/** The steps of one transfer manifest, written as they happen. */
final class ManifestStory {
    private static final String GENERAL_WASTE = "900-001-S17";
    private static final double TARE_TONNES = 11.5;

    private final Draft draft;
    private final String number;
    private final Place generator;
    private final Place receiver;
    private final Truck truck;
    private final int usualTripMinutes;
    private double tonnes;

    /** @param part tells the night's manifests apart */
    ManifestStory(Draft draft, int part, Place generator, Place receiver, Truck truck) {
        this.draft = draft;
        this.number = "330784%s%04d".formatted(draft.night().label(), part);
        this.generator = generator;
        this.receiver = receiver;
        this.truck = truck;
        this.usualTripMinutes =
                (int) draft.city().route(generator, receiver).duration().toMinutes() + 10;
    }

    /** A manifest that is told by its papers alone: its truck stays in the depot and reports from there. */
    static ManifestStory onPaper(Draft draft, int part) {
        Truck truck = draft.cast().truck();
        draft.send(draft.itinerary(truck));
        Place generator = draft.cast().any(PlaceKind.GENERATOR, part);
        Place receiver = StopChapter.nearest(draft, PlaceKind.RECEIVER, generator);
        return new ManifestStory(draft, part, generator, receiver, truck);
    }

    Subject subject() {
        return Subject.manifest(number);
    }

    ManifestStory filed(Instant at, double declared) {
        tonnes = declared;
        return step(Step.FILED, at, tonnes, null, null);
    }

    ManifestStory pickedUp(Instant at) {
        weigh(Weighing.Side.SENT, at, tonnes);
        return step(Step.PICKED_UP, at, tonnes, null, null);
    }

    ManifestStory received(Instant at, double receivedTonnes) {
        return received(at, receivedTonnes, false);
    }

    ManifestStory received(Instant at, double receivedTonnes, boolean majorDifference) {
        weigh(Weighing.Side.RECEIVED, at, receivedTonnes);
        return step(Step.RECEIVED, at, null, receivedTonnes, majorDifference);
    }

    ManifestStory confirmed(Instant at) {
        return step(Step.CONFIRMED, at, null, null, null);
    }

    ManifestStory voided(Instant at) {
        return step(Step.VOIDED, at, null, null, null);
    }

    private ManifestStory step(Step step, Instant at, Double sent, Double received, Boolean majorDifference) {
        ManifestStep payload = new ManifestStep(
                number,
                step,
                generator.code(),
                truck.depot().code(),
                receiver.code(),
                truck.plate(),
                GENERAL_WASTE,
                false,
                sent,
                received,
                majorDifference,
                usualTripMinutes);
        draft.add(new Event.Upload(sentAt(at), at, draft.feed(CityRegister.MANIFEST_FEED), null, null, payload));
        return this;
    }

    private void weigh(Weighing.Side side, Instant at, double net) {
        Place owner = side == Weighing.Side.SENT ? generator : receiver;
        String scale = "scale-" + owner.code();
        Weighing payload = new Weighing(scale, side, truck.plate(), number, net + TARE_TONNES, TARE_TONNES, net);
        draft.add(
                new Event.Upload(sentAt(at), at, draft.feed(CityRegister.SCALE_FEED), scale, owner.middle(), payload));
    }

    /** What happened on earlier days is sent ahead. */
    private Instant sentAt(Instant at) {
        return at.isBefore(draft.before()) ? draft.before() : at;
    }
}
