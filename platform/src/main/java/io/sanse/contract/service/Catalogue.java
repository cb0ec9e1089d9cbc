package io.sanse.contract.service;

import io.sanse.contract.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * The data catalogue (数据目录).
 *
 * @param items one per data item
 */
public record Catalogue(List<Item> items) {
    public Catalogue {
        items = List.copyOf(items);
    }

    /**
     * One data item.
     *
     * @param id stable id in kebab case
     * @param name for people
     * @param department who owns the data (competence)
     * @param kind observation or registry kind that carries it
     * @param protocols how it may come
     * @param sensitivity {@code public}, {@code internal} or {@code personal}
     * @param count accepted since the platform's first start
     * @param lastReceivedAt newest arrival, or null
     */
    public record Item(
            String id,
            LocalizedText name,
            String department,
            String kind,
            List<String> protocols,
            String sensitivity,
            long count,
            Instant lastReceivedAt) {}
}
