package io.sanse.standalone.night;

import io.sanse.contract.Level;
import java.time.Duration;
import java.time.Instant;

/** Manifests that stay open too long, and some that only seem to. */
final class ManifestChapter implements Chapter {
    static final String MODEL = "manifest-overdue";

    private static final int FIRST_MANIFEST = 500;

    @Override
    public void write(Draft draft) {
        Night night = draft.night();
        ManifestStory neverFetched = ManifestStory.onPaper(draft, FIRST_MANIFEST);
        neverFetched.filed(night.daysBefore(1, "21:30"), 7.0).voided(night.at("05:30"));
        draft.expect(MODEL, neverFetched.subject(), Level.BLUE, "filed 24 h ago, never picked up");

        ManifestStory underWay = ManifestStory.onPaper(draft, FIRST_MANIFEST + 1);
        underWay.filed(night.at("20:05"), 6.5).pickedUp(night.at("20:20"));
        underWay.received(night.at("01:40"), 6.45).confirmed(night.at("01:50"));
        draft.expect(MODEL, underWay.subject(), Level.BLUE, "under way for 5 h 20 min, usual trip below 1 h");

        ManifestStory unconfirmed = ManifestStory.onPaper(draft, FIRST_MANIFEST + 2);
        unconfirmed.filed(night.daysBefore(16, "08:00"), 9.0).pickedUp(night.daysBefore(16, "09:00"));
        unconfirmed.received(night.daysBefore(16, "10:00"), 8.95).confirmed(night.at("05:40"));
        draft.expect(MODEL, unconfirmed.subject(), Level.BLUE, "received 16 days ago, never confirmed");

        traps(draft);
    }

    private static void traps(Draft draft) {
        Night night = draft.night();
        ManifestStory justInTime = ManifestStory.onPaper(draft, FIRST_MANIFEST + 3);
        Instant filed = night.daysBefore(1, "21:00");
        justInTime.filed(filed, 7.0).pickedUp(filed.plus(Duration.ofMinutes(23 * 60 + 50)));
        justInTime.received(night.at("21:50"), 6.95).confirmed(night.at("22:00"));
        draft.trap("picked up 23 h 50 min after filing", justInTime.subject());

        ManifestStory slow = ManifestStory.onPaper(draft, FIRST_MANIFEST + 4);
        slow.filed(night.at("20:40"), 7.0).pickedUp(night.at("21:00"));
        slow.received(night.at("00:50"), 6.95).confirmed(night.at("00:55"));
        draft.trap("under way for 3 h 50 min", slow.subject());

        ManifestStory voided = ManifestStory.onPaper(draft, FIRST_MANIFEST + 5);
        voided.filed(night.daysBefore(1, "22:00"), 7.0).voided(night.at("20:30"));
        draft.trap("filed 24 h ago and voided in time", voided.subject());
    }
}
