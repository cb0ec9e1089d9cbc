package io.sanse.notify.store;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.notify.AlertEvents;
import io.sanse.notify.channel.SubmitOutcome;
import io.sanse.notify.domain.Decision;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.domain.Notice;
import io.sanse.notify.domain.Recipient;
import io.sanse.notify.policy.PolicyReader;
import io.sanse.notify.policy.Template;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may submit what, when processes die, hang, or lose the database at the wrong moment. */
class SubmissionStoreIT {
    private static final Instant NOW = Instant.parse("2026-03-05T14:00:00Z");
    private static final Duration LIVES = Duration.ofMinutes(10);
    private static final Template DISPATCH = PolicyReader.read("").templates().get(1);

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static Vertx vertx;
    private static ServiceContext context;
    private static Database database;

    private final SubmissionStore submissions = new SubmissionStore();
    private final SenderStore senders = new SenderStore();
    private final UUID sender = UUID.randomUUID();

    @BeforeAll
    static void open() {
        postgres = EmbeddedPostgres.start(folder, 0);
        vertx = Vertx.vertx();
        context = TestContexts.of(vertx, new TestClock(NOW.toString()), postgres.settings());
        database = result(Database.open(context, "notify"));
    }

    @AfterAll
    static void close() {
        result(context.lifecycle().stop(Duration.ofSeconds(5)));
        result(vertx.close());
        postgres.close();
    }

    @BeforeEach
    void begin() {
        in(tx -> tx.query("TRUNCATE delivery CASCADE").execute());
        in(tx -> senders.beat(tx, sender, LIVES));
    }

    private static <T> T in(Function<SqlConnection, Future<T>> work) {
        return result(database.transaction(work));
    }

    private static void claim(Level level, int parts) {
        AlertEvents alert = AlertEvents.dispatchedTo("ecology").with(level);
        Recipient recipient = new Recipient("department:ecology", "13800000000");
        Notice notice = new Notice(alert.event(2, AlertEventType.DISPATCHED), DISPATCH, recipient, "text", parts);
        assertEquals(Optional.of(DeliveryState.CLAIMED), in(tx -> new NoticeStore()
                .claim(tx, notice, new Decision.Send(NOW), NOW)));
    }

    private List<Submission> take(UUID by, int limit) {
        return in(tx -> submissions.take(tx, by, limit, NOW));
    }

    private Optional<DeliveryState> answer(Submission submission, int part, SubmitOutcome outcome) {
        SubmissionStore.Answer answer = new SubmissionStore.Answer(submission, part, outcome, null, NOW);
        return in(tx -> submissions.answered(tx, answer, NOW));
    }

    private static String states() {
        return in(tx -> tx.query("SELECT string_agg(state, ' ' ORDER BY position) FROM delivery")
                        .execute())
                .iterator()
                .next()
                .getString(0);
    }

    private List<DeliveryState> settleOrphans() {
        return in(tx -> senders.settleOrphans(tx, NOW));
    }

    @Test
    void redIsTakenFirstAndNothingTwice() {
        claim(Level.YELLOW, 1);
        claim(Level.BLUE, 2);
        claim(Level.RED, 3);
        claim(Level.RED, 4);
        assertEquals(
                List.of(3),
                take(sender, 1).stream().map(one -> one.parts().size()).toList());
        assertEquals("claimed claimed submitted claimed", states());
        assertEquals(
                List.of(4, 1, 2),
                take(UUID.randomUUID(), 10).stream()
                        .map(one -> one.parts().size())
                        .toList());
        assertEquals(List.of(), take(sender, 10));
    }

    @Test
    void whatALivingSenderHasUnderWayIsNotTouched() {
        claim(Level.YELLOW, 1);
        take(sender, 10);
        assertEquals(List.of(), settleOrphans());
        in(tx -> senders.retire(tx, sender));
        assertEquals(List.of(DeliveryState.UNKNOWN), settleOrphans());
    }

