package io.sanse.model.release;

import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.ModelVersionList.AllowedSteps;
import io.sanse.contract.service.ModelVersionList.Firing;
import io.sanse.contract.service.ModelVersionList.UnreadableVersion;
import io.sanse.contract.service.ModelVersionList.WatchedVersion;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.release.forecast.Forecast;
import io.sanse.model.release.gate.GateOrders;
import io.sanse.model.release.life.VersionLife;
import io.sanse.model.release.text.VersionTexts;
import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
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
    private static final Set<VersionStage> JUDGING =
            EnumSet.of(VersionStage.SHADOW, VersionStage.CANARY, VersionStage.LIVE);

    private final InstantSource clock;
    private final ReleaseSettings settings;
    private final Vertx vertx;
    private final VersionTexts texts;
    private final FiringStore firings = new FiringStore();

    VersionOverview(ReleaseParts parts) {
        this.clock = parts.clock();
        this.settings = parts.settings();
        this.vertx = parts.vertx();
        this.texts = parts.texts();
    }

    Future<ModelVersionList> of(SqlClient client, List<ModelVersion> all, VersionQuery query) {
        return vertx.executeBlocking(() -> seen(all, query.caller().user()), false)
                .compose(seen -> firings(client, query).compose(days -> watched(client, all)
                        .map(watched -> new ModelVersionList(
                                seen.versions(), days, seen.allowed(), watched, seen.unreadable()))));
    }

    /** What the texts have a say in. */
    private record Seen(List<ModelVersion> versions, List<AllowedSteps> allowed, List<UnreadableVersion> unreadable) {}

    private Seen seen(List<ModelVersion> all, String user) {
        return new Seen(
                all.stream().map(texts::shown).toList(),
                all.stream().map(version -> allowed(version, user)).toList(),
                all.stream()
                        .filter(version -> JUDGING.contains(version.stage()))
                        .map(version -> new UnreadableVersion(version.version(), texts.unreadable(version)))
                        .filter(version -> version.what() != null)
                        .toList());
    }

    private AllowedSteps allowed(ModelVersion version, String user) {
        AllowedSteps allowed = VersionLife.allowed(version, user);
        boolean others = allowed.actions().contains(VersionAction.GATE)
                && GateOrders.isForOthers(
                        version, user, () -> texts.scope(version).readsPersons());
        return others ? allowed.without(VersionAction.GATE) : allowed;
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
        return firings.hours(client, version, Forecast.needed(now))
                .map(fired -> Forecast.of(version, settings.forecast(), texts.keepsSilent(version))
                        .seen(fired, now));
    }
}
