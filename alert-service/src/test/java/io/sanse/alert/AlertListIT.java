package io.sanse.alert;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.contract.service.AlertPage;
import io.sanse.contract.service.AlertQuery;
import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of alerts: filters and pages. */
@ExtendWith(PostgresServer.Given.class)
class AlertListIT {
    private static FiveAlerts city;

    @BeforeAll
    static void open(PostgresServer server) {
        city = new FiveAlerts(server);
    }

    @AfterAll
    static void close() {
        city.desk().close();
    }

    @Test
    void newestFirstPageByPage() {
        List<Integer> seen = new ArrayList<>();
        String after = null;
        do {
            AlertPage page = result(city.endpoint().list(FiveAlerts.all(Desk.AUDITOR, after, 2)));
            seen.addAll(city.numbers(page));
            after = page.next();
        } while (after != null);
        assertEquals(List.of(5, 4, 3, 2, 1), seen);
    }

    @Test
    void aFullLastPageHasNoNext() {
        assertNull(result(city.endpoint().list(FiveAlerts.all(Desk.AUDITOR, null, 5)))
                .next());
        assertNotNull(result(city.endpoint().list(FiveAlerts.all(Desk.AUDITOR, null, 4)))
                .next());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        none                        | {}                                       | 5 4 3 2 1
        level                       | {"level": "red"}                         | 3
        state                       | {"state": "reminded"}                    | 2
        open                        | {"open": true}                           | 5 4 3 2 1
        closed                      | {"open": false}                          | ``
        model                       | {"model": "manifest-ghost"}              | 5
        subject                     | {"subject": "vehicle:浙GA0002"}           | 2
        a subject that is mentioned | {"subject": "enterprise:F1"}             | 5 4 3 2 1
        lead department             | {"department": "squad-east"}             | 5 1
        member department           | {"department": "enforcement-yk"}         | 3
        division                    | {"division": "330723"}                   | 4
        division by its beginning   | {"division": "3307"}                     | 5 4 3 2 1
        from, inclusive             | {"from": "2026-03-05T13:00:01Z"}         | 5 4 3 2
        until, exclusive            | {"until": "2026-03-05T13:00:01Z"}        | 1
        several                     | {"level": "yellow", "state": "dispatched", "department": "squad-east"} | 5 1
        text that would be SQL      | {"model": "' OR 1=1 --"}                 | ``
        text that would be a pattern | {"division": "%"}                       | ``
        """)
    void filters(String name, String filter, String numbers) {
        JsonObject question =
                new JsonObject(filter).put("caller", Json.object(Desk.AUDITOR)).put("limit", 200);
        AlertPage page = result(city.endpoint().list(Json.record(question, AlertQuery.class)));
        assertEquals(numbers, city.numbers(page).stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
