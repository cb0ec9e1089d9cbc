package io.sanse.model.trace.domain;

import java.util.Comparator;
import java.util.List;

/**
 * One time at which a vehicle was or could have been at the place.
 *
 * @param inside the sights inside, or none when it could have been there between two sights elsewhere
 * @param from earliest time, ms
 * @param until latest time, ms
 * @param stayMs how long it can have stayed at most, ms
 * @param unseenMs length of the time without a sight that makes it possible, ms; 0 when it was seen inside
 */
public record Occasion(List<Sight> inside, long from, long until, long stayMs, long unseenMs) {
    static final Comparator<Occasion> BY_TIME = Comparator.comparingLong(Occasion::from);

    public Occasion {
        inside = List.copyOf(inside);
    }

    public boolean seenInside() {
        return !inside.isEmpty();
    }
}
