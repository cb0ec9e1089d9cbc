package io.sanse.ingest.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.observation.Kind;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.ingest.catalogue.DataCatalogue.DataItem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataCatalogueTest {
    private final List<DataItem> items = DataCatalogue.items();

    @Test
    void hasEachItemOnceAndNoFewerThanTheFirst44() {
        assertTrue(items.size() >= 44, items.size() + " items");
        assertEquals(items.size(), items.stream().map(DataItem::id).distinct().count());
        assertEquals(
                items.size(),
                items.stream()
                        .map(item -> item.kind() + '/' + item.aspect())
                        .distinct()
                        .count());
    }

    @Test
    void everyItemIsCarriedByAKindAndRatedKnownly() {
        Set<String> kinds = Stream.concat(
                        Stream.of(Kind.values()).map(Kind::text),
                        Stream.of(RegistryKind.values()).map(RegistryKind::text))
                .collect(Collectors.toSet());
        for (DataItem item : items) {
            assertTrue(kinds.contains(item.kind()), item.id());
            assertTrue(Set.of("public", "internal", "personal").contains(item.sensitivity()), item.id());
            assertTrue(Set.of("jt808", "hj212", "http").containsAll(item.protocols()), item.id());
            assertTrue(item.id().matches("[a-z0-9-]+") && !item.name().zh().isBlank(), item.id());
        }
    }
}
