package io.sanse.standalone.night;

import io.sanse.contract.Level;
import java.time.Duration;

/** Manifests whose amounts differ between the two ends. Their trucks stay in the depots: what counts are the papers. */
final class WeightChapter implements Chapter {
    static final String MODEL = "manifest-weight-gap";

    private static final int FIRST_MANIFEST = 400;

    /** What the two ends say, in t. */
    private record Weights(double sent, double received, boolean majorDifference) {}

    @Override
    public void write(Draft draft) {
        ManifestStory fifteen = closed(draft, 0, "20:01", new Weights(15.0, 12.6, false));
        draft.expect(MODEL, fifteen.subject(), Level.YELLOW, "15.0 t sent, 12.6 t received (16 %)");
        ManifestStory five = closed(draft, 1, "21:25", new Weights(12.0, 11.4, false));
        draft.expect(MODEL, five.subject(), Level.BLUE, "12.0 t sent, 11.4 t received (5 %, 0.6 t)");
        ManifestStory ticked = closed(draft, 2, "23:05", new Weights(9.0, 9.0, true));
        draft.expect(MODEL, ticked.subject(), Level.YELLOW, "the receiver ticks a major difference");
        ManifestStory light = closed(draft, 3, "22:15", new Weights(10.0, 9.6, false));
        draft.trap("10.0 t sent, 9.6 t received: 4 %, but not more than 0.5 t", light.subject());
        ManifestStory heavy = closed(draft, 4, "22:40", new Weights(25.0, 24.4, false));
        draft.trap("25.0 t sent, 24.4 t received: 0.6 t, but not more than 3 %", heavy.subject());
    }

    /** Filed and picked up in the afternoon, received and confirmed in the night. */
    private static ManifestStory closed(Draft draft, int part, String time, Weights weights) {
        Night night = draft.night();
        ManifestStory manifest = ManifestStory.onPaper(draft, FIRST_MANIFEST + part);
        manifest.filed(night.daysBefore(0, "17:30"), weights.sent()).pickedUp(night.daysBefore(0, "19:10"));
        manifest.received(night.at(time), weights.received(), weights.majorDifference());
        return manifest.confirmed(night.at(time).plus(Duration.ofMinutes(8)));
    }
}
