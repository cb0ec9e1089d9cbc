package io.sanse.ingest;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.contract.service.DeadLetterQuery;
import io.sanse.contract.service.RegistryPage;
import io.sanse.contract.service.RegistryQuery;
import io.sanse.contract.service.SubjectQuery;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not taken in, and what is not told. */
class UploadRefusalIT {
    private static final Instant NOW = Instant.parse(RunningIngest.NOW);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static Infrastructure infrastructure;
    private static RunningIngest ingest;
    private static Uploader uploader;

    @BeforeAll
    static void start() {
        infrastructure = new Infrastructure(directory);
        ingest = new RunningIngest(infrastructure.settings());
        uploader = ingest.uploader("admin");
        uploader.accepted(List.of(
                Items.vehicle(NOW, "浙GA0001", "13900000001"),
                Items.camera(NOW, "cam-1", "330784"),
                Items.camera(NOW, "cam-2", "330784"),
                Items.camera(NOW, "cam-3", "330783")));
    }

    @AfterAll
    static void stop() {
        ingest.close();
        infrastructure.close();
    }

    private static final String BATCH = Uploader.batch(List.of(Items.manifest(NOW, "m-1", "浙GA0001")));

    private static JsonObject problem(HttpResponse<String> response, int status) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("content-type").orElse(""));
        JsonObject problem = new JsonObject(response.body());
        assertEquals(status, problem.getInteger("status"));
        assertTrue(problem.getString("instance").startsWith("urn:uuid:"));
        return problem;
    }

    @Test
    void withoutAToken() {
        HttpResponse<String> response = ingest.withToken(null).post(BATCH);
        problem(response, 401);
        assertEquals("Bearer", response.headers().firstValue("www-authenticate").orElse(""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"garbage, x.y.z", "no JWT, abc"})
    void withABadToken(String row, String token) {
        HttpResponse<String> response = ingest.withToken(token).post(BATCH);
        problem(response, 401);
        assertTrue(response.headers().firstValue("www-authenticate").orElse("").contains("invalid_token"));
    }

    @Test
    void withAnExpiredToken() {
        JsonObject claims = ingest.issuer()
                .claims("integrator")
                .put("exp", NOW.minus(Duration.ofMinutes(2)).getEpochSecond());
        problem(ingest.withToken(ingest.issuer().key().sign(claims)).post(BATCH), 401);
    }

    @ParameterizedTest
    @CsvSource({"operator", "officer-ecology", "field", "auditor", "province"})
    void withARoleThatDeliversNothing(String user) {
        assertEquals(
                "urn:sanse:problem:forbidden",
                problem(ingest.uploader(user).post(BATCH), 403).getString("type"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "not JSON, not-json, '{\"observations\":', line 1",
        "list, not-a-batch, '[1]', observations",
        "empty batch, not-a-batch, '{\"observations\":[]}', 1 to 1000",
        "no body, not-a-batch, '', observations",
    })
    void aBodyThatIsNoBatch(String row, String reason, String body, String detail) {
        assertTrue(problem(uploader.post(body), 400).getString("detail").contains(detail));
        eventually(LIMIT, () -> letters(reason), count -> count > 0);
    }

    private static int letters(String reason) {
        DeadLetterQuery query =
                new DeadLetterQuery(RunningIngest.caller(Role.OPERATOR, "330784"), null, reason, null, 200);
        return result(ingest.service().deadLetters(query)).items().size();
    }

    @Test
    void aBodyOfAnotherType() {
        HttpRequest.Builder request = uploader.request()
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(BATCH));
        problem(uploader.send(request), 415);
    }

    @Test
    void aBodyThatIsTooLong() {
        HttpRequest.Builder request = uploader.request()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(" ".repeat(5 * 1024 * 1024) + BATCH));
        problem(uploader.send(request), 413);
        eventually(LIMIT, () -> letters("too-large"), count -> count == 1);
    }

    @Test
    void anotherMethodOrPath() {
        problem(uploader.send(uploader.request().GET()), 405);
    }

    @Test
    void aBodyThatDoesNotArriveHoldsNoPlace() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", ingest.ports().uploads())) {
            socket.setSoTimeout(45_000);
            String head =
                    "POST /api/v1/observations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n"
                            + "Authorization: Bearer " + ingest.issuer().token("integrator") + "\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String status = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 408", status);
        }
    }

    @Test
    void theRegistryTellsEveryoneWhatHeMaySee() {
        Details.Vehicle masked = vehicle(Role.FIELD_OFFICER);
        assertEquals("138****8000", masked.driverPhone());
        assertEquals("13800138000", vehicle(Role.OPERATOR).driverPhone());
        assertEquals(null, vehicle(Role.ADMIN).authenticationCode());
        assertEquals(List.of("cam-1", "cam-2"), cameras(Role.OPERATOR, "330784", null, 10));
        assertEquals(List.of("cam-1", "cam-2", "cam-3"), cameras(Role.AUDITOR, "", null, 10));
        assertEquals(List.of("cam-2"), cameras(Role.AUDITOR, "", "cam-1", 1));
    }

    private static Details.Vehicle vehicle(Role role) {
        SubjectQuery query = new SubjectQuery(RunningIngest.caller(role, "330784"), Subject.vehicle("浙GA0001"));
        return (Details.Vehicle)
                result(ingest.service().registered(query)).entry().details();
    }

    private static List<String> cameras(Role role, String area, String after, int limit) {
        RegistryQuery query = new RegistryQuery(RunningIngest.caller(role, area), RegistryKind.CAMERA, after, limit);
        RegistryPage page = result(ingest.service().registry(query));
        return page.items().stream().map(entry -> entry.id()).toList();
    }

    @Test
    void questionsThatAreNotAnswered() {
        SubjectQuery unknown = new SubjectQuery(RunningIngest.caller(Role.OPERATOR, ""), Subject.vehicle("浙G00000"));
        assertEquals(ServiceError.NOT_FOUND, error(ingest.service().registered(unknown)));
        assertEquals(
                "There is no such subject",
                failure(ingest.service().registered(unknown)).getMessage());
        SubjectQuery stranger = new SubjectQuery(RunningIngest.caller(Role.INTEGRATOR, ""), Subject.vehicle("浙GA0001"));
        assertEquals(ServiceError.FORBIDDEN, error(ingest.service().registered(stranger)));
        assertEquals(ServiceError.FORBIDDEN, error(deadLetters(Role.FIELD_OFFICER, null, 10)));
        assertEquals(ServiceError.REJECTED, error(deadLetters(Role.ADMIN, "nonsense", 10)));
        assertEquals(ServiceError.REJECTED, error(deadLetters(Role.ADMIN, null, 0)));
        assertEquals(ServiceError.REJECTED, error(deadLetters(Role.ADMIN, null, 201)));
    }

    private static Future<?> deadLetters(Role role, String after, int limit) {
        return ingest.service()
                .deadLetters(new DeadLetterQuery(RunningIngest.caller(role, ""), null, null, after, limit));
    }

    private static ServiceError error(Future<?> answer) {
        return ServiceError.of(failure(answer));
    }

    private static Throwable failure(Future<?> answer) {
        return result(answer.transform(done -> Future.succeededFuture(done.cause())));
    }
}
