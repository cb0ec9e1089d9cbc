package io.sanse.alert.policy;

import io.sanse.alert.domain.policy.CityRules;
import io.sanse.alert.domain.policy.LifecyclePolicy;
import io.sanse.alert.routing.RoutingTable;
import io.sanse.contract.WorkingCalendar;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;

/**
 * Everything that the service goes by.
 *
 * @param rules the life of an alert
 * @param routing who gets it
 */
public record Policies(CityRules rules, RoutingTable routing) {
    /** Reads the three files and keeps their versions. Fails with {@link IllegalArgumentException} when one is not right. */
    public static Future<Policies> load(Database database, PolicyFiles files) {
        PolicyFiles.Read<LifecyclePolicy> lifecycle = files.read("lifecycle.yaml", LifecyclePolicy.class);
        PolicyFiles.Read<WorkingCalendar> calendar = files.read("calendar.yaml", WorkingCalendar.class);
        PolicyFiles.Read<RoutingTable> routing = files.read("routing.yaml", RoutingTable.class);
        PolicyVersions versions = new PolicyVersions();
        return versions.keep(database.pool(), "lifecycle", lifecycle.value().version(), lifecycle.content())
                .compose(kept -> versions.keep(
                        database.pool(), "calendar", calendar.value().version(), calendar.content()))
                .compose(kept -> versions.keep(
                        database.pool(), "routing", routing.value().version(), routing.content()))
                .map(kept -> new Policies(new CityRules(lifecycle.value(), calendar.value()), routing.value()));
    }
}
