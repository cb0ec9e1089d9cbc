package io.sanse.notify;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Level;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.service.Delivery;
import io.sanse.contract.service.DeliveryPage;
import io.sanse.contract.service.DeliveryQuery;
import io.sanse.contract.service.DeliveryResolution;
import io.sanse.notify.peer.JsmppSmsc;
import io.sanse.notify.peer.Submitted;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of which nobody knows whether they went out: after a lost connection, and after kill -9 of the service. */
class UnknownOutcomeIT {
    private static final Caller OPERATOR =
            new Caller("operator", Set.of(Role.OPERATOR), "duty-desk", List.of("330784"));

    @TempDir
    private static Path folder;

    private static World world;

    private final JsmppSmsc smsc = JsmppSmsc.open();
    private World.Running service;
    private String phone;
    private String department;

    @BeforeAll
    static void build() {
        world = new World(folder);
    }

    @AfterAll
    static void tearDown() {
        world.close();
    }

    @BeforeEach
    void begin() throws InterruptedException {
        service = world.start(smsc.port(), Map.of());
        phone = world.nextPhone();
        department = world.register(smsc, phone);
    }

    @AfterEach
    void end() {
        service.close();
        smsc.close();
    }

    private void assertNothingElseComes() throws InterruptedException {
        world.assertNothingElseComes(smsc);
    }

    /** A message whose connection ends after the operator has read it and before it has answered. */
    private Submitted lose(AlertEvents alert) throws InterruptedException {
        smsc.behave(message -> JsmppSmsc.HANG_UP);
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        Submitted lost = smsc.next();
        smsc.behave(message -> JsmppSmsc.OK);
        return lost;
    }

