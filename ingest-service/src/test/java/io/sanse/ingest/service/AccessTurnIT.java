package io.sanse.ingest.service;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.Subject;
import io.sanse.contract.access.AccessNote;
import io.sanse.contract.access.AccessNote.Origin;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.AccessResult;
import io.sanse.contract.access.AccessTurn;
import io.sanse.contract.access.AccessTurnQuery;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.ingest.access.AccessSettings;
import io.sanse.ingest.access.AccessStore;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose turn it is, counted by two nodes over one real database. */
class AccessTurnIT {
    private static final StatedPurpose CASE = new StatedPurpose(AccessPurpose.CASE_INVESTIGATION, "C-7", "drove");

    @TempDir
    private static Path directory;

    private static Vertx vertx;
    private static EmbeddedPostgres postgres;
    private static ServiceContext context;
    private static Database database;

    private final TestClock clock = new TestClock("2026-03-05T12:00:10Z");
    private final List<AccessEndpoint> nodes = List.of(node(), node());

    private AccessEndpoint node() {
        return new AccessEndpoint(new AccessStore(database, new AccessSettings(Duration.ofDays(200))), clock);
    }

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
        context = TestContexts.of(vertx, InstantSource.system(), postgres.settings());
        database = result(Database.open(context, "ingest"));
    }

    @AfterAll
    static void stop() {
        result(context.lifecycle().stop(Duration.ofSeconds(5)));
        postgres.close();
        result(vertx.close());
    }

    private static Caller caller(String user) {
        return new Caller(user, Set.of(Role.OPERATOR), null, List.of("330784"));
    }

    /** So many questions at once, each of the other node. */
    private List<AccessTurn> ask(String user, int times) {
        List<Future<AccessTurn>> asked = IntStream.range(0, times)
                .mapToObj(i -> nodes.get(i % 2).turn(new AccessTurnQuery(caller(user))))
                .toList();
        return result(Future.all(asked)).list();
    }

    private static long granted(List<AccessTurn> turns) {
        return turns.stream().filter(AccessTurn::granted).count();
    }

    private void note(AccessTurn turn, AccessResult outcome) {
        Subject person = Subject.person("P1");
        result(nodes.get(0)
                .note(new AccessNote(
                        caller(turn.user()),
                        new Origin("10.0.0.8", null),
                        "/api/v1/subjects/person/P1",
                        List.of(person),
                        CASE,
                        outcome,
                        turn)));
    }

    @Test
    void ofManyAtOnceTwentyHaveAPlaceAndOneIsWrittenDown() {
        List<AccessTurn> turns = ask("many", 100);
        assertEquals(20, granted(turns));
        assertEquals(1, turns.stream().filter(AccessTurn::first).count());
        assertTrue(turns.stream().noneMatch(turn -> turn.granted() && turn.first()));
        assertEquals(1, granted(ask("another", 1)));
    }

    @Test
    void onlyWhatWasRefusedKeepsItsPlace() {
        List<AccessTurn> turns = ask("keeper", 20);
        note(turns.get(0), AccessResult.REFUSED);
        note(turns.get(1), AccessResult.NOT_FOUND);
        assertEquals(0, granted(ask("keeper", 1)));
        note(turns.get(2), AccessResult.GIVEN);
        note(turns.get(3), AccessResult.FAILED);
        assertEquals(2, granted(ask("keeper", 3)));
    }

    @Test
    void aNodeWhoseClockIsAheadHoldsNoPlacesOfMinutesToCome() {
        clock.advance(Duration.ofDays(40_000));
        AccessTurn last = ask("ahead", 20).get(19);
        long after = InstantSource.system().millis() / 60_000;
        assertTrue(last.minute() <= after, () -> last + " is after " + after);
    }

    @Test
    void theNextMinuteBeginsAnewAndOwesNothingToTheOneBefore() {
        AccessTurn before = ask("next", 25).get(0);
        clock.advance(Duration.ofMinutes(1));
        assertEquals(20, granted(ask("next", 20)));
        note(before, AccessResult.GIVEN);
        assertEquals(0, granted(ask("next", 1)));
    }
}
