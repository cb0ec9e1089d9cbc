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
    /** The last word on something: what it was about, and when it came, ms. */
    private record Word(long at, long receivedAt, String feed) {}

    private final BacklogRule rule;

    Backlog(BacklogRule rule) {
        this.rule = rule;
    }

    /** When to judge, or null when there is nothing to wait for. */
    Wake wait(Facts facts, Clocks clocks) {
        Word last = lastWord(facts);
        if (last == null || clocks.of(last.feed()) == null) {
            return null;
        }
        long shown = clocks.show(last.feed(), Hand.RUNNING);
        long left = last.receivedAt() + rule.patienceMs() - clocks.now();
        return last.at() < shown - rule.pastMs() && left > 0 ? new Wake(last.feed(), Hand.RUNNING, shown + left) : null;
    }

    /** Null when there is none, and of what nobody tells step by step. */
    private static Word lastWord(Facts facts) {
        if (facts instanceof ManifestFacts manifest) {
            return last(manifest.all().stream().map(Backlog::word));
        }
        if (facts instanceof EnterpriseFacts enterprise) {
            return last(enterprise.lots().values().stream().map(Lot::movements).flatMap(movements -> movements.stream()
                    .map(movement -> new Word(movement.at(), movement.receivedAt(), movement.feed()))));
        }
        return null;
    }

    private static Word last(Stream<Word> words) {
        return words.max(Comparator.comparingLong(Word::receivedAt)).orElse(null);
    }

    private static Word word(Observation observation) {
        return new Word(
                observation.observedAt().toEpochMilli(),
                observation.receivedAt().toEpochMilli(),
                observation.source().feed());
    }
}
