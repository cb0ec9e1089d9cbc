package io.sanse.notify.channel.smpp;

/** The request went out, or may have, and no readable answer will come: whether the peer acted on it is not known. */
public final class AnswerLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerLostException(String reason) {
        super(reason, null, false, false);
    }
}
