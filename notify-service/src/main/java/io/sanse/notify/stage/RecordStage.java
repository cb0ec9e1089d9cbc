package io.sanse.notify.stage;

import io.sanse.notify.channel.Receipt;
import io.sanse.notify.channel.SmsChannel;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.store.ReceiptStore;
import io.sanse.notify.store.ReceiptStore.Overdue;
import io.sanse.notify.store.ReceiptStore.Part;
import io.sanse.notify.store.ReceiptStore.Unmatched;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Record: what became of what was submitted, by receipt or by asking. A receipt may come before the answer to its submit,
 * twice, in another form, or never.
 */
public final class RecordStage {
    private static final Logger LOG = LoggerFactory.getLogger(RecordStage.class);

    /**
     * @param look how often receipts that fit nothing, and overdue ones, are looked at
     * @param grace after which a receipt that does not fit by id and phone is matched by one of them
     * @param queryAgain pause between two questions about one message
     * @param limit after which a message without a receipt is unknown, and a receipt without a message is dropped
     */
    public record Patience(Duration look, Duration grace, Duration queryAgain, Duration limit) {}

    private final Vertx vertx;
    private final Database database;
    private final SmsChannel channel;
    private final Patience patience;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final ReceiptStore receipts = new ReceiptStore();
    private List<Chore> chores = List.of();

    public RecordStage(
            ServiceContext context, Database database, SmsChannel channel, Patience patience, DeliveryMeters meters) {
        this.vertx = context.vertx();
        this.database = database;
        this.channel = channel;
        this.patience = patience;
        this.meters = meters;
        this.clock = context.clock();
    }

    public void start() {
        chores = List.of(
                new Chore(vertx, "matching receipts", patience.look(), this::matchAgain),
                new Chore(vertx, "asking for receipts", patience.look(), this::ask));
    }

    public Future<Void> stop() {
        return InTurn.each(chores, Chore::stop);
    }

    /** Completes when the receipt is kept for good. */
    public Future<Void> receive(Receipt receipt) {
        Instant now = clock.instant();
        return database.transaction(tx -> receipts.byIdAndPhone(tx, receipt)
                .compose(part -> part.isPresent() ? settle(tx, part.get(), receipt) : receipts.keep(tx, receipt, now)));
    }

    private Future<Void> settle(SqlConnection tx, Part part, Receipt receipt) {
        return receipts.settle(tx, part, receipt, clock.instant())
                .onSuccess(this::count)
                .mapEmpty();
    }

    private void count(Optional<DeliveryState> state) {
        state.filter(entered -> entered != DeliveryState.ACCEPTED).ifPresent(meters::entered);
    }

    private Future<Void> matchAgain() {
        return database.transaction(
                tx -> receipts.unmatched(tx).compose(waiting -> InTurn.each(waiting, one -> matchAgain(tx, one))));
    }

    private Future<Void> matchAgain(SqlConnection tx, Unmatched waiting) {
        Duration age = Duration.between(waiting.receivedAt(), clock.instant());
        Receipt receipt = waiting.receipt();
        return receipts.byIdAndPhone(tx, receipt)
                .compose(part -> part.isEmpty() && age.compareTo(patience.grace()) >= 0
                        ? guess(tx, receipt)
                        : Future.succeededFuture(part))
                .compose(part -> part.isPresent()
                        ? settle(tx, part.get(), receipt).compose(done -> receipts.forget(tx, waiting))
                        : keepOrDrop(tx, waiting, age));
    }

    private Future<Optional<Part>> guess(SqlConnection tx, Receipt receipt) {
        return receipts.byId(tx, receipt)
                .compose(part -> part.isPresent() ? Future.succeededFuture(part) : receipts.byPhone(tx, receipt));
    }

    private Future<Void> keepOrDrop(SqlConnection tx, Unmatched waiting, Duration age) {
        return age.compareTo(patience.limit()) < 0 ? Future.succeededFuture() : drop(tx, waiting);
    }

    private Future<Void> drop(SqlConnection tx, Unmatched waiting) {
        LOG.warn("{} fits no message and is dropped after {}", waiting.receipt(), patience.limit());
        return receipts.forget(tx, waiting);
    }

    private Future<Void> ask() {
        Instant now = clock.instant();
        return database.transaction(tx -> receipts.overdue(tx, now, now.plus(patience.queryAgain())))
                .compose(overdue -> InTurn.each(overdue, this::ask));
    }

    private Future<Void> ask(Overdue overdue) {
        Duration age = Duration.between(overdue.acceptedAt(), clock.instant());
        return fate(overdue).compose(fate -> {
            boolean givenUp = fate == Receipt.Fate.UNDER_WAY && age.compareTo(patience.limit()) >= 0;
            return givenUp
                    ? settle(overdue.part(), Receipt.Fate.UNKNOWN, "no-receipt")
                    : settle(overdue.part(), fate, "asked: " + fate);
        });
    }

    /** An operator that does not answer or has forgotten the message leaves it where it is. */
    private Future<Receipt.Fate> fate(Overdue overdue) {
        return overdue.messageId().isBlank()
                ? Future.succeededFuture(Receipt.Fate.UNDER_WAY)
                : channel.query(overdue.messageId())
                        .onFailure(cause -> LOG.info("no answer about an overdue receipt: {}", cause.getMessage()))
                        .otherwise(Receipt.Fate.UNDER_WAY);
    }

    private Future<Void> settle(Part part, Receipt.Fate fate, String detail) {
        Receipt receipt = new Receipt(List.of(), "", null, fate, detail);
        return database.transaction(tx -> settle(tx, part, receipt));
    }
}
