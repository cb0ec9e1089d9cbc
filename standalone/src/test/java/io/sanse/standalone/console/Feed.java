package io.sanse.standalone.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small world, delivered through the public API: what the registry must know, manifests whose weights do not match, and trucks in a pit. */
final class Feed {
    /** Names of things are what people typed: hostile on purpose. */
    static final String HOSTILE_NAME = "<img src=x onerror=\"document.title='hacked'\">{{1+1}}";

    /** A truck of the same carrier as the one under the manifests. */
    static final String SECOND_PLATE = "浙GA0002";

    private static final String DIVISION = "330784";
    private static final String GENERATOR = "ent-generator";
    private static final String PLATE = "浙GA0001";
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String RECORDED_PLATE = "浙GA0007";

    /** Code of the person with a record. */
    static final String DRIVER = "P-0007";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI observations;
    private final String token;

    /** @param token of a user who may deliver observations */
    Feed(URI platform, String token) {
        this.observations = platform.resolve("/api/v1/observations");
        this.token = token;
    }

    /** Registers a county with its departments, a zone, a firm with a hostile name, and two trucks of its carrier. */
    void registerWorld() {
        deliver(List.of(
                registration(
                        "gps-east",
                        named("feed", "定位服务商", "Positioning provider").put("datum", "WGS84")),
                county(),
                department("duty-desk", "duty", "值班室", "Duty desk"),
                department("ecology-yongkang", "ecology", "生态环境部门", "Ecology"),
                department("enforcement-yongkang", "enforcement", "综合执法部门", "Enforcement"),
                pit(),
                registration(GENERATOR, enterprise(HOSTILE_NAME, "generator")),
                registration("ent-carrier", enterprise("运输公司", "carrier")),
                registration("ent-receiver", enterprise("处置中心", "receiver")),
                truck(PLATE),
                truck(SECOND_PLATE),
                registration(DRIVER, driver())));
    }

    /** Has a record of dumping, and drives a truck of which nothing else is registered. */
    private static JsonObject driver() {
        JsonObject qualification = new JsonObject().put("type", "goods-driver").put("until", "2099-12-31");
        return new JsonObject()
                .put("kind", "person")
                .put("qualifications", new JsonArray().add(qualification))
                .put("vehicles", new JsonArray().add(RECORDED_PLATE))
                .put("record", true);
    }

    private static JsonObject county() {
        JsonObject county = named("district", "永康市", "Yongkang").put("level", "county");
        return registration(DIVISION, county.put("boundary", square(120.05, 28.9, 0.16)));
    }

    private static JsonObject pit() {
        JsonObject pit =
                named("zone", "废弃矿坑", "Abandoned pit").put("type", "pit").put("core", true);
        return registration("pit-1", pit.put("division", DIVISION).put("boundary", square(120.1, 28.95, 0.004)));
    }

    private static JsonObject truck(String plate) {
        JsonObject truck = new JsonObject().put("kind", "vehicle").put("plateColour", "yellow");
        return registration(
                plate,
                truck.put("vehicleClass", "dump-truck")
                        .put("carrier", "ent-carrier")
                        .put("feed", "gps-east"));
    }

    /** An eighth of the load is missing, less than 3 t: yellow, for the department competent for the generator. */
    void raiseYellow(String manifest) {
        deliver(manifestSteps(manifest, 20, 17.5));
    }

    /** The same with the truck of somebody who has a record of dumping. */
    void raiseWithRecord(String manifest) {
        deliver(manifestSteps(manifest, 20, 17.5).stream()
                .map(item -> item.put("payload", item.getJsonObject("payload").put("plate", RECORDED_PLATE)))
                .toList());
    }

    /** A twentieth is missing: blue. */
    void raiseBlue(String manifest) {
        deliver(manifestSteps(manifest, 20, 19));
    }

