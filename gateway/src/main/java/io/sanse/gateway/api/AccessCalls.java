package io.sanse.gateway.api;

import io.sanse.contract.Subject;
import io.sanse.contract.access.AccessQuery;
import io.sanse.contract.access.AccessService;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Parameters;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;

/** The access log. */
public final class AccessCalls {
    private final AccessService log;

    public AccessCalls(AccessService log) {
        this.log = log;
    }

    /** {@code GET /api/v1/access-log}. */
    public Future<Reply> list(Call call) {
        Parameters parameters = call.parameters();
        return log.list(new AccessQuery(
                        call.caller(),
                        parameters.value("person", Subject::person),
                        parameters.text("user"),
                        parameters.text("after"),
                        Math.min(AlertCalls.MAX_PAGE, parameters.integer("limit"))))
                .map(Reply::ok);
    }
}
