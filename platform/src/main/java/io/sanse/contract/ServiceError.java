package io.sanse.contract;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceException;

/** How a call to another service fails; the code is also the HTTP status that the gateway answers with. */
public enum ServiceError {
    /** The thing does not exist, or the caller may not know that it does. */
    NOT_FOUND(404),
    /** The caller sees the thing but may not do this to it. */
    FORBIDDEN(403),
    /** The thing's state does not allow it; the message says what does. */
    CONFLICT(409),
    /** {@code expectedVersion} is not the current version; the detail has {@code version}. */
    STALE(412),
    /** The request can never succeed as it is. */
    REJECTED(422),
    /** Not now; the same request may succeed later. */
    UNAVAILABLE(503),
    /** A defect of the platform. */
    BUG(500);

    private final int code;

    ServiceError(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public ServiceException exception(String message) {
        return new ServiceException(code, message);
    }

    /** @param detail members added to the problem document that the caller of the API gets */
    public ServiceException exception(String message, JsonObject detail) {
        return new ServiceException(code, message, detail);
    }

    /** What a failed proxy call means; everything that no service said on purpose is {@link #UNAVAILABLE} or {@link #BUG}. */
    public static ServiceError of(Throwable failure) {
        if (failure instanceof ServiceException service) {
            for (ServiceError error : values()) {
                if (error.code == service.failureCode()) {
                    return error;
                }
            }
            return BUG;
        }
        if (failure instanceof ReplyException reply) {
            return switch (reply.failureType()) {
                case TIMEOUT, NO_HANDLERS -> UNAVAILABLE;
                case RECIPIENT_FAILURE, ERROR -> BUG;
            };
        }
        return BUG;
    }
}
