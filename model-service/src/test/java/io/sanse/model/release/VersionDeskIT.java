package io.sanse.model.release;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.ServiceError;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Turn;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersionList.UnreadableVersion;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionStage;
import io.sanse.embedded.EmbeddedPostgres;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people at one desk, and a node that dies before it has told what was decided; over a real database. Each test has a model of its own. */
class VersionDeskIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SHIPS = "vehicle-suspicious-stop";

    @TempDir
    private static Path directory;

    private static Vertx vertx;
    private static EmbeddedPostgres postgres;

    private final Queue<ModelAssignment> told = new ConcurrentLinkedQueue<>();
    private final List<Desk> desks = new ArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        result(vertx.close());
    }

    @AfterEach
    void leave() {
        desks.forEach(Desk::close);
    }

    private Desk desk(Function<ModelAssignment, Future<Void>> nodes) {
        Desk desk = new Desk(vertx, postgres, new GoneBacktests(), nodes);
        desks.add(desk);
        return desk;
    }

    private Future<Void> tell(ModelAssignment assigned) {
        told.add(assigned);
        return Future.succeededFuture();
    }

    private static Turn last(ModelAssignment assigned) {
        return assigned.turns().get(assigned.turns().size() - 1);
    }

    @Test
    void oneAsksForSilenceAndAnotherAgrees() {
        Desk desk = desk(this::tell);
        ModelVersion live = desk.put("silenced", 1, VersionStage.LIVE);
        ModelVersion asked = result(desk.order("one", live, VersionAction.RETIRE));
        assertEquals(VersionStage.LIVE, asked.stage());
        assertEquals("one", asked.asked().user());
        assertNull(desk.assigned("silenced"), "nothing has changed");
        assertEquals(ServiceError.FORBIDDEN, Desk.error(desk.order("one", asked, VersionAction.RETIRE)));
        assertEquals(
                VersionStage.RETIRED,
                result(desk.order("two", asked, VersionAction.RETIRE)).stage());
        assertNull(last(desk.assigned("silenced")).live());
    }

    @Test
    void oneAloneRollsBackButNotIntoSilence() {
        Desk desk = desk(this::tell);
        ModelVersion only = desk.put("never-shipped", 1, VersionStage.LIVE);
        assertEquals(ServiceError.CONFLICT, Desk.error(desk.order("one", only, VersionAction.ROLL_BACK)));
        ModelVersion trial = desk.put("never-live", 1, VersionStage.CANARY);
        assertEquals(ServiceError.CONFLICT, Desk.error(desk.order("one", trial, VersionAction.ROLL_BACK)));
        ModelVersion second = desk.put(SHIPS, 12, VersionStage.CANARY);
        result(desk.order("one", second, VersionAction.LIVE));
        ModelVersion third = desk.put(SHIPS, 13, VersionStage.CANARY);
        ModelVersion live = result(desk.order("one", third, VersionAction.LIVE));
        assertEquals(12, live.supersedes());
        assertEquals(
                VersionStage.RETIRED,
                result(desk.order("one", live, VersionAction.ROLL_BACK)).stage());
        assertEquals(12, last(desk.assigned(SHIPS)).live().number());
        result(desk.order("one", desk.version(SHIPS, 12), VersionAction.ROLL_BACK));
        assertEquals(
                2, last(desk.assigned(SHIPS)).live().number(), "the one that ships, not the one that was rolled back");
    }

    @Test
    void nobodyRollsBackToWhatNothingCanRead() {
        Desk desk = desk(this::tell);
        for (String model : List.of("unshipped", "vehicle-cloned-plate")) {
            result(desk.order("one", desk.put(model, 12, VersionStage.CANARY), VersionAction.LIVE));
            result(desk.order("one", desk.put(model, 13, VersionStage.CANARY), VersionAction.LIVE));
            desk.write(model, 12, "id: " + model);
        }
        ModelVersion only = desk.version("unshipped", 13);
        assertEquals(12, only.supersedes());
        assertEquals(ServiceError.CONFLICT, Desk.error(desk.order("one", only, VersionAction.ROLL_BACK)));
        result(desk.order("one", desk.version("vehicle-cloned-plate", 13), VersionAction.ROLL_BACK));
        assertEquals(
                Desk.text("vehicle-cloned-plate"),
                last(desk.assigned("vehicle-cloned-plate")).live().text(),
                "the one that ships");
    }

    @Test
    void ofTwoStepsAtOneTimeOneIsTaken() {
        Desk here = desk(this::tell);
        Desk there = desk(this::tell);
        for (int number = 1; number <= 20; number++) {
            ModelVersion seen = here.put("disputed-" + number, 1, VersionStage.CANARY);
            List<Future<ModelVersion>> both = List.of(
                    here.order("one", seen, VersionAction.LIVE),
                    there.order("two", seen, VersionAction.CANARY, "330783"));
            result(Future.join(both).transform(all -> Future.succeededFuture()));
            List<Future<ModelVersion>> taken =
                    both.stream().filter(Future::succeeded).toList();
            assertEquals(1, taken.size());
            both.stream().filter(Future::failed).forEach(lost -> assertEquals(ServiceError.STALE, Desk.error(lost)));
            ModelVersion now = here.version(seen.model(), 1);
            assertEquals(result(taken.get(0)), now);
            assertEquals(2, now.revision());
            assertEquals(1, now.steps().size());
            assertEquals(1, here.assigned(seen.model()).turns().size());
        }
    }

    private static List<VersionAction> allowed(Desk desk, String user, String model) {
        return result(desk.versions(user, model)).allowed().get(0).actions();
    }

    @Test
    void aGateThatWouldBeRefusedIsNotOffered() {
        Desk desk = desk(this::tell);
        desk.put("of-persons", 1, VersionStage.TESTED, Desk.text("person-record-linked"));
        desk.put("of-trucks", 1, VersionStage.TESTED);
        List<VersionAction> all = List.of(VersionAction.TEST, VersionAction.GATE, VersionAction.WITHDRAW);
        List<VersionAction> withoutGate = List.of(VersionAction.TEST, VersionAction.WITHDRAW);
        assertEquals(withoutGate, allowed(desk, "author", "of-persons"));
        assertEquals(all, allowed(desk, "other", "of-persons"));
        assertEquals(all, allowed(desk, "author", "of-trucks"));
    }

    @Test
    void whatThisReleaseWouldNotTakeFromAnAuthorIsNotPublishedAndJudgesOn() {
        Desk desk = desk(this::tell);
        String older = "colour: red\n" + Desk.text(SHIPS);
        ModelVersion shadow = desk.put("older", 1, VersionStage.SHADOW, older);
        ModelVersion gone = desk.put("older", 2, VersionStage.LIVE, "id: older");
        assertEquals(ServiceError.REJECTED, Desk.error(desk.order("one", shadow, VersionAction.CANARY, "330784")));
        assertEquals(
                List.of(new UnreadableVersion(gone.version(), "text:1:1: the field 'version' is missing")),
                result(desk.versions("one", "older")).unreadable());
    }

    @Test
    void whatTheNodesCouldNotBeToldIsToldAgain() {
        AtomicInteger tries = new AtomicInteger();
        Desk desk = desk(assigned -> tries.getAndIncrement() == 0 ? Future.failedFuture("no broker") : tell(assigned));
        result(desk.order("one", desk.put("untold", 1, VersionStage.CANARY), VersionAction.LIVE));
        eventually(LIMIT, () -> List.copyOf(told), all -> all.contains(desk.assigned("untold")));
    }

    @Test
    void aNodeThatDiesBetweenDecidingAndTellingLeavesTheTellingToAnother() {
        Promise<Void> never = Promise.promise();
        AtomicInteger begun = new AtomicInteger();
        Desk dying = new Desk(vertx, postgres, new GoneBacktests(), assigned -> {
            begun.incrementAndGet();
            return never.future();
        });
        ModelVersion live = result(dying.order("one", dying.put("orphan", 1, VersionStage.CANARY), VersionAction.LIVE));
        eventually(LIMIT, begun::get, count -> count > 0);
        dying.close();
        assertEquals(List.of(), List.copyOf(told));

        Desk other = desk(this::tell);
        assertEquals(live, other.version("orphan", 1));
        other.publisher.wake();
        ModelAssignment assigned = other.assigned("orphan");
        assertNotNull(assigned);
        eventually(LIMIT, () -> List.copyOf(told), all -> all.contains(assigned));
        assertTrue(told.stream().allMatch(one -> one.equals(assigned)), told::toString);
    }
}
