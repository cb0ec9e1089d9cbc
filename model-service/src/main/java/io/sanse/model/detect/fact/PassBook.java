package io.sanse.model.detect.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passes of a vehicle, sorted by time. */
final class PassBook {
    /** How long passes through the cameras of a site are kept: habits show over two weeks, ms. */
    private static final long SITE_MS = 16L * 24 * 3_600_000;

    private PassBook() {}

    /** The same list when the pass is in it. */
    static List<Pass> with(List<Pass> passes, Pass pass) {
        for (int i = passes.size() - 1; i >= 0 && passes.get(i).at() >= pass.at(); i--) {
            if (passes.get(i).id().equals(pass.id())) {
                return passes;
            }
        }
        List<Pass> more = new ArrayList<>(passes.size() + 1);
        more.addAll(passes);
        more.add(pass);
        if (!passes.isEmpty() && Pass.ORDER.compare(passes.get(passes.size() - 1), pass) > 0) {
            more.sort(Pass.ORDER);
        }
        return more;
    }

    /**
     * Without the old ones; the way into a site that was not left again is kept however old it is.
     *
     * @param oldest ms
     * @param newest newest time known, ms
     */
    static List<Pass> since(List<Pass> passes, long oldest, long newest) {
        if (passes.isEmpty() || passes.get(0).at() >= oldest) {
            return passes;
        }
        Map<String, Pass> entries = new HashMap<>();
        for (Pass pass : passes) {
            if (pass.site() != null && pass.leaving()) {
                entries.remove(pass.site());
            } else if (pass.site() != null && pass.entering()) {
                entries.put(pass.site(), pass);
            }
        }
        return passes.stream()
                .filter(pass -> pass.at() >= oldest
                        || pass.site() != null && pass.at() >= newest - SITE_MS
                        || entries.containsValue(pass))
                .toList();
    }
}
