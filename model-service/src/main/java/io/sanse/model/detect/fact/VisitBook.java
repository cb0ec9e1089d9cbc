package io.sanse.model.detect.fact;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Visit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Stays of a vehicle that have ended, in the order in which their ends were seen. Immutable. */
public final class VisitBook extends AbstractList<Visit> {
    static final VisitBook NONE = new VisitBook(new Visit[0], new int[0], Extent.NOWHERE);

    private final Visit[] all;
    /** How long each lasted, ms: most questions are about long ones only, and the others need not be fetched from memory. */
    private final int[] lengths;

    private final Extent extent;

    private VisitBook(Visit[] all, int[] lengths, Extent extent) {
        this.all = all;
        this.lengths = lengths;
        this.extent = extent;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static VisitBook of(Collection<Visit> visits) {
        return NONE.with(Long.MAX_VALUE, visits);
    }

    @Override
    public Visit get(int index) {
        return all[index];
    }

    @Override
    public int size() {
        return all.length;
    }

    /** Where the vehicle was. */
    Extent extent() {
        return extent;
    }

    /**
     * With more of them, later than all others.
     *
     * @param rewoundTo those whose end was seen after this time are void, ms
     */
    VisitBook with(long rewoundTo, Collection<Visit> more) {
        int kept = all.length;
        while (kept > 0 && all[kept - 1].closedAt() > rewoundTo) {
            kept--;
        }
        if (kept == all.length && more.isEmpty()) {
            return this;
        }
        Visit[] longer = Arrays.copyOf(all, kept + more.size());
        int[] longerLengths = Arrays.copyOf(lengths, longer.length);
        Extent wider = extent;
        for (Visit visit : more) {
            longer[kept] = visit;
            longerLengths[kept++] = (int) Math.min(visit.leave() - visit.enter(), Integer.MAX_VALUE);
            wider = around(wider, visit);
        }
        return new VisitBook(longer, longerLengths, wider);
    }

    private static Extent around(Extent extent, Visit visit) {
        return around(around(extent, visit.first()), visit.last());
    }

    private static Extent around(Extent extent, Fix fix) {
        return extent.with(fix.longitude(), fix.latitude());
    }

    /** Those that lasted longer than this, ms. */
    public List<Visit> longerThan(long ms) {
        List<Visit> found = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (lengths[i] > ms || lengths[i] == Integer.MAX_VALUE && all[i].leave() - all[i].enter() > ms) {
                found.add(all[i]);
            }
        }
        return found;
    }

    /** Those whose end was seen after this time, ms. */
    public List<Visit> endedAfter(long at) {
        int first = all.length;
        while (first > 0 && all[first - 1].closedAt() > at) {
            first--;
        }
        return subList(first, all.length);
    }

    /** The same object when none goes, which is nearly always. */
    VisitBook keeping(Predicate<Visit> stays) {
        for (Visit visit : all) {
            if (!stays.test(visit)) {
                return of(stream().filter(stays).toList());
            }
        }
        return this;
    }
}
