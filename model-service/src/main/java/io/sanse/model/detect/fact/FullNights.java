package io.sanse.model.detect.fact;

import io.sanse.contract.Nights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which reports of nights are kept when there are more than fit: the oldest nights are given up whole, and of a night that alone is too much each vehicle keeps in each square as much as the others. In whatever order they come, the same
 * are kept.
 *
 * @param kept sorted by time and id; nights that are given up are among them until they are forgotten
 * @param settled nights that ended before this are given up, or 0, ms
 * @param lost end of the newest night of which something is given up, or 0, ms
 */
record FullNights(List<Seen> kept, long settled, long lost) {

    /** @param seen sorted by time and id */
    static FullNights of(List<Seen> seen, int most) {
        int from = 0;
        long settled = 0;
        while (seen.size() - from > most) {
            long oldest = Nights.endOf(seen.get(from).at());
            if (oldest == Nights.endOf(seen.get(seen.size() - 1).at())) {
                List<Seen> kept = new ArrayList<>(seen.subList(0, from));
                kept.addAll(evenly(seen.subList(from, seen.size()), most));
                return new FullNights(kept, settled, oldest);
            }
            while (seen.get(from).at() < oldest) {
                from++;
            }
            settled = oldest + 1;
        }
        return new FullNights(seen, settled, settled == 0 ? 0 : settled - 1);
    }

    /** The best of each vehicle in each square, then the second best of each, and so on: who sleeps in a wood does not hide who comes to a pit. */
    private static List<Seen> evenly(List<Seen> night, int most) {
        Map<String, Integer> counts = new HashMap<>();
        Map<Seen, Integer> ranks = new IdentityHashMap<>();
        night.stream()
                .sorted(Seen.STANDING_FIRST)
                .forEach(one -> ranks.put(one, counts.merge(one.plate() + ' ' + one.square(), 1, Integer::sum)));
        return night.stream()
                .sorted(Comparator.<Seen>comparingInt(ranks::get).thenComparing(Seen.STANDING_FIRST))
                .limit(most)
                .sorted(Seen.ORDER)
                .toList();
    }
}
