package io.sanse.gateway;

import io.sanse.auth.TokenVerifier;
import io.sanse.gateway.api.Services;
import io.sanse.gateway.console.ConsoleRoutes;
import io.sanse.gateway.guard.ConnectionGuard;
import io.sanse.gateway.guard.HttpLimits;
import io.sanse.gateway.http.ApiDocument;
import io.sanse.gateway.http.ApiRouter;
import io.sanse.gateway.intake.ObservationForwarder;
import io.sanse.gateway.problem.ProblemHandler;
import io.sanse.gateway.stream.AlertStreams;
import io.sanse.runtime.ServiceContext;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;

/** Wires the HTTP port. */
final class HttpVerticle extends VerticleBase {
    /** Requests under way may end; shorter than a step of the stop may last. */
    private static final long DRAIN_S = 2;

    private final ServiceContext context;
    private final GatewaySettings settings;
    private final TokenVerifier verifier;
    private final ApiDocument document;

    private AlertStreams streams;
    private ObservationForwarder forwarder;
    private HttpServer server;

    HttpVerticle(ServiceContext context, GatewaySettings settings, TokenVerifier verifier, ApiDocument document) {
        this.context = context;
        this.settings = settings;
        this.verifier = verifier;
        this.document = document;
    }

    @Override
    public Future<?> start() {
        Services services = Services.over(vertx, settings.serviceLimit(), settings.explanationLimit());
        ProblemHandler problems = new ProblemHandler(context.metrics());
        streams = new AlertStreams(vertx, services, settings.stream(), context.metrics(), context.clock());
        forwarder = new ObservationForwarder(
                vertx, settings.intake(), settings.limits().maxUploadBytes(), problems);
        ConnectionGuard guard = new ConnectionGuard(vertx, settings.limits(), context.metrics());
        server = vertx.createHttpServer(options(settings.limits()))
                .connectionHandler(guard)
                .invalidRequestHandler(problems::invalid)
                .requestHandler(router(services, problems, guard));
        return streams.start().compose(listening -> listen());
    }

    private Router router(Services services, ProblemHandler problems, ConnectionGuard guard) {
        Router router = new ApiRouter(document, verifier, problems, context.metrics(), settings.limits())
                .build(vertx, guard, Routes.table(document, services, forwarder, streams, context.clock()));
        ConsoleRoutes.mount(router, settings.console());
        return router;
    }

    private static HttpServerOptions options(HttpLimits limits) {
        return new HttpServerOptions()
                .setIdleTimeout((int) limits.idle().toSeconds())
                .setCompressionSupported(true)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(false);
    }

    private Future<HttpServer> listen() {
        return server.listen(settings.port(), settings.host())
                .recover(failure -> Future.failedFuture(new IllegalStateException(
                        "port " + settings.port() + " of " + settings.host() + " cannot be used: "
                                + failure.getMessage(),
                        failure)));
    }

    @Override
    public Future<?> stop() {
        return streams.stop()
                .compose(ended -> server.shutdown(DRAIN_S, TimeUnit.SECONDS))
                .compose(drained -> forwarder.close());
    }
}
