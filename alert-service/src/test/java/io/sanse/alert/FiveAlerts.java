package io.sanse.alert;

import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.Caller;
import io.sanse.contract.Level;
import io.sanse.contract.service.AlertPage;
import io.sanse.contract.service.AlertQuery;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Five alerts, a second apart: yellow in the east town, blue, red, yellow in the next county, yellow of another model. */
final class FiveAlerts {
    private final Desk desk;
    private final AlertEndpoint endpoint;
    private final List<UUID> ids;

    FiveAlerts(PostgresServer server) {
        desk = Desk.open(server);
        endpoint = new AlertEndpoint(desk.database, desk.commands, desk.clock);
        for (Detections detection : List.of(
                Detections.stop("浙GA0001"),
                Detections.silent("浙GA0002"),
                Detections.stop("浙GA0003").level(Level.RED),
                Detections.stop("浙GA0004").at(TestCity.IN_NEXT),
                Detections.stop("浙GA0005").model("manifest-ghost"))) {
            desk.detect(detection.raised());
            desk.clock.advance(Duration.ofSeconds(1));
        }
        ids = desk.ids();
    }

    Desk desk() {
        return desk;
    }

    AlertEndpoint endpoint() {
        return endpoint;
    }

    /** In the order in which they were raised. */
    List<UUID> ids() {
        return ids;
    }

    /** Which of the five a page has, 1 to 5. */
    List<Integer> numbers(AlertPage page) {
        return page.items().stream().map(alert -> ids.indexOf(alert.id()) + 1).toList();
    }

    /** A question without filters. */
    static AlertQuery all(Caller caller, String after, int limit) {
        return new AlertQuery(caller, null, null, null, null, null, null, null, null, null, after, limit);
    }
}
