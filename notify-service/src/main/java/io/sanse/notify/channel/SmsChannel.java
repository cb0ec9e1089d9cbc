package io.sanse.notify.channel;

import io.vertx.core.Future;
import java.util.function.Function;

/** One road to the phones. Where nothing else is said, methods are called on the context that {@link #start} was called on. */
public interface SmsChannel {
    /**
     * Opens the channel and keeps it open; an operator that is away is tried again without end.
     *
     * @param receipts stores a receipt; it is acknowledged to the operator when the future has completed, and comes
     *     again when it fails
     * @param available called whenever the channel has come up
     */
    void start(Function<Receipt, Future<Void>> receipts, Runnable available);

    /** Whether the operator can be reached now; may be asked from any thread. */
    boolean isOpen();

    /** Short messages that may be submitted now; 0 while the operator is away. */
    int free();

    /** How many short messages the text takes; may be asked from any thread. */
    int parts(String text);

    /**
     * Submits one part of a text. Never fails: every way it can end is a {@link SubmitOutcome}.
     *
     * @param part from 1 to {@link #parts}
     */
    Future<SubmitOutcome> submit(Sms sms, int part);

    /**
     * Asks what became of an accepted short message.
     *
     * @param messageId as {@link SubmitOutcome.Accepted} named it
     * @return fails when the operator does not answer or does not know the id
     */
    Future<Receipt.Fate> query(String messageId);

    /** The form in which this channel's message ids are compared. */
    String canonicalId(String messageId);

    /** Closes in an orderly way; what is still unanswered ends as {@link SubmitOutcome.Unknown}. */
    Future<Void> stop();
}
