package io.sanse.model.detect.fact;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Observation;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passes of a vehicle, sorted by time. Immutable. */
public final class PassBook extends AbstractList<Pass> {
    static final PassBook NONE = new PassBook(new Pass[0], new Outline(List.of(), false, false, Extent.NOWHERE));

    /** How long passes through the cameras of a site are kept: habits show over two weeks, ms. */
    private static final long SITE_MS = 16L * 24 * 3_600_000;

    private final Pass[] all;
    private final Outline outline;

    private PassBook(Pass[] all, Outline outline) {
        this.all = all;
        this.outline = outline;
    }

    /**
     * What can be said of all of them without looking at each.
     *
     * @param entered the last way into each site that was not seen to be left again, by time
     * @param entries whether it was seen on the way into a site
     * @param full whether the vehicle was seen full
     * @param extent where it was seen
     */
    private record Outline(List<Pass> entered, boolean entries, boolean full, Extent extent) {
        Outline with(Pass pass) {
            boolean loaded = full || pass.capture().load() == LoadState.FULL;
            Extent wider = pass.location() == null
                    ? extent
                    : extent.with(pass.location().longitude(), pass.location().latitude());
            boolean same = loaded == full && wider == extent;
            boolean goes = pass.site() != null && (pass.entering() || pass.leaving());
            if (same && !goes) {
                return this;
            }
            boolean enters = goes && pass.entering();
            return new Outline(goes ? after(pass) : entered, entries || enters, loaded, wider);
        }

        private List<Pass> after(Pass pass) {
            List<Pass> inside = new ArrayList<>(entered);
            inside.removeIf(other -> other.site().equals(pass.site()));
            if (pass.entering()) {
                inside.add(pass);
            }
            return List.copyOf(inside);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PassBook of(Collection<Pass> passes) {
        return passes.isEmpty() ? NONE : sorted(passes.toArray(Pass[]::new));
    }

    private static PassBook sorted(Pass[] passes) {
        Arrays.sort(passes, Pass.ORDER);
        Outline outline = NONE.outline;
        for (Pass pass : passes) {
            outline = outline.with(pass);
        }
        return new PassBook(passes, outline);
    }

    @Override
    public Pass get(int index) {
        return all[index];
    }

    @Override
    public int size() {
        return all.length;
    }

    /** The last way into each site that was not seen to be left again, by time. */
    public List<Pass> entered() {
        return outline.entered;
    }

    /** Whether the vehicle was seen on the way into a site. */
    public boolean showEntries() {
        return outline.entries;
    }

    /** Whether it was seen full. */
    public boolean isFull() {
        return outline.full;
    }

    /** Where it was seen. */
    Extent extent() {
        return outline.extent;
    }

    /** Whether a capture is the last one. */
    public boolean endsWith(Observation capture) {
        return all.length > 0 && all[all.length - 1].id().equals(capture.id());
    }

    /** Those not before this time, ms. */
    public List<Pass> after(long at) {
        int first = all.length;
        while (first > 0 && all[first - 1].at() >= at) {
            first--;
        }
        return subList(first, all.length);
    }

    /** The same object when the pass is in it. */
    PassBook with(Pass pass) {
        for (int i = all.length - 1; i >= 0 && all[i].at() >= pass.at(); i--) {
            if (all[i].id().equals(pass.id())) {
                return this;
            }
        }
        Pass[] more = Arrays.copyOf(all, all.length + 1);
        more[all.length] = pass;
        boolean last = all.length == 0 || Pass.ORDER.compare(all[all.length - 1], pass) < 0;
        return last ? new PassBook(more, outline.with(pass)) : sorted(more);
    }

    /** Without those before this time, ms. */
    PassBook since(long oldest) {
        return all.length == 0 || all[0].at() >= oldest ? this : of(after(oldest));
    }

    /**
     * Without the old ones; the way into a site that was not left again is kept however old it is, and so is what shows that the vehicle was elsewhere afterwards: without it, it would seem to have stayed.
     *
     * @param oldest ms
     * @param newest newest time known, ms
     */
    PassBook since(long oldest, long newest) {
        if (all.length == 0 || all[0].at() >= oldest) {
            return this;
        }
        Set<Pass> telling = new HashSet<>();
        for (Pass in : outline.entered) {
            telling.add(in);
            telling.addAll(elsewhere(in));
        }
        return of(stream()
                .filter(pass -> pass.at() >= oldest
                        || pass.site() != null && pass.at() >= newest - SITE_MS
                        || telling.contains(pass))
                .toList());
    }

    /** The passes after a way in each of which is farther from it than all before, so that one lies outside when any does that is farther than what lies inside; how large the site is, is not known here. */
    private List<Pass> elsewhere(Pass in) {
        List<Pass> away = new ArrayList<>();
        double farthest = -1;
        for (Pass pass : after(in.at())) {
            boolean other = pass.location() != null && !in.site().equals(pass.site());
            double distance = other && in.location() != null ? in.location().distanceM(pass.location()) : 0;
            if (other && distance > farthest) {
                away.add(pass);
                farthest = distance;
            }
        }
        return away;
    }
}
