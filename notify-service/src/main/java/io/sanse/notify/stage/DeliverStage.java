package io.sanse.notify.stage;

import io.sanse.notify.channel.Sms;
import io.sanse.notify.channel.SmsChannel;
import io.sanse.notify.channel.SubmitOutcome;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.store.SenderStore;
import io.sanse.notify.store.Submission;
import io.sanse.notify.store.SubmissionStore;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deliver: takes what is claimed, submits it part by part, and stores each answer before the next part. Confined to one
 * context, that of its channel.
 */
public final class DeliverStage {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverStage.class);
    private static final Duration STORE_AGAIN = Duration.ofMillis(500);

    /**
     * @param poll longest wait of a claimed message for its turn
     * @param lease how long after its last sign of life a process counts as alive
     * @param validity age at which a message that could not be submitted is given up
     * @param queryAfter how long a receipt is waited for before the operator is asked
     * @param mostUnderWay messages being submitted at one time: how many can become unknown by one kill
     */
    public record Rhythm(Duration poll, Duration lease, Duration validity, Duration queryAfter, int mostUnderWay) {}

    private final Vertx vertx;
    private final Database database;
    private final SmsChannel channel;
    private final Rhythm rhythm;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final UUID sender = UUID.randomUUID();
    private final SubmissionStore submissions = new SubmissionStore();
    private final SenderStore senders = new SenderStore();
    private Chore beating;
    private Chore delivering;
    private Promise<Void> idle;
    private final Set<UUID> underWay = new HashSet<>();
    private boolean doubtful;
    private boolean stopping;

    public DeliverStage(
            ServiceContext context, Database database, SmsChannel channel, Rhythm rhythm, DeliveryMeters meters) {
        this.vertx = context.vertx();
        this.database = database;
        this.channel = channel;
        this.rhythm = rhythm;
        this.meters = meters;
        this.clock = context.clock();
    }

    /** Completes when this process is known as a sender; then it begins to submit. */
    public Future<Void> start() {
        return beat().onSuccess(known -> {
            beating = new Chore(vertx, "sign of life", rhythm.lease().dividedBy(4), this::live);
            delivering = new Chore(vertx, "delivery", rhythm.poll(), this::deliver);
        });
    }

    /** The channel has come up: there may be work for it. */
    public void wake() {
        if (delivering != null && !stopping) {
            delivering.turn();
        }
    }

    /** Takes nothing more and completes when every answer has been stored. */
    public Future<Void> stop() {
        stopping = true;
        idle = Promise.promise();
        return delivering
                .stop()
                .compose(ended -> underWay.isEmpty() ? Future.succeededFuture() : idle.future())
                .compose(answered -> beating.stop())
                .compose(ended -> database.transaction(tx -> senders.retire(tx, sender)));
    }

    private Future<Void> beat() {
        return database.transaction(tx -> senders.beat(tx, sender, rhythm.lease()));
    }

    private Future<Void> live() {
        Instant now = clock.instant();
        return beat().compose(beaten -> database.transaction(tx -> senders.settleOrphans(tx, now)))
                .onSuccess(states -> states.forEach(meters::entered))
                .compose(settled ->
                        database.transaction(tx -> submissions.expire(tx, now.minus(rhythm.validity()), now)))
                .onSuccess(expired -> meters.entered(DeliveryState.FAILED, expired))
                .mapEmpty();
    }

    private Future<Void> deliver() {
        int room = Math.min(channel.free(), rhythm.mostUnderWay() - underWay.size());
        if (room <= 0) {
            return Future.succeededFuture();
        }
        return untake().compose(sure -> database.transaction(tx -> submissions.take(tx, sender, room, clock.instant())))
                .onFailure(cause -> doubtful = true)
                .onSuccess(this::begin)
                .mapEmpty();
    }

    /** When taking failed it may still have been committed; what this process has not begun was never submitted. */
    private Future<Void> untake() {
        return doubtful
                ? database.transaction(tx -> submissions.untake(tx, sender, underWay))
                        .onSuccess(given -> doubtful = false)
                : Future.succeededFuture();
    }

    private void begin(List<Submission> taken) {
        for (Submission submission : taken) {
            underWay.add(submission.id());
            meters.submitted(sinceObservation(submission));
            submit(submission, 0)
                    .onSuccess(done -> ended(submission))
                    .onFailure(cause -> LOG.error("{} stays under way until the next start", submission, cause));
        }
    }

    private Duration sinceObservation(Submission submission) {
        return submission.receivedAt() == null ? null : Duration.between(submission.receivedAt(), clock.instant());
    }

    private void ended(Submission submission) {
        underWay.remove(submission.id());
        if (stopping && underWay.isEmpty()) {
            idle.tryComplete();
        }
        wake();
    }

    private Future<Void> submit(Submission submission, int index) {
        if (index == submission.parts().size()) {
            return Future.succeededFuture();
        }
        int part = submission.parts().get(index);
        Sms sms = new Sms(submission.phone(), submission.text(), submission.reference());
        return channel.submit(sms, part).compose(outcome -> store(answer(submission, part, outcome))
                .compose(stored ->
                        SubmissionStore.goesOn(outcome) ? submit(submission, index + 1) : Future.succeededFuture()));
    }

    private SubmissionStore.Answer answer(Submission submission, int part, SubmitOutcome outcome) {
        String id = outcome instanceof SubmitOutcome.Accepted accepted ? accepted.messageId() : "";
        String key = id.isBlank() ? null : channel.canonicalId(id);
        Instant queryAt = clock.instant().plus(rhythm.queryAfter());
        return new SubmissionStore.Answer(submission, part, outcome, key, queryAt);
    }

    /** An answer must not be lost while this process lives, however long the database is away. */
    private Future<Void> store(SubmissionStore.Answer answer) {
        return database.transaction(tx -> submissions.answered(tx, answer, clock.instant()))
                .onSuccess(state -> count(answer, state))
                .<Void>mapEmpty()
                .recover(
                        cause -> cause instanceof Unavailable ? storeAgain(answer, cause) : Future.failedFuture(cause));
    }

    private Future<Void> storeAgain(SubmissionStore.Answer answer, Throwable cause) {
        LOG.warn("the answer to {} is not stored yet: {}", answer.submission(), cause.toString());
        return vertx.timer(STORE_AGAIN.toMillis(), TimeUnit.MILLISECONDS).compose(waited -> store(answer));
    }

    private void count(SubmissionStore.Answer answer, Optional<DeliveryState> state) {
        if (state.isEmpty()) {
            LOG.warn("the answer to {} came after it had been given up", answer.submission());
        }
        state.filter(entered -> entered != DeliveryState.SUBMITTED).ifPresent(meters::entered);
    }
}
