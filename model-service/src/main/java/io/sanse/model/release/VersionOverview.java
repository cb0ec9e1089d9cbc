package io.sanse.model.release;

import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.ModelVersionList.Firing;
import io.sanse.contract.service.ModelVersionList.WatchedVersion;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionStage;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The versions of a model as a caller sees them: what they fire, what may be done with them, how they stand to their forecasts. */
final class VersionOverview {
    private static final Duration SHOWN = Duration.ofDays(31);
    private static final Set<VersionStage> WATCHED = EnumSet.of(VersionStage.CANARY, VersionStage.LIVE);

    private final InstantSource clock;
    private final int floor;
    private final FiringStore firings = new FiringStore();

    VersionOverview(ReleaseParts parts) {
        this.clock = parts.clock();
        this.floor = parts.settings().floor();
    }

    Future<ModelVersionList> of(SqlClient client, List<ModelVersion> all, VersionQuery query) {
        return firings(client, query).compose(days -> watched(client, all)
                .map(watched -> new ModelVersionList(
                        all,
                        days,
                        all.stream()
                                .map(version -> VersionLife.allowed(
                                        version, query.caller().user()))
                                .toList(),
                        watched)));
    }

    private Future<List<Firing>> firings(SqlClient client, VersionQuery query) {
        return firings.days(client, query.model(), clock.instant().minus(SHOWN)).map(days -> days.stream()
                .filter(day -> query.caller().sees(day.district()))
                .toList());
    }

    /** Whoever decides on a version needs to know how it stands everywhere: numbers without places, like the forecast itself. */
    private Future<List<WatchedVersion>> watched(SqlClient client, List<ModelVersion> all) {
        Instant now = clock.instant();
        List<Future<WatchedVersion>> watched = all.stream()
                .filter(version -> WATCHED.contains(version.stage()))
                .filter(version -> !version.effectiveAt().isAfter(now))
                .map(version -> watched(client, version, now))
                .toList();
        return Future.all(watched).map(CompositeFuture::list);
    }

    private Future<WatchedVersion> watched(SqlClient client, ModelVersion version, Instant now) {
        return firings.raised(client, version.model(), version.version(), version.effectiveAt())
                .map(raised -> Forecast.of(version, floor).seen(raised, now));
    }
}
