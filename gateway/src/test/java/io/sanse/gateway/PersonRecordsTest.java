package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.Subject;
import io.sanse.contract.access.AccessNote;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.AccessResult;
import io.sanse.testing.Eventually;
import io.vertx.core.Promise;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is registered of persons: for whom, for what, and never without a trace. */
class PersonRecordsTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private static final ApiModel API = GATEWAY.api();
    private static final String ALERT = GATEWAY.services.alerts.onPerson.toString();
    private static final String OTHER_ALERT = GATEWAY.services.alerts.ours.toString();
    private static final String BUNDLE = "/api/v1/alerts/" + ALERT + "/bundle";
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final List<String> FIELDS = List.of("Access-Purpose", "Access-Reference", "Access-Reason");

    /** A dash stands for a field that is not sent. */
    private static HttpResponse<String> ask(String path, String user, String... values) {
        HttpRequest.Builder request = GATEWAY.request(path, user).header("X-Forwarded-For", "203.0.113.7");
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals("-")) {
                request.header(FIELDS.get(i), values[i].replace("ALERT", ALERT).replace("OTHER", OTHER_ALERT));
            }
        }
        HttpResponse<String> response = GATEWAY.send(request);
        String operation = path.endsWith("/bundle") ? "getAlertBundle" : "getSubject";
        assertEquals(Set.of(), API.complaints(API.operation(operation), response));
        return response;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an operator, for an alert             | operator        | p-1       | alert-handling     | ALERT    | sign  | 200 | given",
                "an officer, for a case                | officer-ecology | p-1       | case-investigation | C-7      | drove | 200 | given",
                "an alert that rests on somebody else  | operator        | p-foreign | alert-handling     | ALERT    | sign  | 403 | refused",
                "an alert that rests on nobody         | operator        | p-1       | alert-handling     | OTHER    | sign  | 403 | refused",
                "no alert                              | operator        | p-1       | alert-handling     | C-7      | sign  | 403 | refused",
                "a person of a foreign firm            | operator        | p-foreign | case-investigation | C-7      | drove | 404 | not-found",
                "a person whom nobody has registered   | operator        | p-none    | case-investigation | C-7      | drove | 404 | not-found",
                "no purpose                            | operator        | p-1       | -                  | C-7      | drove | 403 | refused",
                "no reference                          | operator        | p-1       | case-investigation | -        | drove | 403 | refused",
                "no reason                             | operator        | p-1       | case-investigation | C-7      | -     | 403 | refused",
                "who is on the road                    | field           | p-1       | case-investigation | C-7      | drove | 403 | refused",
                "who audits                            | auditor         | p-1       | case-investigation | C-7      | drove | 403 | refused",
                "who runs the platform                 | admin           | p-1       | case-investigation | C-7      | drove | 403 | refused"
            })
    void aPersonsEntry(
            String name,
            String user,
            String id,
            String purpose,
            String reference,
            String reason,
            int status,
            String result) {
        HttpResponse<String> response = ask("/api/v1/subjects/person/" + id, user, purpose, reference, reason);

        assertEquals(status, response.statusCode(), response.body());
        AccessNote note = GATEWAY.services.access.last();
        assertEquals(AccessResult.of(result), note.result());
        assertEquals(user, note.caller().user());
        assertEquals("/api/v1/subjects/person/" + id, note.resource());
        assertEquals(List.of(Subject.person(id)), note.persons());
        assertEquals("127.0.0.1", note.origin().address());
        assertEquals("203.0.113.7", note.origin().forwardedFor());
    }

    @Test
    void aProblemSaysWhatIsMissing() {
        JsonNode problem =
                ApiModel.parse(ask(BUNDLE, "operator", "case-investigation").body());
        assertEquals("urn:sanse:problem:purpose-required", problem.get("type").asText());
        assertEquals(ApiModel.parse("[\"Access-Reference\",\"Access-Reason\"]"), problem.get("missing"));
        assertEquals(AccessPurpose.values().length, problem.get("purposes").size());
        assertEquals(
                AccessPurpose.CASE_INVESTIGATION,
                GATEWAY.services.access.last().stated().purpose());
        assertNull(GATEWAY.services.access.last().stated().reason());
    }

    @Test
    void whatPeopleWriteArrivesAsTheyWroteIt() {
        ask(BUNDLE, "operator", "case-investigation", "%E6%B0%B8%E5%85%AC%E3%80%942026%E3%80%953%2B1", "a+b%20c");
        assertEquals("永公〔2026〕3+1", GATEWAY.services.access.last().stated().reference());
        assertEquals("a+b c", GATEWAY.services.access.last().stated().reason());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a purpose of one's own, curiosity, C-7, drove",
        "a percent sign alone, case-investigation, C-7, 100%",
        "no UTF-8, case-investigation, C-7, %E6%B0",
        "a control character, case-investigation, C-7, a%00b",
        "nothing but space, case-investigation, %20, drove",
        "no letter and no digit, case-investigation, C-7, %E3%80%82-",
        "a space without width, case-investigation, C-7, a%E2%80%8Bb",
        "a text turned round, case-investigation, C-7, a%E2%80%AEb",
        "a separator of lines, case-investigation, C-7, a%E2%80%A8b",
        "a separator of paragraphs, case-investigation, C-7, a%E2%80%A9b",
        "a letter without a face, case-investigation, C-7, %E3%85%A4",
        "a reference without a face, case-investigation, %E3%85%A4, drove"
    })
    void aPurposeThatCannotBeRead(String name, String purpose, String reference, String reason) {
        assertEquals(400, ask(BUNDLE, "operator", purpose, reference, reason).statusCode());
    }

    @Test
    void aReasonMayBeOneSentenceLong() {
        assertEquals(
                200,
                ask(BUNDLE, "operator", "case-investigation", "C-7", "a".repeat(200))
                        .statusCode());
        assertEquals(
                400,
                ask(BUNDLE, "operator", "case-investigation", "C-7", "a".repeat(201))
                        .statusCode());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"operator, 200", "officer-ecology, 200", "field, 403", "auditor, 403", "admin, 403"})
    void aBundleThatRestsOnAPerson(String user, int status) {
        HttpResponse<String> response = ask(BUNDLE, user, "alert-handling", "ALERT", "sign");
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(BUNDLE, GATEWAY.services.access.last().resource());
        assertEquals(
                List.of(Subject.person("p-1")), GATEWAY.services.access.last().persons());
        if (status == 200) {
            assertEquals(
                    ALERT,
                    GATEWAY.services.explanations.lastBundle.get().stated().reference());
        }
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({"case-investigation, C-7, 404, not-found", "alert-handling, ACROSS, 200, given"})
    void aBundleThatRestsOnAPersonOfAnotherArea(String purpose, String reference, int status, String result) {
        String across = GATEWAY.services.alerts.onForeign.toString();
        String path = "/api/v1/alerts/" + across + "/bundle";
        HttpResponse<String> response =
                ask(path, "officer-ecology", purpose, reference.replace("ACROSS", across), "drove");
        assertEquals(status, response.statusCode(), response.body());
        assertEquals(AccessResult.of(result), GATEWAY.services.access.last().result());
    }

    @Test
    void ofWhatARequestClaimsTheEndIsWrittenDown() {
        HttpRequest.Builder request = GATEWAY.request("/api/v1/subjects/person/p-1", "operator")
                .header("X-Forwarded-For", "x".repeat(300))
                .header("X-Forwarded-For", "198.51.100.4");
        GATEWAY.send(request);
        assertEquals(
                "x".repeat(186) + ", 198.51.100.4",
                GATEWAY.services.access.last().origin().forwardedFor());
    }

    @Test
    void aBundleThatRestsOnNobodyNeedsNoPurposeAndLeavesNoTrace() {
        int before = GATEWAY.services.access.notes.size();
        assertEquals(
                200, ask("/api/v1/alerts/" + OTHER_ALERT + "/bundle", "field").statusCode());
        assertEquals(before, GATEWAY.services.access.notes.size());
        assertNull(GATEWAY.services.explanations.lastBundle.get().stated());
    }

    @Test
    void theAnswerWaitsForTheDisk() throws Exception {
        FakeAccess log = GATEWAY.services.access;
        Promise<Void> kept = log.disk;
        log.disk = Promise.promise();
        int before = log.notes.size();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                () -> ask("/api/v1/subjects/person/p-1", "operator", "case-investigation", "C-7", "drove"));
        Eventually.eventually(LIMIT, log.notes::size, size -> size > before);
        assertFalse(answer.isDone());
        log.disk.complete();
        log.disk = kept;
        assertEquals(200, answer.get(10, TimeUnit.SECONDS).statusCode());
    }

    @Test
    void nothingIsShownWhileItCannotBeWrittenDown() {
        GATEWAY.services.unbindAccess();
        try {
            HttpResponse<String> entry =
                    ask("/api/v1/subjects/person/p-1", "operator", "case-investigation", "C-7", "drove");
            assertEquals(503, entry.statusCode());
            assertFalse(entry.body().contains("goods-driver"));
            assertEquals(503, ask(BUNDLE, "operator").statusCode());
        } finally {
            GATEWAY.services.bindAccess();
        }
    }

    @Test
    void whatFailsIsWrittenDown() {
        int before = GATEWAY.services.access.notes.size();
        GATEWAY.services.unbindIngest();
        try {
            assertEquals(
                    503,
                    ask("/api/v1/subjects/person/p-1", "operator", "case-investigation", "C-7", "drove")
                            .statusCode());
            assertEquals(AccessResult.FAILED, GATEWAY.services.access.last().result());
            assertEquals(before + 1, GATEWAY.services.access.notes.size(), "once, not at each attempt");
        } finally {
            GATEWAY.services.bindIngest();
        }
    }

    @Test
    void auditorsReadTheLogByPersonAndUser() {
        ask("/api/v1/subjects/person/p-1", "operator", "case-investigation", "C-7", "drove");
        HttpResponse<String> page =
                GATEWAY.get("/api/v1/access-log?person=p-1&user=operator&after=99&limit=1000", "auditor");
        assertEquals(200, page.statusCode(), page.body());
        assertEquals(Set.of(), API.complaints(API.operation("listAccessLog"), page));
        assertEquals(
                Subject.person("p-1"), GATEWAY.services.access.lastQuery.get().person());
        assertEquals("operator", GATEWAY.services.access.lastQuery.get().user());
        assertEquals("99", GATEWAY.services.access.lastQuery.get().after());
        assertEquals(200, GATEWAY.services.access.lastQuery.get().limit());
    }
}
