package io.sanse.model.certification;

import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.model.CertificationNotice.Standing;
import io.sanse.contract.model.CertificationNotice.Version;
import io.sanse.contract.service.Certification;
import io.sanse.model.detect.rule.Model;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has people told of certifications that end: once for each version, date and standing, all that a look finds in one notice. What is to be told is committed with the mark that
 * it was found, and told after that as often as it takes.
 */
final class Notices {
    private final Database database;
    private final Duration ahead;
    private final Function<CertificationNotice, Future<Void>> people;
    private final CertificationStore certifications = new CertificationStore();
    private final NoticeStore store = new NoticeStore();

    /**
     * @param ahead so long before its date a certification is due
     * @param people completes when they will be told
     */
    Notices(Database database, Duration ahead, Function<CertificationNotice, Future<Void>> people) {
        this.database = database;
        this.ahead = ahead;
        this.people = people;
    }

    /** Completes when all is told that is to be told of live versions by now. */
    Future<Void> tell(List<Model> live, Instant now) {
        return database.transaction(transaction -> find(transaction, live, now))
                .compose(found -> database.transaction(this::relay));
    }

    /** Locked, since a version that is certified anew meanwhile is not to be told of. */
    private Future<Void> find(SqlConnection transaction, List<Model> live, Instant now) {
        return certifications.locked(transaction).compose(all -> {
            Future<Void> chain = Future.succeededFuture();
            for (Standing standing : Standing.values()) {
                List<Version> versions = all.stream()
                        .filter(one -> CertificationRules.standing(one, now, ahead) == standing)
                        .flatMap(one -> version(one, live))
                        .toList();
                chain = chain.compose(before -> untold(transaction, standing, versions))
                        .compose(untold -> add(transaction, standing, untold, now));
            }
            return chain;
        });
    }

    /** None when it is not live. */
    private static Stream<Version> version(Certification one, List<Model> live) {
        return live.stream()
                .filter(model -> CertificationRules.isOf(one, model))
                .limit(1)
                .map(model ->
                        new Version(one.model(), one.version(), model.head().name(), one.until()));
    }

    /** Those that nobody was told of; they count as told now. */
    private Future<List<Version>> untold(SqlConnection transaction, Standing standing, List<Version> versions) {
        List<Version> untold = new ArrayList<>();
        Future<Boolean> chain = Future.succeededFuture();
        for (Version version : versions) {
            chain = chain.compose(before -> store.mark(transaction, version, standing))
                    .map(first -> first && untold.add(version));
        }
        return chain.map(untold);
    }

    private Future<Void> add(SqlConnection transaction, Standing standing, List<Version> versions, Instant now) {
        return versions.isEmpty()
                ? Future.succeededFuture()
                : store.add(transaction, new CertificationNotice(id(standing, versions), now, standing, versions));
    }

    /** What says the same has the same id: found again after the marks were lost, it is known to those who were told. */
    private static UUID id(Standing standing, List<Version> versions) {
        String content = versions.stream()
                .map(version -> version.model() + ' ' + version.version() + ' ' + version.until())
                .sorted()
                .collect(Collectors.joining("\n", standing.text() + '\n', ""));
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private Future<Void> relay(SqlConnection transaction) {
        return store.waiting(transaction).compose(waiting -> {
            Future<Void> chain = Future.succeededFuture();
            for (CertificationNotice one : waiting) {
                chain = chain.compose(before -> people.apply(one)).compose(told -> store.told(transaction, one));
            }
            return chain;
        });
    }
}
