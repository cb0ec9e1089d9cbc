package io.sanse.model.watch;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.service.LatenessList;
import io.sanse.contract.service.LatenessList.FeedLateness;
import io.sanse.contract.service.LatenessList.LatenessBucket;
import io.sanse.contract.service.LatenessQuery;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that come and go, over a real database. */
class LatenessDeskIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);

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
        contexts.forEach(LatenessDeskIT::stop);
        postgres.close();
        result(vertx.close());
    }

    private static void stop(ServiceContext context) {
        result(context.lifecycle().stop(Duration.ofSeconds(5)));
    }

    private LatenessDesk node(String now, Lateness lateness) {
        ServiceContext context = TestContexts.of(vertx, new TestClock(now), postgres.settings());
        contexts.add(context);
        return LatenessDesk.open(context, result(Database.open(context, "model")), lateness);
    }

    private static LatenessQuery query(Role role, int days) {
        return new LatenessQuery(new Caller("somebody", Set.of(role), null, List.of("3307")), days);
    }

    private static FeedLateness weighings(LatenessBucket... buckets) {
        long all = List.of(buckets).stream()
                .mapToLong(LatenessBucket::observations)
                .sum();
        return new FeedLateness(Kind.WEIGHING, "scales", all, List.of(buckets));
    }

    private static ServiceError error(Future<?> refused) {
        return ServiceError.of(result(refused.transform(done -> Future.succeededFuture(done.cause()))));
    }

    @Test
    void whatAnyNodeHasCountedCountsOnItsDay() {
        Lateness yesterdays = new Lateness();
        node("2026-03-04T15:59:00Z", yesterdays);
        yesterdays.received(List.of(LatenessTest.weighing(1_000), LatenessTest.weighing(604_800_001)));
        stop(contexts.remove(0));
        Lateness lateness = new Lateness();
        lateness.received(List.of(LatenessTest.weighing(1_000), LatenessTest.weighing(61_000)));
        LatenessDesk desk = node("2026-03-04T16:00:00Z", lateness);

        LatenessList today =
                eventually(LIMIT, () -> result(desk.lateness(query(Role.AUDITOR, 1))), list -> !list.items()
                        .isEmpty());
        assertEquals(
                new LatenessList(
                        LocalDate.of(2026, 3, 5),
                        List.of(weighings(new LatenessBucket(1L, 1), new LatenessBucket(300L, 1)))),
                today);
        assertEquals(
                new LatenessList(
                        LocalDate.of(2026, 3, 4),
                        List.of(weighings(
                                new LatenessBucket(1L, 2), new LatenessBucket(300L, 1), new LatenessBucket(null, 1)))),
                result(desk.lateness(query(Role.OPERATOR, 2))));
        assertEquals(ServiceError.FORBIDDEN, error(desk.lateness(query(Role.FIELD_OFFICER, 1))));
        assertEquals(ServiceError.REJECTED, error(desk.lateness(query(Role.ADMIN, 0))));
        assertEquals(ServiceError.REJECTED, error(desk.lateness(query(Role.ADMIN, 32))));
    }
}
