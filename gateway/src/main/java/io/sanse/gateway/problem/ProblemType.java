package io.sanse.gateway.problem;

import io.sanse.contract.ServiceError;
import java.util.Locale;

/** Every kind of problem that the public API answers with; the name in kebab case is the end of its {@code type}. */
public enum ProblemType {
    BAD_REQUEST(400, "Bad request"),
    UNAUTHORIZED(401, "Unauthorized"),
    FORBIDDEN(403, "Forbidden"),
    /** What is asked for rests on persons; {@code missing} names the header fields that would say what for. */
    PURPOSE_REQUIRED(403, "Purpose required"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    TIMEOUT(408, "Request too slow"),
    CONFLICT(409, "Conflict"),
    STALE(412, "Stale version"),
    TOO_LARGE(413, "Body too large"),
    URI_TOO_LONG(414, "Address too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    EXPECTATION_FAILED(417, "Expectation failed"),
    REJECTED(422, "Unprocessable"),
    VERSION_REQUIRED(428, "Version required"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "Header fields too large"),
    BUG(500, "Internal error"),
    UNAVAILABLE(503, "Not available now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** For example {@code bad-request}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem of an HTTP status; a status without one is a {@link #BAD_REQUEST} below 500 and a {@link #BUG} from there on. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 400 && status < 500 ? BAD_REQUEST : BUG;
    }

    static ProblemType of(ServiceError error) {
        return switch (error) {
            case NOT_FOUND -> NOT_FOUND;
            case FORBIDDEN -> FORBIDDEN;
            case CONFLICT -> CONFLICT;
            case STALE -> STALE;
            case REJECTED -> REJECTED;
            case UNAVAILABLE -> UNAVAILABLE;
            case BUG -> BUG;
        };
    }
}
