package io.sanse.standalone.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.service.Delivery;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Instant TIME = Instant.parse("2026-03-12T15:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final Alert ALERT = alert(Condition.ACTIVE);

    @Test
    void toldOnceIsWell() {
        assertEquals(List.of(), messages(List.of(delivery("dispatch", "delivered")), message("a")));
    }

    @Test
    void anAlertThatNobodyWasToldOfIsMissed() {
        assertComplaint("nobody was told", messages(List.of()));
        assertComplaint("nobody was told", messages(List.of(delivery("dispatch", "suppressed")), message("a")));
        assertComplaint("nobody was told", messages(List.of(delivery("clock-urged", "delivered")), message("a")));
    }

    /** What is taken back before anybody was told of it is suppressed, and rightly so. */
    @Test
    void ofAnAlertThatWasTakenBackNobodyNeedsToKnow() {
        List<Alert> alerts = List.of(alert(Condition.RETRACTED));
        assertEquals(
                List.of(), Reports.ofMessages(alerts, List.of(delivery("dispatch", "suppressed")), new JsonArray()));
    }

    @Test
    void aMessageWhoseFateIsShownAsUnknownIsNotLost() {
        assertEquals(List.of(), messages(List.of(delivery("dispatch", "unknown"))));
        assertEquals(List.of(), messages(List.of(delivery("dispatch", "unknown")), message("a")));
    }

    @Test
    void aMessageThatCameTwiceIsDoubled() {
        assertComplaint("sent twice", messages(List.of(delivery("dispatch", "delivered")), message("a"), message("a")));
    }

    @Test
    void aDeliveryThatTheOperatorNeverGotIsTold() {
        assertComplaint("never got", messages(List.of(delivery("dispatch", "delivered")), message("b")));
    }

    @Test
    void theProvinceKnowsEachAlertOnce() {
        JsonObject known = new JsonObject().put("alertId", ID.toString());
        assertEquals(List.of(), Reports.ofProvince(List.of(ALERT), JsonArray.of(known)));
        assertComplaint("does not know", Reports.ofProvince(List.of(ALERT), new JsonArray()));
        assertComplaint("twice", Reports.ofProvince(List.of(ALERT), JsonArray.of(known, known)));
    }

    private static Alert alert(Condition condition) {
        return new Alert(
                ID,
                1,
                "stop",
                Subject.vehicle("浙GX0001"),
                List.of(),
                TIME,
                Level.YELLOW,
                60,
                AlertState.DISPATCHED,
                condition,
                null,
                null,
                null,
                new LocalizedText("一句话", "one sentence"),
                null,
                1,
                TIME,
                TIME,
                TIME,
                null,
                List.of());
    }

    private static List<String> messages(List<Delivery> deliveries, JsonObject... messages) {
        return Reports.ofMessages(List.of(ALERT), deliveries, new JsonArray(List.of(messages)));
    }

    private static JsonObject message(String text) {
        return new JsonObject().put("to", "10000009002").put("text", text);
    }

    private static Delivery delivery(String template, String state) {
        return new Delivery(
                UUID.randomUUID(),
                ID,
                null,
                2,
                Level.YELLOW,
                template,
                "department:x",
                "1000***9002",
                "a",
                "smpp",
                state,
                null,
                1,
                "1",
                TIME,
                TIME);
    }

    private static void assertComplaint(String words, List<String> complaints) {
        assertTrue(complaints.stream().anyMatch(complaint -> complaint.contains(words)), complaints.toString());
    }
}
