package io.sanse.gateway;

import io.sanse.embedded.FreePort;
import io.sanse.runtime.ServiceContext;
import io.sanse.testing.Eventually;
import io.sanse.testing.TestContexts;
import io.sanse.testing.TestIssuer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A gateway as it runs, with fakes behind it, and a client that shares no code with it. Registered as an extension it serves all tests of a class. */
final class GatewayFixture implements AutoCloseable, AfterAllCallback {
    final Vertx vertx = Vertx.vertx();
    final TestIssuer issuer;
    final FakeServices services = new FakeServices(vertx);
    final FakeIntake intake = new FakeIntake(vertx);
    final int port = freePort();
    final ServiceContext context;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    GatewayFixture() {
        this(Map.of());
    }

    /** @param extra settings */
    GatewayFixture(Map<String, String> extra) {
        this(InstantSource.system(), extra);
    }

    /**
     * One whose clock is the test's; tokens are issued by it, too.
     *
     * @param extra settings
     */
    GatewayFixture(InstantSource clock, Map<String, String> extra) {
        issuer = TestIssuer.start(vertx, clock);
        Map<String, String> own = Map.of(
                "gateway.http.port", Integer.toString(port),
                "gateway.ingest.port", Integer.toString(intake.port()),
                "gateway.service.timeout", "PT2S");
        context = TestContexts.of(vertx, clock, issuer.settings(), own, extra);
        Eventually.result(GatewayMain.start(context));
    }

    private static int freePort() {
        try {
            return FreePort.find();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    /** A request of a user of the issuer. */
    HttpRequest.Builder request(String path, String user) {
        return request(path).header("authorization", "Bearer " + issuer.token(user));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The answer of an operation; of a stream, which never ends, its first bytes. */
    HttpResponse<String> sendTo(ApiModel.Operation operation, HttpRequest.Builder request) {
        if (!operation.id().equals("getStream")) {
            return send(request);
        }
        return send(
                request,
                info -> info.statusCode() == 200
                        ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), GatewayFixture::firstBytes)
                        : BodySubscribers.ofString(StandardCharsets.UTF_8));
    }

    private static String firstBytes(InputStream stream) {
        try (stream) {
            return new String(stream.readNBytes(4), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    HttpResponse<String> get(String path, String user) {
        return send(request(path, user));
    }

    /** The document, as the gateway gives it. */
    ApiModel api() {
        return new ApiModel(send(request("/openapi.json")).body());
    }

    HttpResponse<String> post(String path, String user, String json) {
        return send(request(path, user)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Override
    public void afterAll(ExtensionContext afterTests) {
        close();
    }

    /** Stops the gateway and what is behind it; a second time it does nothing. */
    @Override
    public void close() {
        Eventually.result(context.lifecycle().stop(Duration.ofSeconds(5)));
        Eventually.result(vertx.close());
    }
}