    /** Two trucks of the carrier stand in the pit in the last night that is over, one after the other: red for the firm. */
    void raiseRed() {
        LocalDate night = Instant.now().atZone(BEIJING).minusHours(30).toLocalDate();
        List<JsonObject> reports = new ArrayList<>();
        for (int minute = 0; minute < 6; minute++) {
            Instant at = night.atTime(23, minute).atZone(BEIJING).toInstant();
            reports.add(position(PLATE, at));
            reports.add(position(SECOND_PLATE, at.plus(Duration.ofHours(2))));
        }
        deliver(reports);
    }

    private static JsonObject position(String plate, Instant at) {
        JsonObject payload = new JsonObject()
                .put("kind", "position")
                .put("speedKmh", 0)
                .put("accOn", true)
                .put("mainPowerOff", false)
                .put("resent", false);
        return new JsonObject()
                .put("observedAt", at.toString())
                .put("subject", "vehicle:" + plate)
                .put("feed", "gps-east")
                .put("location", point(120.1, 28.95))
                .put("payload", payload);
    }

    private static List<JsonObject> manifestSteps(String manifest, double sent, double received) {
        Instant now = Instant.now();
        return List.of(
                        step(manifest, "filed", now.minus(Duration.ofMinutes(50)))
                                .put("sentTonnes", sent),
                        step(manifest, "picked-up", now.minus(Duration.ofMinutes(40)))
                                .put("sentTonnes", sent),
                        step(manifest, "received", now.minus(Duration.ofMinutes(5)))
                                .put("sentTonnes", sent)
                                .put("receivedTonnes", received))
                .stream()
                .map(Feed::item)
                .toList();
    }

    private static JsonObject step(String manifest, String step, Instant at) {
        return new JsonObject()
                .put("kind", "manifest")
                .put("number", manifest)
                .put("step", step)
                .put("generator", GENERATOR)
                .put("carrier", "ent-carrier")
                .put("receiver", "ent-receiver")
                .put("plate", PLATE)
                .put("wasteCode", "900-041-49")
                .put("hazardous", false)
                .put("usualTripMinutes", 55)
                .put("observedAt", at.toString());
    }

    private static JsonObject item(JsonObject payload) {
        Object observedAt = payload.remove("observedAt");
        return new JsonObject().put("observedAt", observedAt).put("payload", payload);
    }

    private static JsonObject registration(String id, JsonObject details) {
        JsonObject payload =
                new JsonObject().put("kind", "registration").put("id", id).put("details", details);
        return item(payload.put("observedAt", Instant.now().toString()));
    }

    private static JsonObject named(String kind, String zh, String en) {
        return new JsonObject()
                .put("kind", kind)
                .put("name", new JsonObject().put("zh", zh).put("en", en));
    }

    private static JsonObject department(String id, String competence, String zh, String en) {
        return registration(
                id,
                named("department", zh, en)
                        .put("competence", competence)
                        .put("division", DIVISION)
                        .put("dutyPhone", "10000009001")
                        .put("leaderPhone", "10000009101"));
    }

    private static JsonObject enterprise(String name, String role) {
        return named("enterprise", name, name)
                .put("roles", new JsonArray().add(role))
                .put("competentDepartment", "ecology-yongkang")
                .put("division", DIVISION)
                .put("location", point(120.08, 28.9))
                .put("contactPhone", "10000009002");
    }

    private static JsonObject point(double longitude, double latitude) {
        return new JsonObject().put("longitude", longitude).put("latitude", latitude);
    }

    private static JsonArray square(double longitude, double latitude, double half) {
        return new JsonArray(Stream.of(
                        point(longitude - half, latitude - half), point(longitude + half, latitude - half),
                        point(longitude + half, latitude + half), point(longitude - half, latitude + half))
                .toList());
    }

    private void deliver(List<JsonObject> items) {
        String body = new JsonObject().put("observations", new JsonArray(items)).encode();
        HttpRequest request = HttpRequest.newBuilder(observations)
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202 || new JsonObject(answer.body()).getInteger("rejected") > 0) {
                throw new AssertionError("not accepted: " + answer.statusCode() + ' ' + answer.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
