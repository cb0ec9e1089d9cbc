package io.sanse.model.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The objects that were used last, by key; those that were not used for longest go first.
 *
 * @param <K> kind of key
 * @param <V> kind of object
 */
final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    /** @param most how many are kept */
    RecentlyUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
