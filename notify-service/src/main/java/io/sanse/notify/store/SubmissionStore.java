package io.sanse.notify.store;

import io.sanse.notify.channel.SubmitOutcome;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.domain.PartState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Deliveries on their way to the channel: taken before the submit, settled after the answer. */
public final class SubmissionStore {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 6;

    private static final String TAKE = """
            UPDATE delivery SET state = 'submitted', attempts = attempts + 1, sender = $1, updated_at = $2
            WHERE id IN (SELECT id FROM delivery WHERE state = 'claimed' AND not_before <= $2
                         ORDER BY (level = 'red') DESC, position LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING id, attempts, phone, body, (position & 65535)::int AS reference, received_at,
                      level <> 'red' AS can_wait, position""";
    private static final Comparator<Row> IN_TURN = Comparator.<Row, Boolean>comparing(row -> row.getBoolean("can_wait"))
            .thenComparing(row -> row.getLong("position"));

    private static final String TAKE_PARTS = """
            UPDATE delivery_part SET state = 'submitted' WHERE delivery_id = ANY ($1) AND state = 'pending'
            RETURNING delivery_id, number""";
    private static final String LOCK = """
            SELECT FROM delivery WHERE id = $1 AND sender = $2 AND attempts = $3 AND state IN ('submitted', 'unknown') FOR UPDATE""";
    private static final String ANSWERED = """
            UPDATE delivery_part SET state = $3, message_id = $4, message_key = $5, accepted_at = $6, query_at = $7
            WHERE delivery_id = $1 AND number = $2""";
    private static final String GIVE_BACK = """
            UPDATE delivery_part SET state = 'pending' WHERE delivery_id = $1 AND state = 'submitted'""";
    private static final String UNTAKE = """
            UPDATE delivery SET state = 'claimed' WHERE state = 'submitted' AND sender = $1 AND NOT id = ANY ($2) RETURNING id""";
    private static final String UNTAKE_PARTS = """
            UPDATE delivery_part SET state = 'pending' WHERE delivery_id = ANY ($1) AND state = 'submitted'""";
    private static final String EXPIRE = """
            UPDATE delivery SET state = 'failed', reason = 'expired', updated_at = $2 WHERE state = 'claimed' AND created_at < $1""";

    /**
     * One part's answer.
     *
     * @param messageKey canonical form of an accepted part's id, or null
     * @param queryAt when to ask for its fate if no receipt has come
     */
    public record Answer(Submission submission, int part, SubmitOutcome outcome, String messageKey, Instant queryAt) {}

    private final DeliveryFold fold = new DeliveryFold();

    /** Takes what waits, red first. After this has been committed the channel may be used. */
    public Future<List<Submission>> take(SqlConnection tx, UUID sender, int limit, Instant now) {
        return tx.preparedQuery(TAKE)
                .execute(Tuple.of(sender, NoticeStore.utc(now), limit))
                .compose(taken -> takeParts(tx, taken).map(parts -> submissions(sender, taken, parts)));
    }

    private static Future<Map<UUID, List<Integer>>> takeParts(SqlConnection tx, RowSet<Row> taken) {
        return tx.preparedQuery(TAKE_PARTS).execute(ids(taken)).map(rows -> {
            Map<UUID, List<Integer>> parts = new HashMap<>();
            rows.forEach(row -> parts.computeIfAbsent(row.getUUID("delivery_id"), id -> new ArrayList<>())
                    .add(row.getInteger("number")));
            return parts;
        });
    }

    /** The database returns the rows in any order. */
    private static List<Submission> submissions(UUID sender, RowSet<Row> taken, Map<UUID, List<Integer>> parts) {
        List<Row> rows = new ArrayList<>();
        taken.forEach(rows::add);
        rows.sort(IN_TURN);
        return rows.stream()
                .map(row -> submission(sender, row, parts.getOrDefault(row.getUUID("id"), List.of())))
                .toList();
    }

