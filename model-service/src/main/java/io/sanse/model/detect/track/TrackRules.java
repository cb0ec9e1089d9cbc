package io.sanse.model.detect.track;

/**
 * Parameters of the derivation.
 *
 * @param confirmations reports in a row that confirm an entry or an exit (k)
 * @param marginM an exit counts only this far outside (hysteresis), m
 * @param gapMs a longer time without a report is not counted as stayed, ms
 * @param plausible which moves are possible
 * @param silences which silences are kept
 * @param latenessMs a report older than the newest by more than this is not taken up, ms
 * @param lengths lengths of stay that models ask about, ascending, ms
 */
public record TrackRules(
        int confirmations,
        double marginM,
        long gapMs,
        Plausible plausible,
        Silences silences,
        long latenessMs,
        long[] lengths) {

    /**
     * Which moves are possible.
     *
     * @param metresPerMs fastest speed
     * @param jitterM deviation of a fix that is not a move, m
     * @param reanchor reports in a row, consistent with each other, after which an impossible place is believed
     */
    public record Plausible(double metresPerMs, double jitterM, int reanchor) {}

    /**
     * Which silences are facts.
     *
     * @param ms longer than this
     * @param powerCutMs longer than this when the terminal had reported that its power was cut
     */
    public record Silences(long ms, long powerCutMs) {}
}
