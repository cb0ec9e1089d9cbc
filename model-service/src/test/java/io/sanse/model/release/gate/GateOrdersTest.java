package io.sanse.model.release.gate;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.library.Library;
import io.sanse.model.release.GoneBacktests;
import io.sanse.model.release.text.VersionTexts;
import io.sanse.testing.TestClock;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may order which gate, and what of it is told. */
class GateOrdersTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private static final ModelSet LIBRARY = Library.load();

    private final VersionTexts texts = new VersionTexts(LIBRARY);
    private final GoneBacktests backtests = new GoneBacktests();
    private final GateOrders orders = new GateOrders(new TestClock(NOON.toString()), backtests, Duration.ofDays(7));

    private static ModelVersion version(String model, VersionStage stage, Instant effectiveAt) {
        String text = LIBRARY.models().stream()
                .filter(one -> one.id().equals(model))
                .map(one -> one.head().source())
                .findFirst()
                .orElse("unreadable");
        AlertLoad load = new AlertLoad(model, 3, GateLimits.OVERALL, 7, 1, 1, 1, List.of());
        GateReport gate = new GateReport(UUID.randomUUID(), List.of(), List.of(load), null, List.of());
        return new ModelVersion(
                model, 3, 4, stage, "author", List.of(), effectiveAt, text, "", null, gate, null, null, List.of());
    }

    private static VersionCommand command(UUID id, String user, String reason, long revision) {
        Caller caller = new Caller(user, Set.of(Role.OPERATOR), null, List.of(""));
        return new VersionCommand(caller, id, "m", 3, revision, VersionAction.GATE, List.of(), reason);
    }

    @ParameterizedTest(name = "{0} by {1} because of {2}: {3}")
    @CsvSource({
        "person-record-linked, author, why, FORBIDDEN",
        "person-record-linked, other, , REJECTED",
        "person-record-linked, other, ' ', REJECTED",
        "person-record-linked, other, why, ",
        "no-such-model, author, why, FORBIDDEN",
        "vehicle-suspicious-stop, author, , "
    })
    void whatReadsPersonsIsOrderedByASecondPersonWithAReason(
            String model, String user, String reason, ServiceError refusal) {
        ModelVersion version = version(model, VersionStage.TESTED, null);
        VersionCommand command = command(UUID.randomUUID(), user, reason, 4);
        BacktestJob running = running(GateOrders.id(command));
        backtests.say(running.id(), Future.succeededFuture(running));
        Throwable failure =
                failure(orders.order(version, command, texts.scope(version).readsPersons()));
        assertEquals(refusal, failure == null ? null : ServiceError.of(failure));
    }

    private static BacktestJob running(UUID id) {
        return new BacktestJob(
                id, BacktestState.RUNNING, 0, "sanse", NOON, null, NOON, NOON, List.of(), List.of(), null, null);
    }

    @Test
    void aCommandThatIsSentTwiceAtOnceHasOneBacktestAndTwoAnswers() {
        ModelVersion version = version("vehicle-suspicious-stop", VersionStage.TESTED, null);
        VersionCommand command = command(UUID.randomUUID(), "author", null, 4);
        AtomicInteger asked = new AtomicInteger();
        backtests.refuse(
                ServiceError.REJECTED.exception("another backtest was ordered with this key"),
                () -> asked.getAndIncrement() == 0 ? gone() : Future.succeededFuture(running(GateOrders.id(command))));
        assertNull(failure(orders.order(version, command, false)));
        assertEquals(2, asked.get(), "not there yet, and there since the other order");
    }

    @Test
    void aBacktestThatIsRefusedForItselfIsRefused() {
        ModelVersion version = version("vehicle-suspicious-stop", VersionStage.TESTED, null);
        backtests.refuse(ServiceError.CONFLICT.exception("as many run as may"), GateOrdersTest::gone);
        Throwable failure = failure(orders.order(version, command(UUID.randomUUID(), "author", null, 4), false));
        assertEquals(ServiceError.CONFLICT, ServiceError.of(failure));
    }

    private static Future<BacktestJob> gone() {
        return Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such backtest"));
    }

    private static Throwable failure(Future<Void> ordered) {
        return result(ordered.transform(done -> Future.succeededFuture(done.cause())));
    }

    @Test
    void theIdOfABacktestIsNobodysToChoose() {
        UUID key = UUID.randomUUID();
        UUID id = GateOrders.id(command(key, "one", "why", 4));
        assertEquals(id, GateOrders.id(command(key, "one", "why", 4)));
        assertNotEquals(key, id);
        assertNotEquals(id, GateOrders.id(command(key, "one", "why", 5)));
        assertNotEquals(id, GateOrders.id(command(UUID.randomUUID(), "one", "why", 4)));
    }

    @ParameterizedTest(name = "{0}, judging: {1}: {2} loads")
    @CsvSource({
        "person-record-linked, false, 0",
        "person-record-linked, true, 1",
        "no-such-model, false, 0",
        "vehicle-suspicious-stop, false, 1"
    })
    void figuresOfPersonsAreToldOnceAVersionHasBeenPublished(String model, boolean judges, int loads) {
        ModelVersion version = version(model, judges ? VersionStage.LIVE : VersionStage.RETIRED, judges ? NOON : null);
        assertEquals(loads, texts.shown(version).gate().loads().size());
    }

    @ParameterizedTest(name = "{0} looks back {1} d")
    @CsvSource({
        "enterprise-storage-overdue, 365",
        "enterprise-over-capacity, 366",
        "enterprise-under-declared, 402",
        "mine-over-permit, 31",
        "vehicle-suspicious-stop, 0"
    })
    void howFarAVersionLooksBack(String model, int days) {
        Duration looksBack =
                texts.scope(version(model, VersionStage.DRAFT, null)).looksBack();
        assertEquals(days, looksBack.toDays());
    }
}
