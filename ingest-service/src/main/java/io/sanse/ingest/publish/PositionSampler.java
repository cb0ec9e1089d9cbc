package io.sanse.ingest.publish;

import io.sanse.contract.Subject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which positions the live map is shown: each vehicle at most once in two seconds, and at most so many together. Used from one context only. */
final class PositionSampler {
    private static final long SPACING_MS = 2_000;

    private final int perSpacing;
    private final Map<Subject, Long> shown = new LinkedHashMap<>();

    /** @param perSpacing vehicles shown in any two seconds */
    PositionSampler(int perSpacing) {
        this.perSpacing = perSpacing;
    }

    boolean take(Subject vehicle, long nowMs) {
        forget(nowMs);
        if (shown.containsKey(vehicle) || shown.size() >= perSpacing) {
            return false;
        }
        shown.put(vehicle, nowMs);
        return true;
    }

    private void forget(long nowMs) {
        Iterator<Long> oldestFirst = shown.values().iterator();
        while (oldestFirst.hasNext() && nowMs - oldestFirst.next() >= SPACING_MS) {
            oldestFirst.remove();
        }
    }
}
