package io.sanse.model.detect;

import io.sanse.model.detect.rule.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The models of one kind of subject, and who of them reads facts of which kind: whom it does not concern costs nothing. */
final class Panel {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<List<Model>> all;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<Integer>> readers = new HashMap<>();
    private final long mark;

    /** @param models versions whose words belong together are in one list */
    Panel(Collection<List<Model>> models) {
        all = List.copyOf(models);
        long mixed = 1;
        for (int place = 0; place < all.size(); place++) {
            List<Model> versions = all.get(place);
            places.put(versions.get(0).signature(), place);
            for (String kind : kinds(versions)) {
                readers.computeIfAbsent(kind, none -> new ArrayList<>()).add(place);
            }
            for (Model version : versions) {
                mixed = (mixed ^ text(version).hashCode()) * MIX;
            }
        }
        mark = mixed;
    }

    private static Set<String> kinds(List<Model> versions) {
        Set<String> kinds = new HashSet<>();
        versions.forEach(version -> kinds.addAll(version.operator().facts()));
        return kinds;
    }

    private static String text(Model version) {
        return version.signature()
                + ':'
                + version.head().version()
                + new TreeSet<>(version.remit().only())
                + new TreeSet<>(version.remit().except());
    }

    /** Who they are; the same in every process. Other models, other versions or other districts have another mark. */
    long mark() {
        return mark;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether a model with this signature is among them. */
    boolean has(String signature) {
        return places.containsKey(signature);
    }

    /** Those whose business an occasion is, by signature, in their order. */
    Map<String, List<Model>> concerned(Occasion occasion) {
        Set<Integer> chosen = new TreeSet<>();
        if (occasion.isForAll()) {
            chosen.addAll(places.values());
        } else {
            occasion.kinds().forEach(kind -> chosen.addAll(readers.getOrDefault(kind, List.of())));
            occasion.signatures().forEach(signature -> {
                Integer place = places.get(signature);
                if (place != null) {
                    chosen.add(place);
                }
            });
        }
        Map<String, List<Model>> concerned = new LinkedHashMap<>(2 * chosen.size());
        chosen.forEach(place -> concerned.put(all.get(place).get(0).signature(), all.get(place)));
        return concerned;
    }

    /** The versions with this signature, or null. */
    List<Model> of(String signature) {
        Integer place = places.get(signature);
        return place == null ? null : all.get(place);
    }
}
