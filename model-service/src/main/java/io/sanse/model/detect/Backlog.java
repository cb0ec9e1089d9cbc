package io.sanse.model.detect;

import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.Lot;
import io.sanse.model.detect.fact.ManifestFacts;
import io.sanse.model.detect.time.Clocks;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A feed that tells of the past tells it step by step: while its words still come in, a missing one is not missing yet. Who has just heard of something long past waits a
 * moment for the rest.
 */
final class Backlog {
    private static final long PAST_MS = 600_000;
    private static final long PATIENCE_MS = 5_000;

    /** The last word on something: what it was about, and when it came, ms. */
    private record Word(long at, long receivedAt, String feed) {}

    private Backlog() {}

    /** When to judge, or null when there is nothing to wait for. */
    static Wake wait(Facts facts, Clocks clocks) {
        Word last = words(facts).max(Comparator.comparingLong(Word::receivedAt)).orElse(null);
        if (last == null || clocks.of(last.feed()) == null) {
            return null;
        }
        long shown = clocks.show(last.feed(), Hand.RUNNING);
        long left = last.receivedAt() + PATIENCE_MS - clocks.now();
        return last.at() < shown - PAST_MS && left > 0 ? new Wake(last.feed(), Hand.RUNNING, shown + left) : null;
    }

    private static Stream<Word> words(Facts facts) {
        if (facts instanceof ManifestFacts manifest) {
            return manifest.all().stream().map(Backlog::word);
        }
        if (facts instanceof EnterpriseFacts enterprise) {
            return enterprise.lots().values().stream().map(Lot::movements).flatMap(movements -> movements.stream()
                    .map(movement -> new Word(movement.at(), movement.receivedAt(), movement.feed())));
        }
        return Stream.empty();
    }

    private static Word word(Observation observation) {
        return new Word(
                observation.observedAt().toEpochMilli(),
                observation.receivedAt().toEpochMilli(),
                observation.source().feed());
    }
}