    @Test
    void aSenderWhoseLeaseHasRunOutIsDead() {
        UUID other = UUID.randomUUID();
        in(tx -> senders.beat(tx, other, Duration.ofMillis(1)));
        claim(Level.YELLOW, 1);
        take(other, 10);
        List<DeliveryState> settled = eventually(Duration.ofSeconds(10), this::settleOrphans, list -> !list.isEmpty());
        assertEquals(List.of(DeliveryState.UNKNOWN), settled);
    }

    @Test
    void redIsSentAgainThreeTimesAndThenUnknown() {
        claim(Level.RED, 1);
        for (int again = 0; again < 3; again++) {
            take(UUID.randomUUID(), 10);
            assertEquals(List.of(DeliveryState.CLAIMED), settleOrphans());
        }
        take(UUID.randomUUID(), 10);
        assertEquals(List.of(DeliveryState.UNKNOWN), settleOrphans());
    }

    @Test
    void aLateAnswerStillCountsUnlessTheMessageWasSentAgain() {
        claim(Level.YELLOW, 1);
        claim(Level.RED, 1);
        UUID hung = UUID.randomUUID();
        List<Submission> taken = take(hung, 10);
        settleOrphans();
        assertEquals("unknown claimed", states());
        take(sender, 10);
        assertEquals(
                List.of(Optional.empty(), Optional.of(DeliveryState.ACCEPTED)),
                taken.stream()
                        .sorted(Comparator.comparing(Submission::reference).reversed())
                        .map(one -> answer(one, 1, new SubmitOutcome.Accepted("a")))
                        .toList());
        assertEquals("accepted submitted", states());
    }

    @Test
    void whatWasTakenButNeverBegunIsGivenBack() {
        claim(Level.YELLOW, 2);
        claim(Level.YELLOW, 1);
        List<Submission> taken = take(sender, 10);
        assertEquals(List.of(1, 2), taken.get(0).parts());
        in(tx -> submissions.untake(tx, sender, Set.of(taken.get(0).id())));
        assertEquals("submitted claimed", states());
        assertEquals(List.of(1), take(sender, 10).get(0).parts());
    }

    @Test
    void aBusyOperatorGetsOnlyThePartsThatItHasNotTaken() {
        claim(Level.YELLOW, 3);
        Submission first = take(sender, 1).get(0);
        assertEquals(Optional.of(DeliveryState.SUBMITTED), answer(first, 1, new SubmitOutcome.Accepted("a")));
        assertEquals(Optional.of(DeliveryState.CLAIMED), answer(first, 2, new SubmitOutcome.Busy("later")));
        assertEquals(List.of(), take(sender, 1));
        Instant later = NOW.plusSeconds(1);
        Submission second = in(tx -> submissions.take(tx, sender, 1, later)).get(0);
        assertEquals(List.of(2, 3), second.parts());
        assertEquals(2, second.attempt());
    }

    @Test
    void anUnknownPartIsNotSentAgainWithTheRest() {
        claim(Level.YELLOW, 2);
        Submission first = take(sender, 1).get(0);
        answer(first, 1, new SubmitOutcome.Unknown("lost"));
        assertEquals(Optional.of(DeliveryState.CLAIMED), answer(first, 2, new SubmitOutcome.NotSent("away")));
        Submission second =
                in(tx -> submissions.take(tx, sender, 1, NOW.plusSeconds(1))).get(0);
        assertEquals(List.of(2), second.parts());
        assertEquals(Optional.of(DeliveryState.UNKNOWN), answer(second, 2, new SubmitOutcome.Accepted("b")));
    }

    @Test
    void whatWaitedTooLongIsGivenUp() {
        claim(Level.YELLOW, 1);
        int before = in(tx -> submissions.expire(tx, NOW, NOW));
        int after = in(tx -> submissions.expire(tx, NOW.plusMillis(1), NOW));
        assertEquals(0, before);
        assertEquals(1, after);
        assertEquals("failed", states());
        assertTrue(take(sender, 10).isEmpty());
    }
}
