package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that do not play by the rules: slow, many, and not quite HTTP. */
class HostileClientTest {
    private static final int CAP = 20;

    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture(Map.of(
            "gateway.idle", "PT4S",
            "gateway.body.deadline", "PT2S",
            "gateway.stream.heartbeat", "PT1S",
            "gateway.connections.per.address", Integer.toString(CAP)));

    private static String head(String target, String user) {
        return target + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + GATEWAY.issuer.token(user) + "\r\n";
    }

    static List<String> uploads() {
        return List.of(
                head("POST /api/v1/alerts/6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11/commands", "operator")
                        + "Idempotency-Key: 6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11\r\n",
                head("POST /api/v1/observations", "integrator"));
    }

    private static Socket begin(String head) {
        Socket socket = RawHttp.connect(GATEWAY.port);
        RawHttp.write(socket, head + "Content-Type: application/json\r\nContent-Length: 2000\r\n\r\n{");
        return socket;
    }

    @Test
    void aHeadThatComesByteByByteIsGivenUp() throws IOException {
        try (Socket socket = RawHttp.connect(GATEWAY.port)) {
            String head = "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX-Slow: " + "a".repeat(2_000);
            assertTrue(writtenUntilClosed(socket, head) < 60, "closed long before the head was complete");
        }
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void aBodyThatComesByteByByteIsGivenUp(String head) throws IOException {
        try (Socket socket = begin(head)) {
            assertTrue(writtenUntilClosed(socket, " ".repeat(2_000)) < 60, "closed long before the body was complete");
        }
        assertEquals(200, GATEWAY.get("/api/v1/me", "operator").statusCode());
    }

    /** Writes a byte every tenth of a second; how many went before the server closed. */
    private static int writtenUntilClosed(Socket socket, String text) throws IOException {
        socket.setSoTimeout(100);
        byte[] answer = new byte[8_192];
        for (int i = 0; i < text.length(); i++) {
            try {
                socket.getOutputStream().write(text.charAt(i));
                if (socket.getInputStream().read(answer) < 0) {
                    return i;
                }
            } catch (SocketTimeoutException stillOpen) {
                continue;
            } catch (IOException closed) {
                return i;
            }
        }
        return text.length();
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void aSlowBodyIsToldWhy(String head) throws IOException {
        try (Socket socket = begin(head)) {
            assertTrue(RawHttp.read(socket).startsWith("HTTP/1.1 408 "));
        }
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void aClientThatGoesAwayInTheMiddleIsNoDefect(String head) throws IOException {
        begin(head).close();
        assertEquals(200, GATEWAY.get("/api/v1/me", "operator").statusCode());
        assertEquals(
                0,
                GATEWAY.context
                        .metrics()
                        .counter("sanse_http_problems_total", "type", "bug")
                        .count());
    }

    @Test
    void theNextHeadOfAConnectionMayNotBeSlowEither() throws IOException {
        try (Socket socket = RawHttp.connect(GATEWAY.port)) {
            RawHttp.write(socket, head("GET /api/v1/me", "operator") + "\r\n");
            String head = "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX-Slow: " + "a".repeat(2_000);
            assertTrue(writtenUntilClosed(socket, head) < 60, "closed long before the head was complete");
        }
    }

    @Test
    void anIdleConnectionIsClosedButAStreamIsNot() {
        try (Socket idle = RawHttp.connect(GATEWAY.port);
                StreamClient stream = new StreamClient(GATEWAY, GATEWAY.request("/api/v1/stream", "operator"))) {
            assertEquals("", RawHttp.read(idle));
            Eventually.eventually(Duration.ofSeconds(10), stream.comments::size, beats -> beats >= 4);
            assertFalse(stream.ended);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void oneAddressHoldsOnlySoManyConnections() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < CAP + 10; i++) {
            sockets.add(RawHttp.connect(GATEWAY.port));
        }
        double refused = Eventually.eventually(Duration.ofSeconds(5), HostileClientTest::refused, count -> count >= 1);
        for (Socket socket : sockets) {
            socket.close();
        }
        assertTrue(refused <= CAP + 10);
        Eventually.eventually(Duration.ofSeconds(5), HostileClientTest::answers, status -> status == 200);
    }

    private static double refused() {
        return GATEWAY.context
                .metrics()
                .counter("sanse_http_connections_refused_total")
                .count();
    }

    private static int answers() {
        try {
            return GATEWAY.get("/api/v1/me", "operator").statusCode();
        } catch (UncheckedIOException stillFull) {
            return 0;
        }
    }

    static List<Arguments> notQuiteHttp() {
        return List.of(
                Arguments.of("noise", "\u0016\u0003\u0001 noise noise \u0000\r\n\r\n", "400"),
                Arguments.of("no version", "GET /\r\n\r\n", "400"),
                Arguments.of(
                        "a line of 5000 bytes", "GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", "414"),
                Arguments.of(
                        "headers of 9000 bytes",
                        "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(9_000) + "\r\n\r\n",
                        "431"),
                Arguments.of(
                        "two lengths",
                        "POST /api/v1/observations HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                        "400"),
                Arguments.of(
                        "a length that is none",
                        "POST /api/v1/observations HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
                        "400"),
                Arguments.of(
                        "length and chunks",
                        "POST /api/v1/observations HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
                        "4"),
                Arguments.of(
                        "a folded header",
                        "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\nConnection: close\r\n\r\n",
                        "4"),
                Arguments.of("no host", "GET /api/v1/me HTTP/1.1\r\nConnection: close\r\n\r\n", "4"),
                Arguments.of(
                        "a space in a name",
                        "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nX : a\r\nConnection: close\r\n\r\n",
                        "4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void notQuiteHttp(String name, String request, String status) {
        HttpResponse<String> response = RawHttp.send(GATEWAY.port, request);
        assertTrue(Integer.toString(response.statusCode()).startsWith(status), response.statusCode() + response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("content-type").orElse("none"));
        assertEquals(
                response.statusCode(),
                ApiModel.parse(response.body()).get("status").asInt());
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (String path : List.of("/api/v1/me", "/nothing", "/openapi.json", "/console/", "/api/v1/alerts?limit=0")) {
            HttpResponse<String> response = GATEWAY.get(path, "operator");
            assertEquals(
                    "nosniff",
                    response.headers().firstValue("x-content-type-options").orElse(path));
            assertEquals(
                    "DENY", response.headers().firstValue("x-frame-options").orElse(path));
            assertEquals(
                    "no-referrer",
                    response.headers().firstValue("referrer-policy").orElse(path));
            String policy =
                    response.headers().firstValue("content-security-policy").orElse("");
            assertTrue(
                    policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), path + policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertTrue(response.headers().firstValue("server").isEmpty());
            assertTrue(
                    response.headers().firstValue("strict-transport-security").isEmpty(), "plain http");
        }
    }

    @Test
    void compressesAnswersButNotTheStream() {
        HttpResponse<byte[]> list = GATEWAY.send(
                GATEWAY.request("/api/v1/alerts", "operator").header("accept-encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", list.headers().firstValue("content-encoding").orElseThrow());
        try (StreamClient stream = new StreamClient(
                GATEWAY, GATEWAY.request("/api/v1/stream", "operator").header("accept-encoding", "gzip"))) {
            stream.awaitId("c-2");
        }
    }
}
