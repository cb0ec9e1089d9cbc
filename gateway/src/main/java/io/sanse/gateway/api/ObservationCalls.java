package io.sanse.gateway.api;

import io.sanse.contract.Subject;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Parameters;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import java.time.InstantSource;

/** Stored observations. */
public final class ObservationCalls {
    private final Services services;
    private final SubjectRights rights;
    private final InstantSource clock;

    public ObservationCalls(Services services, InstantSource clock) {
        this.services = services;
        this.rights = new SubjectRights(services);
        this.clock = clock;
    }

    /** {@code GET /api/v1/observations}. */
    public Future<Reply> list(Call call) {
        Parameters parameters = call.parameters();
        TimeSpan span = TimeSpan.of(parameters, clock.instant());
        ObservationQuery query = new ObservationQuery(
                call.caller(),
                parameters.value("subject", Subject::parse),
                span.from(),
                span.until(),
                parameters.text("after"),
                parameters.integer("limit"));
        return rights.require(query.caller(), query.subject(), span.from())
                .compose(visible -> services.models().observations(query))
                .map(Reply::ok);
    }
}
