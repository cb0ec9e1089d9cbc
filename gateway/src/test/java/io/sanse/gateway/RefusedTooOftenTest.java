package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.access.AccessResult;
import io.sanse.testing.TestClock;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who guesses persons' codes is stopped before the access log is full of it. The minute in which that is counted does not end here. */
class RefusedTooOftenTest {
    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture(new TestClock("2026-03-05T12:00:00Z"), Map.of());

    private static HttpResponse<String> ask(String user, int code) {
        return GATEWAY.send(GATEWAY.request("/api/v1/subjects/person/p-" + (code + 100), user)
                .header("Access-Purpose", "case-investigation")
                .header("Access-Reference", "C-7")
                .header("Access-Reason", "drove"));
    }

    @Test
    void afterManyRefusalsOneMoreIsWrittenDownAndNoneAfterIt() {
        int asked = 0;
        int status = 404;
        while (status == 404) {
            status = ask("operator", asked++).statusCode();
        }
        assertEquals(429, status);
        int written = GATEWAY.services.access.notes.size();
        assertEquals(asked, written);
        assertEquals(AccessResult.REFUSED, GATEWAY.services.access.last().result());

        HttpResponse<String> again = ask("operator", -99);
        assertEquals(429, again.statusCode());
        assertEquals(
                "urn:sanse:problem:too-many-requests",
                ApiModel.parse(again.body()).get("type").asText());
        assertEquals(written, GATEWAY.services.access.notes.size());
        assertEquals(200, ask("officer-ecology", -99).statusCode(), "somebody else");
    }

    @Test
    void askingForManyAtOnceFindsOutNoMore() throws Exception {
        int before = GATEWAY.services.access.notes.size();
        ExecutorService asking = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Integer>> questions = IntStream.range(0, 50)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> ask("officer-enforcement", i).statusCode())
                    .toList();
            int notFound = 0;
            for (Future<Integer> answer : asking.invokeAll(questions)) {
                notFound += answer.get() == 404 ? 1 : 0;
            }
            assertEquals(20, notFound);
            assertEquals(21, GATEWAY.services.access.notes.size() - before);
        } finally {
            asking.shutdownNow();
        }
    }
}
