package io.sanse.gateway.stream;

import io.sanse.contract.Caller;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.contract.service.IngestService;
import io.sanse.contract.service.RegistryPage;
import io.sanse.contract.service.RegistryQuery;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where a caller may see positions: everywhere, or within the districts of its areas. */
final class VisibleArea {
    static final VisibleArea NOWHERE = new VisibleArea(false, List.of());

    private static final VisibleArea EVERYWHERE = new VisibleArea(true, List.of());
    private static final int PAGE = 1_000;

    private final boolean everywhere;
    private final List<List<GeoPoint>> boundaries;

    private VisibleArea(boolean everywhere, List<List<GeoPoint>> boundaries) {
        this.everywhere = everywhere;
        this.boundaries = boundaries;
    }

    /** Asks the registry for the boundaries of the caller's areas. */
    static Future<VisibleArea> of(Caller caller, IngestService registry) {
        return caller.areas().contains("")
                ? Future.succeededFuture(EVERYWHERE)
                : collect(caller, registry, null, new ArrayList<>());
    }

    private static Future<VisibleArea> collect(
            Caller caller, IngestService registry, String after, List<List<GeoPoint>> found) {
        return registry.registry(new RegistryQuery(caller, RegistryKind.DISTRICT, after, PAGE))
                .compose(page -> {
                    boundaries(caller, page).forEach(found::add);
                    return page.next() == null
                            ? Future.succeededFuture(within(found))
                            : collect(caller, registry, page.next(), found);
                });
    }

    private static Stream<List<GeoPoint>> boundaries(Caller caller, RegistryPage page) {
        return page.items().stream()
                .filter(entry -> caller.sees(entry.id()))
                .map(RegistryEntry::details)
                .map(details -> details instanceof Details.District district ? district.boundary() : null)
                .filter(Objects::nonNull);
    }

    static VisibleArea within(List<List<GeoPoint>> boundaries) {
        return new VisibleArea(false, List.copyOf(boundaries));
    }

    boolean contains(double longitude, double latitude) {
        return everywhere || boundaries.stream().anyMatch(ring -> contains(ring, longitude, latitude));
    }

    /** Even-odd rule: how often a ray to the east crosses the ring. */
    private static boolean contains(List<GeoPoint> ring, double longitude, double latitude) {
        boolean inside = false;
        GeoPoint from = ring.get(ring.size() - 1);
        for (GeoPoint to : ring) {
            if ((from.latitude() > latitude) != (to.latitude() > latitude)) {
                double share = (latitude - from.latitude()) / (to.latitude() - from.latitude());
                inside ^= longitude < from.longitude() + share * (to.longitude() - from.longitude());
            }
            from = to;
        }
        return inside;
    }
}
