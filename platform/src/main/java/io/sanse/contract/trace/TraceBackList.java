package io.sanse.contract.trace;

import java.util.List;

/**
 * Jobs without their results.
 *
 * @param items newest first
 */
public record TraceBackList(List<TraceBack> items) {
    public TraceBackList {
        items = List.copyOf(items);
    }
}
