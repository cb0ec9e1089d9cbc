package io.sanse.model.certification;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.model.CertificationNotice.Standing;
import io.sanse.contract.model.CertificationNotice.Version;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table {@code model_notice}, and the mark of what was told in {@code model_certification}. */
final class NoticeStore {
    private static final String MARK = """
            UPDATE model_certification SET noticed = $3 WHERE model = $1 AND version = $2 AND noticed <> ALL ($4)""";
    private static final String ADD =
            "INSERT INTO model_notice (id, content) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING";
    private static final String WAITING = "SELECT content FROM model_notice FOR UPDATE SKIP LOCKED";
    private static final String TOLD = "DELETE FROM model_notice WHERE id = $1";

    /** Whether nobody was told of this standing of a version at its date, or of a later one, before; then it counts as told. */
    Future<Boolean> mark(SqlConnection transaction, Version one, Standing standing) {
        // a node whose clock is behind still finds due what another one has told to be overdue
        String[] told = Arrays.stream(Standing.values())
                .filter(other -> other.compareTo(standing) >= 0)
                .map(other -> mark(one, other))
                .toArray(String[]::new);
        Tuple values = Tuple.of(one.model(), one.version(), mark(one, standing)).addArrayOfString(told);
        return transaction.preparedQuery(MARK).execute(values).map(done -> done.rowCount() > 0);
    }

    private static String mark(Version one, Standing standing) {
        return standing.text() + ' ' + one.until();
    }

    /** One that waits already waits on. */
    Future<Void> add(SqlConnection transaction, CertificationNotice notice) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(notice.id(), Json.text(notice)))
                .mapEmpty();
    }

    /** What waits to be told and nobody else is telling, locked. */
    Future<List<CertificationNotice>> waiting(SqlConnection transaction) {
        return transaction.query(WAITING).execute().map(rows -> {
            List<CertificationNotice> notices = new ArrayList<>();
            rows.forEach(row -> notices.add(read(row.getString(0))));
            return notices;
        });
    }

    Future<Void> told(SqlConnection transaction, CertificationNotice notice) {
        return transaction.preparedQuery(TOLD).execute(Tuple.of(notice.id())).mapEmpty();
    }

    private static CertificationNotice read(String content) {
        try {
            return Json.parse(content, CertificationNotice.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
