package io.sanse.model.detect.fact;

import io.sanse.contract.Nights;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * When a firm's ledger was written: of each day in China the first and the last entry.
 *
 * @param times ms, ascending
 */
public record LedgerDays(List<Long> times) {
    static final LedgerDays NONE = new LedgerDays(List.of());

    public LedgerDays {
        times = List.copyOf(times);
    }

    /** With one more; the same object when it changes nothing. */
    LedgerDays with(long at) {
        TreeSet<Long> all = new TreeSet<>(times);
        List<Long> day =
                new ArrayList<>(all.stream().filter(time -> isSameDay(time, at)).toList());
        if (day.contains(at) || day.size() > 1 && day.get(0) < at && at < day.get(1)) {
            return this;
        }
        day.add(at);
        day.sort(null);
        all.removeAll(day);
        all.add(day.get(0));
        all.add(day.get(day.size() - 1));
        return new LedgerDays(List.copyOf(all));
    }

    /** Without those before a time, of which the last is kept. */
    LedgerDays since(long oldest) {
        int kept = 0;
        while (kept + 1 < times.size() && times.get(kept + 1) < oldest) {
            kept++;
        }
        return kept == 0 ? this : new LedgerDays(times.subList(kept, times.size()));
    }

    private static boolean isSameDay(long one, long other) {
        return day(one).equals(day(other));
    }

    private static LocalDate day(long at) {
        return Instant.ofEpochMilli(at).atZone(Nights.ZONE).toLocalDate();
    }
}
