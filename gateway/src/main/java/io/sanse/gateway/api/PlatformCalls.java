package io.sanse.gateway.api;

import io.sanse.contract.service.CatalogueQuery;
import io.sanse.contract.service.DeadLetterQuery;
import io.sanse.contract.service.DeliveryQuery;
import io.sanse.contract.service.DeliveryResolution;
import io.sanse.contract.service.LatenessQuery;
import io.sanse.contract.service.ModelQuery;
import io.sanse.contract.service.OutcomeQuery;
import io.sanse.contract.service.StateQuery;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Parameters;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;

/** How the platform is doing: models, deliveries, dead letters, data catalogue. */
public final class PlatformCalls {
    private record Resolution(boolean arrived, String reason) {}

    private final Services services;

    public PlatformCalls(Services services) {
        this.services = services;
    }

    /** {@code GET /api/v1/models}. */
    public Future<Reply> models(Call call) {
        return services.models().models(new ModelQuery(call.caller())).map(Reply::ok);
    }

    /** {@code GET /api/v1/models/outcomes}. */
    public Future<Reply> outcomes(Call call) {
        Parameters parameters = call.parameters();
        return services.alerts()
                .outcomes(new OutcomeQuery(
                        call.caller(),
                        parameters.instant("from").orElse(null),
                        parameters.instant("until").orElse(null)))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/models/state}. */
    public Future<Reply> state(Call call) {
        return services.models().state(new StateQuery(call.caller())).map(Reply::ok);
    }

    /** {@code GET /api/v1/models/lateness}. */
    public Future<Reply> lateness(Call call) {
        return services.models()
                .lateness(new LatenessQuery(call.caller(), call.parameters().integer("days")))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/deliveries}. */
    public Future<Reply> deliveries(Call call) {
        Parameters parameters = call.parameters();
        return services.notifications()
                .deliveries(new DeliveryQuery(
                        call.caller(),
                        parameters.uuid("alertId"),
                        parameters.text("state"),
                        parameters.text("after"),
                        limit(parameters)))
                .map(Reply::ok);
    }

    /** {@code POST /api/v1/deliveries/{id}/resolution}. */
    public Future<Reply> resolve(Call call) {
        Resolution found = call.body(Resolution.class);
        return services.notifications()
                .resolve(new DeliveryResolution(
                        call.caller(), call.parameters().uuid("id"), found.arrived(), found.reason()))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/dead-letters}. */
    public Future<Reply> deadLetters(Call call) {
        Parameters parameters = call.parameters();
        return services.ingest()
                .deadLetters(new DeadLetterQuery(
                        call.caller(),
                        parameters.text("protocol"),
                        parameters.text("reason"),
                        parameters.text("after"),
                        limit(parameters)))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/catalogue}. */
    public Future<Reply> catalogue(Call call) {
        return services.ingest().catalogue(new CatalogueQuery(call.caller())).map(Reply::ok);
    }

    private static int limit(Parameters parameters) {
        return Math.min(AlertCalls.MAX_PAGE, parameters.integer("limit"));
    }
}
