package io.sanse.model.certification;

import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.model.CertificationNotice.Standing;
import io.sanse.contract.model.CertificationNotice.Version;
import io.sanse.contract.service.Certification;
import io.sanse.model.detect.rule.Model;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Has people told of certifications that end: once for each version, date and standing, all that a look finds in one notice. What is to be told is committed with the mark that
 * it was found, and told after that as often as it takes.
 */
final class Notices {
    private final Database database;
    private final Duration ahead;
    private final Function<CertificationNotice, Future<Void>> people;
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

    /** Completes when all is told that is to be told by now. */
    Future<Void> tell(List<Certification> all, List<Model> live, Instant now) {
        return database.transaction(transaction -> find(transaction, Standing.DUE, all, live, now)
                        .compose(due -> find(transaction, Standing.OVERDUE, all, live, now)))
                .compose(found -> database.transaction(this::relay));
    }

    private Future<Void> find(
            SqlConnection transaction, Standing standing, List<Certification> all, List<Model> live, Instant now) {
        List<Version> versions = new ArrayList<>();
        Future<Void> chain = Future.succeededFuture();
        for (Certification one : all) {
            if (CertificationRules.standing(one, now, ahead) == standing) {
                chain = chain.compose(before -> store.mark(transaction, one, standing))
                        .onSuccess(first -> {
                            if (first) {
                                versions.add(version(one, live));
                            }
                        })
                        .mapEmpty();
            }
        }
        return chain.compose(marked -> versions.isEmpty()
                ? Future.succeededFuture()
                : store.add(transaction, new CertificationNotice(UUID.randomUUID(), now, standing, versions)));
    }

    private static Version version(Certification one, List<Model> live) {
        return live.stream()
                .filter(model -> model.id().equals(one.model()))
                .findFirst()
                .map(model ->
                        new Version(one.model(), one.version(), model.head().name(), one.until()))
                .orElseThrow();
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
