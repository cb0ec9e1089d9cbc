package io.sanse.standalone.night;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.LedgerEntry.Entry;
import io.sanse.standalone.city.CityRegister;
import io.sanse.standalone.city.Place;
import io.sanse.standalone.city.PlaceKind;
import java.time.Instant;

/** Ledgers of waste in store: most lots are young, some are not. */
final class StorageChapter implements Chapter {
    static final String MODEL = "enterprise-storage-overdue";

    private static final String WASTE = "900-001-S17";
    private static final double TONNES = 2.4;

    @Override
    public void write(Draft draft) {
        Place late = draft.cast().generator();
        stored(draft, late, "late", 340);
        draft.expect(MODEL, subject(late), Level.BLUE, "a lot in store for 340 days");
        Place overdue = draft.cast().generator();
        stored(draft, overdue, "overdue", 372);
        draft.expect(MODEL, subject(overdue), Level.YELLOW, "a lot in store for 372 days");
        traps(draft);
        background(draft);
    }

    private static void traps(Draft draft) {
        Place emptied = draft.cast().generator();
        Night night = draft.night();
        stored(draft, emptied, "emptied", night.daysBefore(400, "14:00"), night.daysBefore(90, "15:00"));
        stored(draft, emptied, "young", 330);
        draft.trap("a lot of 400 days ago that was taken out, and one in store for 330 days", subject(emptied));
    }

    private static void background(Draft draft) {
        for (Place works : draft.city().places(PlaceKind.GENERATOR)) {
            int day = 5 + draft.chanceOf(works.code().hashCode()).nextInt(180);
            stored(draft, works, "store", day);
            int minute = draft.chanceOf(works.code().hashCode() + 1).nextInt(595);
            Instant tonight = draft.night().start().plusSeconds(60L * minute);
            entry(draft, works, "tonight", Entry.PRODUCED, tonight);
        }
    }

    /** What a night has put into store it takes out before it ends, so that it does not grow old in another night. */
    private static void stored(Draft draft, Place firm, String lot, int daysAgo) {
        stored(
                draft,
                firm,
                lot,
                draft.night().daysBefore(daysAgo, "14:00"),
                draft.night().at("05:45"));
    }

    private static void stored(Draft draft, Place firm, String lot, Instant from, Instant until) {
        entry(draft, firm, lot, Entry.STORED, from);
        entry(draft, firm, lot, Entry.TAKEN_OUT, until);
    }

    private static void entry(Draft draft, Place firm, String lot, Entry entry, Instant at) {
        String name = "%s-%s-%s".formatted(firm.code(), draft.night().label(), lot);
        LedgerEntry payload = new LedgerEntry(entry, firm.code(), name, WASTE, false, TONNES);
        Instant sentAt = at.isBefore(draft.before()) ? draft.before() : at;
        draft.add(new Event.Upload(sentAt, at, draft.feed(CityRegister.LEDGER_FEED), null, null, payload));
    }

    private static Subject subject(Place firm) {
        return Subject.enterprise(firm.code());
    }
}
