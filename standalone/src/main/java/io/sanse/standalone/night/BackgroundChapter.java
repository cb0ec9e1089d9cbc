package io.sanse.standalone.night;

import io.sanse.contract.observation.LoadState;
import io.sanse.standalone.city.Fleet;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.PlaceKind;
import io.sanse.standalone.city.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** About a thousand trucks that do nothing wrong: they load, deliver, refuel, rest and sleep; a few hundred carry manifests. */
final class BackgroundChapter implements Chapter {
    private static final Duration SLEEPING = Duration.ofMinutes(15);
    private static final int FIRST_MANIFEST = 1_000;
    private static final long LAST_DEPARTURE_MIN = 470;

    private final int share;

    /** @param share only each so many-th truck is there */
    BackgroundChapter(int share) {
        this.share = share;
    }

    @Override
    public void write(Draft draft) {
        for (Truck truck : draft.cast().others()) {
            // trucks of one provider have numbers that end alike: divided by ten, all providers keep their share
            if (truck.number() / 10 % share == 0) {
                write(draft, truck);
            }
        }
    }

    private static void write(Draft draft, Truck truck) {
        SplittableRandom chance = draft.chanceOf(truck.number());
        boolean carriesManifests = chance.nextInt(100) < 22;
        int trips = List.of(0, 1, 1, 1, 1, 1, 1, 2, 2, 2).get(chance.nextInt(10));
        Itinerary itinerary = draft.itinerary(truck);
        Instant latest = draft.night().start().plus(Duration.ofMinutes(LAST_DEPARTURE_MIN));
        for (int trip = 0; trip < trips; trip++) {
            Duration pause = Duration.ofMinutes(chance.nextInt(8, trip == 0 ? 420 : 90));
            Instant departure = itinerary.now().plus(pause);
            if (departure.isAfter(latest)) {
                break;
            }
            itinerary.sleepUntil(departure);
            if (carriesManifests) {
                carryWaste(draft, itinerary, chance, FIRST_MANIFEST + 2 * truck.number() + trip);
            } else {
                carryMuck(draft, itinerary, chance);
            }
        }
        Duration asleep = carriesManifests ? Draft.WATCHED : SLEEPING;
        Terminal terminal = new Terminal(truck, itinerary.endingAt(draft.night().end()), asleep);
        if (truck.provider().equals(Fleet.OUTAGE_PROVIDER)) {
            terminal.outOfReach(OutageTrap.outage(draft.night(), truck));
        }
        draft.send(terminal);
    }

    private static void carryMuck(Draft draft, Itinerary itinerary, SplittableRandom chance) {
        itinerary.driveTo(any(draft, PlaceKind.CONSTRUCTION, chance)).wait(minutes(chance, 8, 18));
        itinerary
                .load(LoadState.FULL)
                .driveTo(any(draft, PlaceKind.RECEIVER, chance))
                .wait(minutes(chance, 6, 14));
        itinerary.load(LoadState.EMPTY);
        goHome(draft, itinerary, chance);
    }

    private static void carryWaste(Draft draft, Itinerary itinerary, SplittableRandom chance, int number) {
        Place generator = any(draft, PlaceKind.GENERATOR, chance);
        Place receiver = any(draft, PlaceKind.RECEIVER, chance);
        ManifestStory manifest = new ManifestStory(draft, number, generator, receiver, itinerary.truck());
        double tonnes = chance.nextInt(60, 180) / 10.0;
        manifest.filed(itinerary.now(), tonnes);
        itinerary.driveTo(generator).wait(minutes(chance, 10, 20)).load(LoadState.FULL);
        manifest.pickedUp(itinerary.now());
        itinerary.driveTo(receiver).wait(minutes(chance, 4, 9));
        manifest.received(itinerary.now(), tonnes * (0.99 + chance.nextInt(15) / 1_000.0));
        itinerary.wait(minutes(chance, 3, 8)).load(LoadState.EMPTY);
        manifest.confirmed(itinerary.now());
        goHome(draft, itinerary, chance);
    }

    private static void goHome(Draft draft, Itinerary itinerary, SplittableRandom chance) {
        int way = chance.nextInt(100);
        if (way < 20) {
            itinerary.driveTo(any(draft, PlaceKind.FUEL, chance)).wait(minutes(chance, 5, 12));
        } else if (way < 30) {
            itinerary.driveTo(any(draft, PlaceKind.REST, chance)).wait(minutes(chance, 15, 35));
        }
        itinerary.driveTo(itinerary.truck().depot());
    }

    private static Place any(Draft draft, PlaceKind kind, SplittableRandom chance) {
        List<Place> places = draft.city().places(kind);
        return places.get(chance.nextInt(places.size()));
    }

    private static Duration minutes(SplittableRandom chance, int from, int until) {
        return Duration.ofMinutes(chance.nextInt(from, until));
    }
}
