package io.sanse.contract.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A backtest and how far it is.
 *
 * @param id of the order
 * @param state how it stands
 * @param progress share of what is to be played, 0–1
 * @param orderedBy the user who ordered it; {@code sanse} for the platform itself
 * @param orderedAt when it was ordered
 * @param endedAt when it ended, or null
 * @param from period, inclusive
 * @param until period, exclusive
 * @param versions that are told about
 * @param against versions that they are compared with; empty: none are
 * @param reason why it failed, or null
 * @param result what came of it once it is done, or null; lists of jobs leave it out
 */
public record BacktestJob(
        UUID id,
        BacktestState state,
        double progress,
        String orderedBy,
        Instant orderedAt,
        Instant endedAt,
        Instant from,
        Instant until,
        List<PlayedVersion> versions,
        List<PlayedVersion> against,
        String reason,
        BacktestResult result) {
    public BacktestJob {
        versions = List.copyOf(versions);
        against = List.copyOf(against);
    }

    /**
     * A version of a model.
     *
     * @param model id
     * @param version of its YAML
     */
    public record PlayedVersion(String model, int version) {
        /** Reads {@code id@version}. */
        public static PlayedVersion parse(String text) {
            int at = text.indexOf('@');
            return new PlayedVersion(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
        }

        @Override
        public String toString() {
            return model + '@' + version;
        }
    }
}
