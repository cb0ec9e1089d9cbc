package io.sanse.model.detect.rule;

import java.util.Set;

/**
 * Where a version of a model judges, and whether its words count.
 *
 * @param only division codes that it is confined to, with all that begins with them; empty: everywhere
 * @param except division codes that another version judges
 * @param shadow its words are told apart and alert nobody (试运行)
 */
public record Remit(Set<String> only, Set<String> except, boolean shadow) {
    /** Every district, and what is said counts. */
    public static final Remit EVERYWHERE = new Remit(Set.of(), Set.of(), false);

    /** Every district, and nobody is alerted. */
    public static final Remit SHADOW = new Remit(Set.of(), Set.of(), true);

    public Remit {
        only = Set.copyOf(only);
        except = Set.copyOf(except);
    }

    /** @param division code of the place or subject, or null when unknown: then a version that is confined to districts is silent */
    public boolean covers(String division) {
        return (only.isEmpty() || lies(division, only)) && !lies(division, except);
    }

    /** Whether it judges wherever something lies. */
    public boolean isEverywhere() {
        return only.isEmpty() && except.isEmpty();
    }

    private static boolean lies(String division, Set<String> codes) {
        return division != null && codes.stream().anyMatch(division::startsWith);
    }
}
