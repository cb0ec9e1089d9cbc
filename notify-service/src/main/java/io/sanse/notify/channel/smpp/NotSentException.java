package io.sanse.notify.channel.smpp;

/** The request never reached the socket: it may safely be made again. */
public final class NotSentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSentException(String reason) {
        super(reason, null, false, false);
    }
}
