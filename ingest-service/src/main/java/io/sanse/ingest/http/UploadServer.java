package io.sanse.ingest.http;

import io.sanse.auth.TokenVerifier;
import io.sanse.deadletter.DeadLetters;
import io.sanse.ingest.ObservationPublisher;
import io.sanse.ingest.http.item.ItemReader;
import io.sanse.ingest.registry.Registry;
import io.sanse.runtime.ServiceContext;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

/** The port for uploads. */
public final class UploadServer {
    private static final String PATH = "/api/v1/observations";
    private static final int MAX_BODY_BYTES = 5 * 1024 * 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final int IDLE_S = 60;

    /**
     * What uploads go through.
     *
     * @param tokens checks who sends
     * @param registry takes registrations and says what is known
     * @param intake takes observations
     * @param letters keeps what is refused
     */
    public record Parts(TokenVerifier tokens, Registry registry, ObservationPublisher intake, DeadLetters letters) {}

    private UploadServer() {}

    /** Completes with the port that it listens on; fails when it is in use. */
    public static Future<Integer> start(ServiceContext context, Parts parts) {
        HttpSettings settings = HttpSettings.from(context.settings());
        HttpServerOptions options =
                new HttpServerOptions().setIdleTimeout(IDLE_S).setMaxHeaderSize(MAX_HEADER_BYTES);
        return context.vertx()
                .createHttpServer(options)
                .requestHandler(router(context, settings, parts))
                .listen(settings.port(), settings.host())
                .map(server -> {
                    context.lifecycle().onStop("uploads", server::close);
                    return server.actualPort();
                });
    }

    private static Router router(ServiceContext context, HttpSettings settings, Parts parts) {
        ItemReader reader = new ItemReader(parts.registry().snapshot(), settings.admitUnknown());
        BatchIntake intake = new BatchIntake(context, reader, parts);
        UploadHandler uploads = new UploadHandler(intake, parts.letters(), context.clock());
        ProblemHandler problems = new ProblemHandler();
        Router router = Router.router(context.vertx());
        router.post(PATH).handler(new Gate(parts.tokens(), parts.intake()));
        router.post(PATH).handler(new BodyDeadline(settings.bodyLimit()));
        router.post(PATH).handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
        router.post(PATH).handler(uploads).failureHandler(uploads::keepUnread).failureHandler(problems);
        router.errorHandler(404, problems).errorHandler(405, problems);
        return router;
    }
}
