package io.sanse.notify.store;

import io.sanse.contract.Level;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.domain.PartState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Brings a delivery's row in line with its parts. */
final class DeliveryFold {
    /** A red message may reach a phone more than once, but not without end. */
    private static final int MOST_RESENDS = 3;

    private static final String PARTS = """
            SELECT part.state, delivery.level, delivery.resent
            FROM delivery_part part JOIN delivery ON delivery.id = part.delivery_id WHERE delivery.id = $1""";
    private static final String SETTLE = """
            UPDATE delivery SET state = $2, reason = CASE WHEN $3::text IS NULL AND resent > 0 THEN 'unknown-resent' ELSE $3 END,
                   not_before = $4, updated_at = $5 WHERE id = $1""";
    private static final String RESEND_PARTS = """
            UPDATE delivery_part SET state = 'pending' WHERE delivery_id = $1 AND state = 'unknown'""";
    private static final String RESEND = """
            UPDATE delivery SET state = 'claimed', reason = 'unknown-resent', resent = resent + 1, not_before = $2, updated_at = $3
            WHERE id = $1""";

    private record Parts(Set<PartState> states, Level level, int resent) {
        boolean mayBeResent() {
            return level == Level.RED && resent < MOST_RESENDS;
        }
    }

    /** Completes with the delivery's state; the caller holds the row's lock. */
    Future<DeliveryState> settle(SqlConnection tx, Settlement settlement, Instant now) {
        return parts(tx, settlement).compose(parts -> {
            DeliveryState state = DeliveryState.of(parts.states());
            boolean resend = state == DeliveryState.UNKNOWN && settlement.resendRed() && parts.mayBeResent();
            return resend ? resend(tx, settlement, now) : write(tx, settlement, state, now);
        });
    }

    private static Future<Parts> parts(SqlConnection tx, Settlement settlement) {
        return tx.preparedQuery(PARTS).execute(Tuple.of(settlement.id())).map(rows -> {
            Set<PartState> states = EnumSet.noneOf(PartState.class);
            Row last = null;
            for (Row row : rows) {
                states.add(PartState.of(row.getString("state")));
                last = row;
            }
            if (last == null) {
                throw new IllegalStateException("delivery " + settlement.id() + " has no parts");
            }
            return new Parts(states, Level.of(last.getString("level")), last.getInteger("resent"));
        });
    }

    private static Future<DeliveryState> write(
            SqlConnection tx, Settlement settlement, DeliveryState state, Instant now) {
        Tuple row = Tuple.of(
                settlement.id(),
                state.text(),
                settlement.reason(),
                NoticeStore.utc(settlement.notBefore()),
                NoticeStore.utc(now));
        return tx.preparedQuery(SETTLE).execute(row).map(state);
    }

    private static Future<DeliveryState> resend(SqlConnection tx, Settlement settlement, Instant now) {
        return tx.preparedQuery(RESEND_PARTS)
                .execute(Tuple.of(settlement.id()))
                .compose(freed -> tx.preparedQuery(RESEND)
                        .execute(Tuple.of(
                                settlement.id(), NoticeStore.utc(settlement.notBefore()), NoticeStore.utc(now))))
                .map(DeliveryState.CLAIMED);
    }
}