    private static Submission submission(UUID sender, Row row, List<Integer> parts) {
        OffsetDateTime receivedAt = row.getOffsetDateTime("received_at");
        return new Submission(
                row.getUUID("id"),
                sender,
                row.getInteger("attempts"),
                row.getString("phone"),
                row.getString("body"),
                row.getInteger("reference"),
                parts.stream().sorted().toList(),
                receivedAt == null ? null : receivedAt.toInstant());
    }

    /** Stores an answer; nothing when the row has meanwhile been taken from this sender. */
    public Future<Optional<DeliveryState>> answered(SqlConnection tx, Answer answer, Instant now) {
        Submission submission = answer.submission();
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(submission.id(), submission.sender(), submission.attempt()))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : store(tx, answer, now).map(Optional::of));
    }

    private Future<DeliveryState> store(SqlConnection tx, Answer answer, Instant now) {
        UUID id = answer.submission().id();
        boolean accepted = answer.outcome() instanceof SubmitOutcome.Accepted;
        Tuple part = Tuple.of(id, answer.part(), state(answer.outcome()).text())
                .addString(answer.outcome() instanceof SubmitOutcome.Accepted taken ? taken.messageId() : null)
                .addString(answer.messageKey())
                .addOffsetDateTime(accepted ? NoticeStore.utc(now) : null)
                .addOffsetDateTime(accepted ? NoticeStore.utc(answer.queryAt()) : null);
        Instant again = now.plus(pause(answer.submission().attempt()));
        return tx.preparedQuery(ANSWERED)
                .execute(part)
                .compose(written -> goesOn(answer.outcome())
                        ? Future.succeededFuture()
                        : tx.preparedQuery(GIVE_BACK).execute(Tuple.of(id)))
                .compose(done -> fold.settle(tx, new Settlement(id, reason(answer.outcome()), again, true), now));
    }

    /** After these the next part is submitted; after any other outcome the rest waits. */
    public static boolean goesOn(SubmitOutcome outcome) {
        return outcome instanceof SubmitOutcome.Accepted || outcome instanceof SubmitOutcome.Unknown;
    }

    private static PartState state(SubmitOutcome outcome) {
        if (outcome instanceof SubmitOutcome.Accepted) {
            return PartState.ACCEPTED;
        }
        if (outcome instanceof SubmitOutcome.Refused) {
            return PartState.REFUSED;
        }
        return outcome instanceof SubmitOutcome.Unknown ? PartState.UNKNOWN : PartState.PENDING;
    }

    private static String reason(SubmitOutcome outcome) {
        if (outcome instanceof SubmitOutcome.Refused refused) {
            return refused.reason();
        }
        if (outcome instanceof SubmitOutcome.Busy busy) {
            return busy.reason();
        }
        if (outcome instanceof SubmitOutcome.NotSent notSent) {
            return notSent.reason();
        }
        return outcome instanceof SubmitOutcome.Unknown unknown ? unknown.reason() : null;
    }

    private static Duration pause(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
    }

    /**
     * Gives back what was taken for this sender but never reached it.
     *
     * @param begun what it has under way
     */
    public Future<Void> untake(SqlConnection tx, UUID sender, Set<UUID> begun) {
        return tx.preparedQuery(UNTAKE)
                .execute(Tuple.tuple().addUUID(sender).addArrayOfUUID(begun.toArray(UUID[]::new)))
                .compose(rows -> tx.preparedQuery(UNTAKE_PARTS).execute(ids(rows)))
                .mapEmpty();
    }

    private static Tuple ids(RowSet<Row> rows) {
        List<UUID> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new));
    }

    /** What could not be submitted for too long is given up: old news would only confuse. */
    public Future<Integer> expire(SqlConnection tx, Instant before, Instant now) {
        return tx.preparedQuery(EXPIRE)
                .execute(Tuple.of(NoticeStore.utc(before), NoticeStore.utc(now)))
                .map(rows -> rows.rowCount());
    }
}
