package io.sanse.gateway.api;

import io.sanse.contract.Subject;
import io.sanse.contract.service.ModelService;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Parameters;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import java.time.InstantSource;

/** Stored observations. */
public final class ObservationCalls {
    private final ModelService models;
    private final InstantSource clock;

    public ObservationCalls(ModelService models, InstantSource clock) {
        this.models = models;
        this.clock = clock;
    }

    /** {@code GET /api/v1/observations}. */
    public Future<Reply> list(Call call) {
        Parameters parameters = call.parameters();
        TimeSpan span = TimeSpan.of(parameters, clock.instant());
        return models.observations(new ObservationQuery(
                        call.caller(),
                        parameters.value("subject", Subject::parse),
                        span.from(),
                        span.until(),
                        parameters.text("after"),
                        parameters.integer("limit")))
                .map(Reply::ok);
    }
}