    @Test
    void aLostAnswerIsShownAndNotSentAgain() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        lose(alert);
        Delivery unknown = service.deliveryIn(alert.id(), "unknown");
        assertEquals("connection ended before the answer", unknown.reason());
        assertNothingElseComes();
        assertEquals(unknown, service.deliveryIn(alert.id(), "unknown"));
    }

    @Test
    void aLostAnswerOnARedAlertIsSentAgainAndMarked() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department).with(Level.RED);
        Submitted lost = lose(alert);
        Submitted again = smsc.next();
        assertEquals(lost.text(), again.text());
        Delivery accepted = service.deliveryIn(alert.id(), "accepted");
        assertEquals("unknown-resent", accepted.reason());
        assertEquals(2, accepted.attempts());
        assertNothingElseComes();
    }

    @Test
    void aReceiptResolvesIt() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        Submitted lost = lose(alert);
        service.deliveryIn(alert.id(), "unknown");
        assertNothingElseComes();
        smsc.receipt(lost, lost.messageId(), "DELIVRD");
        service.deliveryIn(alert.id(), "delivered");
    }

    @Test
    void twoUnknownMessagesToOnePhoneAreNotMixedUp() throws Exception {
        AlertEvents first = AlertEvents.dispatchedTo(department);
        AlertEvents second = AlertEvents.dispatchedTo(department);
        Submitted lost = lose(first);
        service.deliveryIn(first.id(), "unknown");
        lose(second);
        service.deliveryIn(second.id(), "unknown");
        assertNothingElseComes();
        smsc.receipt(lost, lost.messageId(), "DELIVRD");
        assertNothingElseComes();
        service.deliveryIn(first.id(), "unknown");
        service.deliveryIn(second.id(), "unknown");
    }

    @Test
    void aPersonDecides() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        lose(alert);
        UUID id = service.deliveryIn(alert.id(), "unknown").id();
        Caller elsewhere = new Caller("operator-2", Set.of(Role.OPERATOR), "duty-desk", List.of("330702"));
        Caller auditor = new Caller("auditor", Set.of(Role.AUDITOR), null, List.of(""));
        assertEquals(ServiceError.NOT_FOUND, failure(resolve(elsewhere, id, true, "asked")));
        assertEquals(ServiceError.FORBIDDEN, failure(resolve(auditor, id, true, "asked")));
        assertEquals(ServiceError.REJECTED, failure(resolve(OPERATOR, id, true, " ")));
        assertEquals(ServiceError.NOT_FOUND, failure(resolve(OPERATOR, UUID.randomUUID(), true, "asked")));

        Delivery again = result(resolve(OPERATOR, id, false, "the desk has nothing"));
        assertEquals("claimed", again.state());
        assertEquals("sent again, says operator: the desk has nothing", again.reason());
        assertEquals("861****" + phone.substring(phone.length() - 4), again.phone());
        smsc.next();
        Delivery accepted = service.deliveryIn(alert.id(), "accepted");
        assertEquals("unknown-resent", accepted.reason());
        assertEquals(ServiceError.CONFLICT, failure(resolve(OPERATOR, id, true, "asked")));
    }

    @Test
    void aPersonWhoHasSeenItClosesIt() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        lose(alert);
        UUID id = service.deliveryIn(alert.id(), "unknown").id();
        Delivery arrived = result(resolve(OPERATOR, id, true, "the desk read it out"));
        assertEquals("delivered", arrived.state());
        assertEquals("arrived, says operator: the desk read it out", arrived.reason());
    }

    private Future<Delivery> resolve(Caller caller, UUID id, boolean arrived, String reason) {
        return service.questions().resolve(new DeliveryResolution(caller, id, arrived, reason));
    }

    private static ServiceError failure(Future<?> future) {
        return ServiceError.of(result(future.transform(done -> Future.succeededFuture(done.cause()))));
    }

    @Test
    void eachSeesOnlyWhatIsTheirsPageByPage() throws Exception {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            AlertEvents alert = AlertEvents.dispatchedTo("police", department);
            world.publish(alert.event(2, AlertEventType.DISPATCHED));
            eventually(World.LIMIT, () -> service.deliveries(alert.id()), all -> all.size() == 2);
            ids.add(0, alert.id());
        }
        Caller police = new Caller("p", Set.of(Role.DEPARTMENT_OFFICER), "police", List.of("3307"));
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            DeliveryPage page = page(police, "suppressed", cursor, 2);
            page.items().forEach(delivery -> seen.add(delivery.alertId()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(ids, seen);

        Caller other = new Caller("o", Set.of(Role.DEPARTMENT_OFFICER), "water", List.of("330784"));
        assertEquals(0, page(other, null, null, 200).items().size());
        Caller away = new Caller("a", Set.of(Role.DEPARTMENT_OFFICER), "police", List.of("330702"));
        assertEquals(0, page(away, null, null, 200).items().size());
    }

    private DeliveryPage page(Caller caller, String state, String cursor, int limit) {
        return result(service.questions().deliveries(new DeliveryQuery(caller, null, state, cursor, limit)));
    }

    @Test
    void badQuestionsAreRefused() {
        Caller machine = new Caller("m", Set.of(Role.INTEGRATOR), null, List.of(""));
        assertEquals(ServiceError.FORBIDDEN, failure(question(machine, null, null, 10)));
        assertEquals(ServiceError.REJECTED, failure(question(OPERATOR, "lost", null, 10)));
        assertEquals(ServiceError.REJECTED, failure(question(OPERATOR, null, "x' OR 1=1", 10)));
        assertEquals(ServiceError.REJECTED, failure(question(OPERATOR, null, null, 0)));
        assertEquals(ServiceError.REJECTED, failure(question(OPERATOR, null, null, 201)));
    }

    private Future<DeliveryPage> question(Caller caller, String state, String cursor, int limit) {
        return service.questions().deliveries(new DeliveryQuery(caller, null, state, cursor, limit));
    }

    @Test
    void killedBetweenSubmitAndAnswer() throws Exception {
        service.close();
        CountDownLatch killed = new CountDownLatch(1);
        BlockingQueue<Submitted> read = new LinkedBlockingQueue<>();
        smsc.behave(message -> keepSilent(read, message, killed));
        Process process = launch();
        try {
            AlertEvents yellow = AlertEvents.dispatchedTo(department);
            AlertEvents red = AlertEvents.dispatchedTo(department).with(Level.RED);
            world.publish(yellow.event(2, AlertEventType.DISPATCHED));
            world.publish(red.event(2, AlertEventType.DISPATCHED));
            List<Submitted> lost = List.of(take(read), take(read));
            process.destroyForcibly().onExit().get(20, TimeUnit.SECONDS);
            killed.countDown();
            smsc.behave(message -> JsmppSmsc.OK);
            service = world.start(smsc.port(), Map.of());

            assertEquals(
                    "interrupted", service.deliveryIn(yellow.id(), "unknown").reason());
            assertTrue(smsc.next().text().contains("红色"));
            assertEquals(
                    "unknown-resent", service.deliveryIn(red.id(), "accepted").reason());
            assertNothingElseComes();

            Submitted ofYellow = lost.get(0).text().contains("黄色") ? lost.get(0) : lost.get(1);
            smsc.receipt(ofYellow, ofYellow.messageId(), "DELIVRD");
            service.deliveryIn(yellow.id(), "delivered");
        } finally {
            process.destroyForcibly();
        }
    }

    /** The operator has read the message; the service is killed before it hears so. */
    private static int keepSilent(BlockingQueue<Submitted> read, Submitted message, CountDownLatch killed) {
        read.add(message);
        try {
            assertTrue(killed.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0x08;
    }

    private static Submitted take(BlockingQueue<Submitted> read) throws InterruptedException {
        Submitted message = read.poll(30, TimeUnit.SECONDS);
        assertNotNull(message, "no submit_sm within 30 s");
        return message;
    }

    /** The service in a process of its own, which can be killed. */
    private Process launch() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                NotifyMain.class.getName());
        world.settings(smsc.port()).forEach((key, value) -> builder.environment()
                .put("SANSE_" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        builder.environment().put("SANSE_CLUSTER_ENABLED", "false");
        builder.environment().put("SANSE_MANAGEMENT_PORT", "0");
        builder.environment().put("SANSE_SMPP_ANSWER", "PT60S");
        return builder.redirectErrorStream(true)
                .redirectOutput(Path.of("target/killed.log").toFile())
                .start();
    }
}
