package io.sanse.model.detect.fact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts the books of a subject of which more is told than can be: no vehicle, firm or site of this world fills them, but a camera that repeats itself with other times or a feed with the wrong key does. The oldest go, and what went is told: what was
 * said of them may be taken back.
 */
public final class Trim {
    /** So many entries are kept of a book. */
    static final int MOST = 5_000;

    /** So many passes of a site, whose cameras see everybody. */
    static final int MOST_AT_SITE = 20_000;

    private Map<String, Integer> cut = Map.of();

    /** Whether nothing would go of a book. */
    static boolean fits(List<?> book) {
        return book.size() <= MOST;
    }

    /** The last entries of a book; the same list when all are kept. */
    <T> List<T> last(String book, List<T> all) {
        return last(book, all, MOST);
    }

    <T> List<T> last(String book, List<T> all, int most) {
        int more = all.size() - most;
        if (more <= 0) {
            return all;
        }
        cut(book, more);
        return List.copyOf(all.subList(more, all.size()));
    }

    /** So many entries of a book have gone. */
    void cut(String book, int entries) {
        if (cut.isEmpty()) {
            cut = new TreeMap<>();
        }
        cut.merge(book, entries, Integer::sum);
    }

    /** How many entries have gone, by book. */
    public Map<String, Integer> cut() {
        return Collections.unmodifiableMap(cut);
    }
}
