package io.sanse.gateway.intake;

import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemHandler;
import io.sanse.gateway.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.MediaType;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/v1/observations}: passes the request on as it streams in; when ingest-service cannot be reached the answer is 503 and nothing was taken. */
public final class ObservationForwarder implements Handler<RoutingContext>, ProxyInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(ObservationForwarder.class);
    private static final int CONNECT_LIMIT_MS = 2_000;
    private static final int CONNECTIONS = 64;
    /**
     * A batch that is too large is still passed on up to so many times the limit, for ingest-service to refuse it and keep it as a dead letter; its answer may be
     * lost because it stops reading, and then the size tells why.
     */
    private static final int HARD_FACTOR = 4;

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final MediaType PROBLEM = MediaType.parse("application/problem+json");

    /** Meant for the gateway only. */
    private static final List<CharSequence> DROPPED =
            List.of(HttpHeaders.COOKIE, HttpHeaders.EXPECT, HttpHeaders.ACCEPT_ENCODING);

    private final Vertx vertx;
    private final IntakeSettings settings;
    private final long maxBytes;
    private final ProblemHandler problems;
    private final HttpClient client;
    private final HttpProxy proxy;

    public ObservationForwarder(Vertx vertx, IntakeSettings settings, long maxBytes, ProblemHandler problems) {
        this.vertx = vertx;
        this.settings = settings;
        this.maxBytes = maxBytes;
        this.problems = problems;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_LIMIT_MS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(this::connect)
                .addInterceptor(this);
    }

    @Override
    public void handle(RoutingContext context) {
        if (toldLength(context.request()) > HARD_FACTOR * maxBytes) {
            throw tooLarge();
        }
        proxy.handle(context.request());
    }

    private static long toldLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private Problem tooLarge() {
        return new Problem(ProblemType.TOO_LARGE, "The body is larger than " + maxBytes + " bytes");
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        return client.request(new RequestOptions().setHost(settings.host()).setPort(settings.port()))
                .map(request ->
                        request.exceptionHandler(failure -> LOG.debug("upload given up: {}", failure.toString())))
                .onSuccess(request -> context.set(HttpClientRequest.class.getName(), request));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        DROPPED.forEach(request.headers()::remove);
        LimitedStream body = new LimitedStream(request.getBody().stream(), HARD_FACTOR * maxBytes);
        request.setBody(
                Body.body(body, request.getBody().length(), request.getBody().mediaType()));
        Future<ProxyResponse> answer = context.sendRequest();
        body.ended()
                .compose(read -> vertx.timer(settings.answerLimit().toMillis(), TimeUnit.MILLISECONDS))
                .onSuccess(late -> giveUp(context, answer));
        return answer.recover(failure -> Future.succeededFuture(refuse(request, body, failure)));
    }

    private static void giveUp(ProxyContext context, Future<ProxyResponse> answer) {
        if (!answer.isComplete()) {
            context.get(HttpClientRequest.class.getName(), HttpClientRequest.class)
                    .reset();
        }
    }

    private ProxyResponse refuse(ProxyRequest request, LimitedStream body, Throwable failure) {
        HttpServerRequest outside = request.proxiedRequest();
        boolean tooLarge = Math.max(toldLength(outside), body.length()) > maxBytes;
        Problem problem = tooLarge
                ? tooLarge()
                : new Problem(ProblemType.UNAVAILABLE, "Observations cannot be taken now; send the whole batch again");
        String document = problems.document(outside, problem, failure);
        ProxyResponse response = request.release()
                .response()
                .setStatusCode(problem.type().status())
                .setBody(Body.body(Buffer.buffer(document), PROBLEM));
        if (problem.type() == ProblemType.UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response;
    }

    /** Lets go of the connections to ingest-service. */
    public Future<Void> close() {
        return client.close();
    }
}
