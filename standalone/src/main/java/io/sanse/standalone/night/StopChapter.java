package io.sanse.standalone.night;

import io.sanse.contract.Level;
import io.sanse.contract.observation.LoadState;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.PlaceKind;
import io.sanse.standalone.city.Truck;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** Trucks that come from a source and stand in the dark where they have no business. */
final class StopChapter implements Chapter {
    static final String MODEL = "vehicle-suspicious-stop";

    private static final String VANISHED = "vehicle-load-vanished";

    private static final Duration LOADING = Duration.ofMinutes(6);

    @Override
    public void write(Draft draft) {
        atOnce(draft);
        stop(draft, "22:10", PlaceKind.RIVER_BANK, 34, "left a works, stood 34 min at a river bank");
        stop(draft, "00:40", PlaceKind.PIT, 27, "left a works, stood 27 min at an abandoned pit");
        stop(draft, "02:20", PlaceKind.WOODLAND, 26, "left a works, stood 26 min in woodland");
        outOfCoverage(draft);
    }

    /** Begins at the site: the night's first dumping comes within minutes. */
    private static void atOnce(Draft draft) {
        Truck truck = draft.cast().truck();
        Place pit = draft.cast().any(PlaceKind.CORE_PIT, 0);
        Place site = nearest(draft, PlaceKind.CONSTRUCTION, pit);
        Itinerary itinerary = draft.itinerary(truck).from(site).wait(LOADING);
        dump(itinerary, pit, 12);
        draft.send(itinerary);
        draft.expect(
                MODEL, truck.subject(), Level.YELLOW, "left a construction site, stood 12 min in a pit's core zone");
        draft.expect(VANISHED, truck.subject(), Level.RED, "came there full and left empty: the truck's second yellow");
    }

    private static void stop(Draft draft, String time, PlaceKind kind, int minutes, String story) {
        Truck truck = draft.cast().truck();
        Place zone = draft.cast().any(kind, 0);
        Itinerary itinerary = fromWorks(draft, truck, draft.night().at(time), zone);
        dump(itinerary, zone, minutes);
        draft.send(itinerary);
        draft.expect(MODEL, truck.subject(), Level.YELLOW, story);
        draft.expect(VANISHED, truck.subject(), Level.RED, "came there full at night and left empty");
    }

    /** The terminal finds no network at the pit and tells afterwards. */
    private static void outOfCoverage(Draft draft) {
        Truck truck = draft.cast().truck();
        Place zone = draft.cast().any(PlaceKind.SENSITIVE, 0);
        Itinerary itinerary = fromWorks(draft, truck, draft.night().at("03:10"), zone);
        Instant leavesCoverage = itinerary.now().plusSeconds(120);
        dump(itinerary, zone, 31);
        Instant comesBack = itinerary.now().plusSeconds(240);
        draft.send(draft.terminal(itinerary)
                .outOfReach(new Terminal.Gap(leavesCoverage, comesBack, Terminal.Fate.STORED, false)));
        draft.expect(
                MODEL,
                truck.subject(),
                Level.YELLOW,
                "left a works, stood 31 min in a sensitive area out of coverage: stored fixes tell (0x0704)");
        draft.expect(VANISHED, truck.subject(), Level.RED, "came there full at night and left empty, by stored fixes");
    }

    static Itinerary fromWorks(Draft draft, Truck truck, Instant departure, Place destination) {
        Place works = nearest(draft, PlaceKind.GENERATOR, destination);
        Itinerary itinerary = draft.itinerary(truck).sleepUntil(departure);
        return itinerary.driveTo(works).wait(LOADING).load(LoadState.FULL);
    }

    private static void dump(Itinerary itinerary, Place zone, int minutes) {
        itinerary.load(LoadState.FULL).driveTo(zone).wait(Duration.ofMinutes(minutes));
        itinerary.load(LoadState.EMPTY).driveTo(itinerary.truck().depot());
    }

    static Place nearest(Draft draft, PlaceKind kind, Place to) {
        return draft.city().places(kind).stream()
                .min(Comparator.comparing(place -> draft.city().route(place, to).duration()))
                .orElseThrow();
    }
}
