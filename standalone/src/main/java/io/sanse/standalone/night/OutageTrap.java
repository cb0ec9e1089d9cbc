package io.sanse.standalone.night;

import io.sanse.contract.Subject;
import io.sanse.standalone.city.PlaceKind;
import io.sanse.standalone.city.Truck;
import java.util.ArrayList;
import java.util.List;

/** One positioning provider fails for three quarters of an hour: all of its trucks are silent, and none is suspicious. */
final class OutageTrap implements Chapter {
    private static final int FIRST_MANIFEST = 300;
    private static final int TRUCKS_WITH_MANIFEST = 3;

    @Override
    public void write(Draft draft) {
        List<Subject> subjects = new ArrayList<>();
        for (int part = 0; part < TRUCKS_WITH_MANIFEST; part++) {
            subjects.add(haul(draft, part));
        }
        draft.trap(
                "a provider fails from 01:20 to 02:05, trucks with open manifests among its own",
                subjects.toArray(Subject[]::new));
    }

    /** Every second terminal stores its fixes, the others lose them. */
    static Terminal.Gap outage(Night night, Truck truck) {
        Terminal.Fate fate = truck.number() / 10 % 2 == 0 ? Terminal.Fate.STORED : Terminal.Fate.LOST;
        return new Terminal.Gap(night.at("01:20"), night.at("02:05"), fate, false);
    }

    private static Subject haul(Draft draft, int part) {
        Truck truck = draft.cast().truckOfOutageProvider();
        Haul.Stop rest = new Haul.Stop(draft.cast().any(PlaceKind.REST, part), 85);
        Haul haul = Haul.by(draft, truck, FIRST_MANIFEST + part, "00:30", rest);
        draft.send(draft.terminal(haul.itinerary()).outOfReach(outage(draft.night(), truck)));
        return truck.subject();
    }
}
