package io.sanse.standalone.night;

import io.sanse.contract.GeoPoint;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.PlaceKind;
import io.sanse.standalone.city.Truck;
import java.time.Duration;
import java.time.Instant;

/** Trucks that look like dumping and are not. */
final class StopTraps implements Chapter {
    private static final int FIRST_MANIFEST = 100;

    @Override
    public void write(Draft draft) {
        stay(
                draft,
                "20:50",
                draft.city().fuelStationAtRiver(),
                45,
                "a truck from a works stands 45 min at a fuel station by a river");
        stay(
                draft,
                "21:40",
                draft.cast().any(PlaceKind.RIVER_BANK, 1),
                18,
                "a truck from a works stands 18 min at a river bank: too short");
        stay(
                draft,
                "23:15",
                draft.cast().any(PlaceKind.CORE_PIT, 1),
                1,
                "a truck from a works turns round in a pit's core zone: 1 min");
        withoutSource(draft);
        Haul.Stop river = new Haul.Stop(draft.cast().any(PlaceKind.RIVER_BANK, 3), 25);
        haul(draft, 0, "01:00", river, "a truck with an open manifest stands 25 min at a river bank");
        Haul.Stop receiver = new Haul.Stop(draft.cast().any(PlaceKind.RECEIVER, 0), 55);
        haul(draft, 1, "22:30", receiver, "a truck with an open manifest waits 55 min at its receiver");
        jumpy(draft);
    }

    private static void stay(Draft draft, String time, Place place, int minutes, String story) {
        Truck truck = draft.cast().truck();
        Itinerary itinerary = StopChapter.fromWorks(draft, truck, draft.night().at(time), place);
        itinerary.driveTo(place).wait(Duration.ofMinutes(minutes)).driveTo(truck.depot());
        draft.send(itinerary);
        draft.trap(story, truck.subject());
    }

    private static void withoutSource(Draft draft) {
        Truck truck = draft.cast().truck();
        Itinerary itinerary = draft.itinerary(truck).sleepUntil(draft.night().at("00:05"));
        itinerary.driveTo(draft.cast().any(PlaceKind.WOODLAND, 2)).wait(Duration.ofMinutes(40));
        draft.send(itinerary.driveTo(truck.depot()));
        draft.trap("a truck straight from its depot stands 40 min in woodland: no source", truck.subject());
    }

    private static void haul(Draft draft, int part, String time, Haul.Stop stop, String story) {
        Haul haul = Haul.by(draft, draft.cast().truck(), FIRST_MANIFEST + part, time, stop);
        draft.send(haul.itinerary());
        draft.trap(story, haul.truck().subject(), haul.manifest().subject());
    }

    /** While it rests, every third fix jumps into a pit. */
    private static void jumpy(Draft draft) {
        Truck truck = draft.cast().truck();
        Place rest = draft.cast().any(PlaceKind.REST, 0);
        GeoPoint pit = draft.cast().any(PlaceKind.CORE_PIT, 2).middle();
        Itinerary itinerary = StopChapter.fromWorks(draft, truck, draft.night().at("02:00"), rest);
        Instant arrival = itinerary.driveTo(rest).now();
        Instant departure = itinerary.wait(Duration.ofMinutes(50)).now();
        draft.send(draft.terminal(itinerary.driveTo(truck.depot()))
                .withFault(fix -> jumps(fix, arrival, departure) ? fix.movedTo(pit) : fix));
        draft.trap("a truck rests after a works while every third fix jumps into a pit", truck.subject());
    }

    private static boolean jumps(Fix fix, Instant arrival, Instant departure) {
        boolean resting = fix.observedAt().isAfter(arrival) && fix.observedAt().isBefore(departure);
        return resting && Duration.between(arrival, fix.observedAt()).toMinutes() % 3 == 1;
    }
}
