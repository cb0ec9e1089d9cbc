package io.sanse.gateway.api;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.gateway.http.ApiDocument;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the gateway itself knows: the document and the caller. */
public final class SiteCalls {
    private record Me(
            String user,
            Set<Role> roles,
            String department,
            List<String> areas,
            List<String> operations,
            Instant expiresAt) {}

    private final ApiDocument document;

    public SiteCalls(ApiDocument document) {
        this.document = document;
    }

    /** {@code GET /api/v1/me}. */
    public Future<Reply> me(Call call) {
        Caller caller = call.caller();
        List<String> operations = document.roles().entrySet().stream()
                .filter(operation -> !Collections.disjoint(operation.getValue(), caller.roles()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return Future.succeededFuture(Reply.ok(new Me(
                caller.user(),
                caller.roles(),
                caller.department(),
                caller.areas(),
                operations,
                call.identity().expiresAt())));
    }

    /** {@code GET /openapi.json}. */
    public void openApi(RoutingContext context) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(document.json());
    }
}
