package io.sanse.model.detect.exact;

import io.sanse.contract.Level;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import java.util.Collection;
import java.util.List;

/**
 * What stands at the end about one episode.
 *
 * @param from first event time that it rests on, s
 * @param to when it ended, s; 0 while it lasts
 */
record Said(String model, Level level, long from, long to) implements Comparable<Said> {
    static List<Said> of(Collection<Detection> lastWords) {
        return lastWords.stream()
                .filter(word -> word.change() != Change.RETRACTED)
                .map(Said::of)
                .sorted()
                .toList();
    }

    private static Said of(Detection word) {
        boolean over = word.change() == Change.CLEARED;
        return new Said(
                word.model(),
                word.level(),
                word.from().getEpochSecond(),
                over ? word.to().getEpochSecond() : 0);
    }

    @Override
    public int compareTo(Said other) {
        return toString().compareTo(other.toString());
    }
}
