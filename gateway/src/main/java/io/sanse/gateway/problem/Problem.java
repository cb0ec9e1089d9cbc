package io.sanse.gateway.problem;

import io.sanse.contract.ServiceError;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.serviceproxy.ServiceException;
import java.io.Serial;

/** A request that cannot be answered with what it asks for: the type, one sentence, and members that the type adds. */
public final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_DETAIL = 500;

    private final ProblemType type;
    private final transient JsonObject members;

    /** @param detail one sentence for the caller: what is wrong and where; null when the title says it all */
    public Problem(ProblemType type, String detail) {
        this(type, detail, new JsonObject());
    }

    public Problem(ProblemType type, String detail, JsonObject members) {
        super(detail);
        this.type = type;
        this.members = members;
    }

    /**
     * What a failure means to the caller. Only what was said on purpose is passed on.
     *
     * @param failure null when the status says it all
     * @param status the HTTP status by the router, used when the failure itself does not tell
     */
    public static Problem of(Throwable failure, int status) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof HttpException http) {
            return new Problem(ProblemType.ofStatus(http.getStatusCode()), null);
        }
        boolean saidByRouter = failure == null || (status >= 400 && status < 500);
        return saidByRouter ? new Problem(ProblemType.ofStatus(status), null) : ofService(failure);
    }

    private static Problem ofService(Throwable failure) {
        ServiceError error = ServiceError.of(failure);
        boolean onPurpose = failure instanceof ServiceException && error != ServiceError.BUG;
        if (!onPurpose) {
            return new Problem(
                    ProblemType.of(error),
                    error == ServiceError.UNAVAILABLE ? "A part of the platform does not answer now" : null);
        }
        JsonObject members = ((ServiceException) failure).getDebugInfo();
        return new Problem(ProblemType.of(error), failure.getMessage(), members == null ? new JsonObject() : members);
    }

    public ProblemType type() {
        return type;
    }

    /** What a 401 asks for (RFC 6750 section 3): nothing is said of an error when there was no token. */
    String challenge() {
        return "token-missing".equals(members.getString("reason")) ? "Bearer" : "Bearer error=\"invalid_token\"";
    }

    /**
     * The document of RFC 9457.
     *
     * @param instance names this occurrence
     */
    public JsonObject document(String instance) {
        JsonObject document = new JsonObject();
        members.forEach(member -> document.put(member.getKey(), member.getValue()));
        document.put("type", "urn:sanse:problem:" + type.slug())
                .put("title", type.title())
                .put("status", type.status())
                .put("instance", instance);
        if (getMessage() != null) {
            document.put(
                    "detail",
                    getMessage().substring(0, Math.min(MAX_DETAIL, getMessage().length())));
        }
        return document;
    }
}
