package io.sanse.ingest.catalogue;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.service.Catalogue;
import io.sanse.ingest.catalogue.IntakeCounts.Key;
import io.sanse.ingest.catalogue.IntakeCounts.Tally;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The platform's data items ({@code data-catalogue.json}) with what has come of each. */
public final class DataCatalogue {
    private static final String RESOURCE = "/data-catalogue.json";

    /**
     * A data item as the file has it.
     *
     * @param kind observation or registry kind that carries it
     * @param aspect which part of the kind it is ({@link Aspects}), empty for all of it
     */
    record DataItem(
            String id,
            LocalizedText name,
            String department,
            String kind,
            String aspect,
            List<String> protocols,
            String sensitivity) {
        Catalogue.Item with(Tally tally) {
            return new Catalogue.Item(
                    id,
                    name,
                    department,
                    kind,
                    protocols,
                    sensitivity,
                    tally == null ? 0 : tally.count(),
                    tally == null ? null : tally.lastReceivedAt());
        }
    }

    private record File(List<DataItem> items) {}

    private final List<DataItem> items;
    private final IntakeCountStore counts;

    private DataCatalogue(List<DataItem> items, IntakeCountStore counts) {
        this.items = items;
        this.counts = counts;
    }

    public static DataCatalogue load(IntakeCountStore counts) {
        return new DataCatalogue(items(), counts);
    }

    static List<DataItem> items() {
        try (InputStream file = DataCatalogue.class.getResourceAsStream(RESOURCE)) {
            return List.copyOf(Json.strict().readValue(file, File.class).items());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }

    public Future<Catalogue> current() {
        return counts.totals().map(this::with);
    }

    private Catalogue with(Map<Key, Tally> totals) {
        return new Catalogue(items.stream()
                .map(item -> item.with(totals.get(new Key(item.kind(), item.aspect(), ""))))
                .toList());
    }
}
