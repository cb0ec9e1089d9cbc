package io.sanse.model.backtest.job;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.model.library.Library;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that people may have played. */
class OrderCheckTest {
    private static final Instant DUSK = Instant.parse("2026-03-05T12:00:00Z");

    private static String text(String id) {
        return Library.load().models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow()
                .head()
                .source();
    }

    private static BacktestOrder order(List<String> texts, List<String> against) {
        Caller operator = new Caller("op", Set.of(Role.OPERATOR), null, List.of(""));
        return new BacktestOrder(
                operator, UUID.randomUUID(), texts, List.of(), against, DUSK, DUSK.plusSeconds(60), null);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"person-linked-vehicles", "person-record-linked", "person-unqualified", "person-accumulated"})
    void textsOfModelsThatReadPersonsAreRefused(String id) {
        String shipped = text(id);
        List<BacktestOrder> orders = List.of(
                order(List.of(text("vehicle-suspicious-stop"), shipped), List.of()),
                order(List.of(shipped.replace("id: " + id, "id: mine")), List.of()),
                order(List.of(), List.of(shipped)));
        for (BacktestOrder order : orders) {
            ServiceException refused = assertThrows(ServiceException.class, () -> OrderCheck.texts(order));
            assertEquals(ServiceError.REJECTED, ServiceError.of(refused));
            JsonObject problem = refused.getDebugInfo().getJsonArray("problems").getJsonObject(0);
            assertTrue(problem.getString("what").contains("registered of persons"), problem::encode);
        }
    }

    @Test
    void othersAreNot() {
        assertDoesNotThrow(() -> OrderCheck.texts(order(List.of(text("vehicle-suspicious-stop")), List.of())));
        assertDoesNotThrow(() -> OrderCheck.texts(order(List.of(), List.of())));
    }
}
