package io.sanse.model.trace.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An hour of a vehicle's track as it has to be written.
 *
 * @param hour hours of event time since 1970
 * @param parts all of it
 * @param gaps silences that begin with it, or lie before the vehicle's very first sight; any other silence that is stored for this hour is no more
 */
public record TrackHour(int hour, List<TrackPart> parts, List<TrackGap> gaps) {
    public TrackHour {
        parts = List.copyOf(parts);
        gaps = List.copyOf(gaps);
    }

    /**
     * Adds what has come to what was known, in whatever order it comes; a sight that is known already changes nothing.
     *
     * @param known of one vehicle: each hour that something has come for, and the nearest ones before and after each of them
     * @param come by hour
     * @return the hours that something has come for, and those before them: what they reach may be another
     */
    public static List<TrackHour> merge(Map<Integer, List<Sight>> known, Map<Integer, List<Sight>> come) {
        NavigableMap<Integer, List<Sight>> hours = new TreeMap<>(known);
        come.forEach((hour, sights) -> hours.merge(hour, union(sights, List.of()), TrackHour::union));
        TreeSet<Integer> changed = new TreeSet<>(come.keySet());
        come.keySet().stream()
                .map(hours::lowerKey)
                .filter(before -> before != null)
                .forEach(changed::add);
        List<TrackHour> written = new ArrayList<>();
        changed.forEach(hour -> written.add(of(hour, hours, come.containsKey(hour))));
        return written;
    }

    private static List<Sight> union(Collection<Sight> one, Collection<Sight> other) {
        TreeSet<Sight> all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    /** @param whole whether the hour before is known, too, if there is one */
    private static TrackHour of(int hour, NavigableMap<Integer, List<Sight>> hours, boolean whole) {
        List<Sight> sights = hours.get(hour);
        Map.Entry<Integer, List<Sight>> behind = hours.higherEntry(hour);
        Sight next = behind == null ? null : behind.getValue().get(0);
        Sight last = sights.get(sights.size() - 1);
        List<TrackGap> gaps = new ArrayList<>();
        if (whole && hours.lowerKey(hour) == null) {
            gaps.add(new TrackGap(null, sights.get(0)));
        }
        if (next == null || TrackGap.between(last, next)) {
            gaps.add(new TrackGap(last, next));
        }
        return new TrackHour(hour, TrackPart.cut(sights, next), gaps);
    }
}
