package io.sanse.gateway.api;

import io.sanse.contract.access.AccessService;
import io.sanse.contract.explain.ExplanationService;
import io.sanse.contract.service.AlertService;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.ExchangeService;
import io.sanse.contract.service.IngestService;
import io.sanse.contract.service.ModelService;
import io.sanse.contract.service.NotifyService;
import io.sanse.contract.service.VersionService;
import io.sanse.contract.trace.TraceBackService;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.time.Duration;

/** The services behind the gateway, wherever in the cluster they run. */
public record Services(
        AccessService access,
        AlertService alerts,
        BacktestService backtests,
        ExchangeService exchange,
        ExplanationService explanations,
        IngestService ingest,
        ModelService models,
        NotifyService notifications,
        TraceBackService traceBacks,
        VersionService versions) {

    /**
     * @param limit after which a question without an answer fails as unavailable
     * @param longer the same for questions that play history
     */
    public static Services over(Vertx vertx, Duration limit, Duration longer) {
        DeliveryOptions options = new DeliveryOptions().setSendTimeout(limit.toMillis());
        DeliveryOptions patient = new DeliveryOptions().setSendTimeout(longer.toMillis());
        return new Services(
                proxy(vertx, options, AccessService.ADDRESS).build(AccessService.class),
                proxy(vertx, options, AlertService.ADDRESS).build(AlertService.class),
                proxy(vertx, options, BacktestService.ADDRESS).build(BacktestService.class),
                proxy(vertx, options, ExchangeService.ADDRESS).build(ExchangeService.class),
                proxy(vertx, patient, ExplanationService.ADDRESS).build(ExplanationService.class),
                proxy(vertx, options, IngestService.ADDRESS).build(IngestService.class),
                proxy(vertx, options, ModelService.ADDRESS).build(ModelService.class),
                proxy(vertx, options, NotifyService.ADDRESS).build(NotifyService.class),
                proxy(vertx, options, TraceBackService.ADDRESS).build(TraceBackService.class),
                proxy(vertx, options, VersionService.ADDRESS).build(VersionService.class));
    }

    private static ServiceProxyBuilder proxy(Vertx vertx, DeliveryOptions options, String address) {
        return new ServiceProxyBuilder(vertx).setAddress(address).setOptions(options);
    }
}
