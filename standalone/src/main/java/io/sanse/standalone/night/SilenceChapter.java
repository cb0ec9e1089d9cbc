package io.sanse.standalone.night;

import io.sanse.contract.Level;
import io.sanse.standalone.city.PlaceKind;
import java.time.Duration;
import java.time.Instant;

/** Trucks with an open manifest whose terminals fall silent. */
final class SilenceChapter implements Chapter {
    static final String MODEL = "vehicle-position-silent";

    private static final int FIRST_MANIFEST = 200;
    private static final int BREAK_MIN = 90;

    @Override
    public void write(Draft draft) {
        silent(draft, 0, "21:00", 18, Level.BLUE);
        silent(draft, 1, "23:30", 44, Level.YELLOW);
        powerCut(draft);
        disproved(draft);
        shortGap(draft);
    }

    private static void silent(Draft draft, int part, String time, int minutes, Level level) {
        Haul haul = haul(draft, part, time);
        draft.send(draft.terminal(haul.itinerary()).outOfReach(gap(haul, minutes, Terminal.Fate.LOST, false)));
        draft.expect(MODEL, haul.truck().subject(), level, "silent for " + minutes + " min with an open manifest");
    }

    private static void powerCut(Draft draft) {
        Haul haul = haul(draft, 2, "01:10");
        draft.send(draft.terminal(haul.itinerary()).outOfReach(gap(haul, 25, Terminal.Fate.LOST, true)));
        draft.expect(MODEL, haul.truck().subject(), Level.YELLOW, "power cut, then silent, with an open manifest");
    }

    private static void disproved(Draft draft) {
        Haul haul = haul(draft, 3, "22:40");
        draft.send(draft.terminal(haul.itinerary()).outOfReach(gap(haul, 62, Terminal.Fate.STORED, false)));
        draft.expectRetracted(
                MODEL, haul.truck().subject(), Level.YELLOW, "silent for 62 min, then its stored fixes come (0x0704)");
    }

    private static void shortGap(Draft draft) {
        Haul haul = haul(draft, 4, "00:20");
        draft.send(draft.terminal(haul.itinerary()).outOfReach(gap(haul, 8, Terminal.Fate.LOST, false)));
        draft.trap(
                "a truck with an open manifest is silent for 8 min",
                haul.truck().subject());
    }

    private static Terminal.Gap gap(Haul haul, int minutes, Terminal.Fate fate, boolean powerCut) {
        Instant from = haul.stopsAt().plus(Duration.ofMinutes(10));
        return new Terminal.Gap(from, from.plus(Duration.ofMinutes(minutes)), fate, powerCut);
    }

    private static Haul haul(Draft draft, int part, String time) {
        Haul.Stop rest = new Haul.Stop(draft.cast().any(PlaceKind.REST, part), BREAK_MIN);
        return Haul.by(draft, draft.cast().truck(), FIRST_MANIFEST + part, time, rest);
    }
}
