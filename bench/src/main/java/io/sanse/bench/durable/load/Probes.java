package io.sanse.bench.durable.load;

import java.util.Map;
import java.util.TreeMap;

/** Manifests of which every one has a weight gap: what is sent of them has to come out. */
public final class Probes {
    private final TreeMap<Long, String> sent = new TreeMap<>();

    synchronized void sent(String manifest, long nanos) {
        sent.put(nanos, manifest);
    }

    /** Manifests whose second weight was sent from one moment on and before another, with that moment; {@link System#nanoTime()}. */
    public synchronized Map<Long, String> between(long from, long until) {
        return new TreeMap<>(sent.subMap(from, until));
    }

    /** Those of all moments. */
    public synchronized Map<Long, String> all() {
        return new TreeMap<>(sent);
    }
}
