package io.sanse.standalone.night;

import io.sanse.contract.observation.LoadState;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.PlaceKind;
import io.sanse.standalone.city.Truck;
import java.time.Duration;
import java.time.Instant;

/**
 * A proper transport of waste with a manifest: from a works by way of a stop to a receiver and home.
 *
 * @param itinerary to the end, the truck back in its depot
 * @param stopsAt when it arrives at the stop
 */
record Haul(Truck truck, Itinerary itinerary, Instant stopsAt, ManifestStory manifest) {
    private static final double SENT_TONNES = 8.2;
    private static final double RECEIVED_TONNES = 8.15;

    /**
     * Plans it.
     *
     * @param part tells the night's manifests apart
     * @param time when the truck leaves its depot, for example {@code 21:00}
     * @param stop where it stops on its way, and for how long
     */
    static Haul by(Draft draft, Truck truck, int part, String time, Stop stop) {
        Place works = StopChapter.nearest(draft, PlaceKind.GENERATOR, stop.place());
        Place receiver = stop.place().kind() == PlaceKind.RECEIVER
                ? stop.place()
                : StopChapter.nearest(draft, PlaceKind.RECEIVER, stop.place());
        ManifestStory manifest = new ManifestStory(draft, part, works, receiver, truck);
        Itinerary itinerary = draft.itinerary(truck).sleepUntil(draft.night().at(time));
        manifest.filed(itinerary.now(), SENT_TONNES);
        itinerary.driveTo(works).wait(Duration.ofMinutes(8)).load(LoadState.FULL);
        manifest.pickedUp(itinerary.now());
        Instant stopsAt = itinerary.driveTo(stop.place()).now();
        itinerary.wait(Duration.ofMinutes(stop.minutes()));
        if (receiver != stop.place()) {
            itinerary.driveTo(receiver).wait(Duration.ofMinutes(5));
        }
        manifest.received(itinerary.now(), RECEIVED_TONNES);
        manifest.confirmed(itinerary.wait(Duration.ofMinutes(4)).now());
        itinerary.load(LoadState.EMPTY).driveTo(truck.depot());
        return new Haul(truck, itinerary, stopsAt, manifest);
    }

    /**
     * A stop on the way, or at the receiver itself.
     *
     * @param minutes how long
     */
    record Stop(Place place, int minutes) {}
}
