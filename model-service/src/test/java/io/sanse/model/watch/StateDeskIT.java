package io.sanse.model.watch;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.service.StateList;
import io.sanse.contract.service.StateList.StateSize;
import io.sanse.contract.service.StateQuery;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.model.watch.StateSizes.Measurement;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with two partitions, over a real database. */
class StateDeskIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final List<ServiceContext> contexts = new ArrayList<>();
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    }

    @AfterEach
    void stop() {
        contexts.forEach(context -> result(context.lifecycle().stop(Duration.ofSeconds(5))));
        postgres.close();
        result(vertx.close());
    }

    private StateDesk node(int partition, Instant at, StateTally tally) {
        ServiceContext context = TestContexts.of(vertx, new TestClock(NOON.toString()), postgres.settings());
        contexts.add(context);
        StateSizes sizes = new StateSizes(Duration.ofMinutes(5));
        sizes.measured(partition, new Measurement(at, tally.sizes()));
        return StateDesk.open(context, result(Database.open(context, "model")), sizes);
    }

    private static StateQuery query(Role role, String area) {
        return new StateQuery(new Caller("somebody", Set.of(role), null, List.of(area)));
    }

    @Test
    void anyNodeTellsOfAllOfThem() {
        StateTally one = new StateTally();
        one.add(Subject.vehicle("浙GA0001"), 100);
        one.add(Subject.vehicle("浙GA0002"), 300);
        one.add(new Subject(SubjectType.PERSON, "P1"), 50);
        StateTally two = new StateTally();
        two.add(Subject.vehicle("浙GA0003"), 200);
        node(0, NOON, one);
        StateDesk desk = node(1, NOON.plusSeconds(9), two);

        StateList all = eventually(LIMIT, () -> result(desk.state(query(Role.ADMIN, ""))), list -> list.items().stream()
                .anyMatch(size -> size.subjects() == 3));
        assertEquals(
                List.of(
                        new StateSize(SubjectType.PERSON, 1, 50, null, 50),
                        new StateSize(SubjectType.VEHICLE, 3, 600, "vehicle:浙GA0002", 300)),
                all.items());
        assertEquals(NOON, all.measuredAt());
        for (String area : List.of("3307", "110000")) {
            StateSize vehicles =
                    result(desk.state(query(Role.OPERATOR, area))).items().get(1);
            assertNull(vehicles.largest(), area);
            assertEquals(3, vehicles.subjects(), area);
        }
        assertEquals(
                ServiceError.FORBIDDEN,
                ServiceError.of(result(desk.state(query(Role.FIELD_OFFICER, ""))
                        .transform(done -> Future.succeededFuture(done.cause())))));
        assertEquals(
                200,
                contexts.get(1)
                        .metrics()
                        .get("sanse_state_bytes")
                        .tags("kind", "vehicle")
                        .gauge()
                        .value());
    }
}
