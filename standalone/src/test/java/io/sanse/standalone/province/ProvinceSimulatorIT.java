package io.sanse.standalone.province;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of the exchange says of pushes, over real sockets. */
class ProvinceSimulatorIT {
    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path folder;

    private ProvinceSimulator province;

    @BeforeEach
    void start() {
        province = new ProvinceSimulator(
                new ProvinceSettings(
                        0,
                        folder.resolve("province.jsonl"),
                        URI.create("http://127.0.0.1:1"),
                        () -> "city",
                        "secret",
                        Duration.ofHours(1)),
                InstantSource.system());
        result(vertx.deployVerticle(province));
    }

    @AfterEach
    void stop() {
        result(vertx.close());
    }

    private static JsonObject event(long seq) {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", "event-" + seq)
                .put("source", "urn:sanse:city:330784")
                .put("type", "sanse.alert.raised")
                .put("subject", "alert-" + seq)
                .put("time", "2026-03-05T12:00:00Z")
                .put("seq", seq)
                .put("prevhash", "0".repeat(64))
                .put("drill", false)
                .put("data", new JsonObject().put("level", "blue"));
    }

    private List<String> post(String type, Buffer body) {
        HttpResponse<Buffer> response = result(WebClient.create(vertx)
                .postAbs("http://127.0.0.1:" + province.port() + "/exchange/v1/events")
                .putHeader("content-type", type)
                .bearerTokenAuthentication("secret")
                .sendBuffer(body));
        assertEquals(200, response.statusCode());
        JsonArray results = response.bodyAsJsonObject().getJsonArray("results");
        return results.stream()
                .map(one -> ((JsonObject) one).getString("id") + ' ' + ((JsonObject) one).getString("status"))
                .toList();
    }

    @Test
    void aBatchIsTakenInItsOrder() {
        List<Map<String, Object>> events = List.of(event(1).getMap(), event(3).getMap());
        Buffer body = new JsonArray(new ArrayList<>(events)).toBuffer();
        assertEquals(List.of("event-1 applied", "event-3 parked"), post("application/cloudevents-batch+json", body));
    }

    @Test
    void aSingleEventIsTakenAndRepeatedAsOne() {
        assertEquals(List.of("event-1 applied"), post("application/cloudevents+json", event(1).toBuffer()));
        assertEquals(List.of("event-1 repeated"), post("application/cloudevents+json", event(1).toBuffer()));
    }
}
