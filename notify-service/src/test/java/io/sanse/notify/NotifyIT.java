package io.sanse.notify;

import static io.sanse.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.registry.Details;
import io.sanse.contract.service.Delivery;
import io.sanse.notify.peer.JsmppSmsc;
import io.sanse.notify.peer.Submitted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on real Kafka and PostgreSQL, against an SMSC of other people's making. */
class NotifyIT {
    @TempDir
    private static Path folder;

    private static World world;

    private final JsmppSmsc smsc = JsmppSmsc.open();
    private String phone;
    private String department;
    private World.Running service;

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
        start(Map.of());
        phone = world.nextPhone();
        department = world.register(smsc, phone);
    }

    @AfterEach
    void end() {
        service.close();
        smsc.close();
    }

    private void start(Map<String, String> settings) {
        service = world.start(smsc.port(), settings);
    }

    private void restart(Map<String, String> settings) {
        service.close();
        start(settings);
    }

    private Submitted next() throws InterruptedException {
        return smsc.next();
    }

    private void assertNothingElseComes() throws InterruptedException {
        world.assertNothingElseComes(smsc);
    }

    @Test
    void aDispatchReachesTheDutyDeskAndItsReceiptIsRecorded() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        world.publish(alert.event(1, AlertEventType.RAISED));
        world.publish(alert.event(2, AlertEventType.DISPATCHED));

        Submitted message = next();
        assertEquals(phone, message.phone());
        assertTrue(message.text().startsWith("【三色预警】黄色预警派发：车辆浙GA1234"), message.text());
        Delivery accepted = service.deliveryIn(alert.id(), "accepted");
        assertEquals(message.messageId(), accepted.operatorMessageId());
        assertEquals(message.text(), accepted.text());
        assertEquals("department:" + department, accepted.recipient());
        assertEquals(1, accepted.attempts());

        smsc.receipt(message, Long.toString(Long.parseLong(message.messageId(), 16)), "DELIVRD");
        Delivery delivered = service.deliveryIn(alert.id(), "delivered");
        assertNull(delivered.reason());
        assertTrue(service.counted("delivered") >= 1);
        assertNothingElseComes();
    }

    @Test
    void aReceiptOfFailureIsRecordedWithTheOperatorsWords() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        Submitted message = next();
        smsc.receipt(message, message.messageId(), "UNDELIV");
        assertEquals(
                "UNDELIV err 000", service.deliveryIn(alert.id(), "undelivered").reason());
    }

    @Test
    void repeatedEventsMakeOneMessage() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        for (int repeat = 0; repeat < 3; repeat++) {
            world.publish(alert.event(2, AlertEventType.DISPATCHED));
            world.publish(alert.event(3, AlertEventType.EXTENDED));
        }
        assertEquals(phone, next().phone());
        assertNothingElseComes();
        service.deliveryIn(alert.id(), "accepted");
    }

    @Test
    void oneMessageForEachLevelAndForEachUrgedClock() throws Exception {
        AlertEvents yellow = AlertEvents.dispatchedTo(department);
        world.publish(yellow.event(2, AlertEventType.DISPATCHED));
        assertTrue(next().text().contains("黄色预警派发"));
        world.publish(yellow.event(3, AlertEventType.DISPATCHED));
        world.publish(yellow.event(4, AlertEventType.CLOCK_URGED, ClockName.SIGN, null));
        assertTrue(next().text().contains("催办"));
        world.publish(yellow.with(Level.RED).event(5, AlertEventType.LEVEL_RAISED));
        assertTrue(next().text().contains("预警升级为红色"));
        world.publish(yellow.with(Level.RED).event(6, AlertEventType.DISPATCHED));
        assertNothingElseComes();

        List<Delivery> deliveries = service.deliveries(yellow.id());
        assertEquals(
                List.of("accepted", "suppressed", "accepted", "accepted", "suppressed"),
                deliveries.stream().map(Delivery::state).toList());
        assertEquals("already-told", deliveries.get(1).reason());
    }

    @Test
    void aBreachedClockGoesToTheLeader() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        world.publish(alert.event(4, AlertEventType.CLOCK_BREACHED, ClockName.SIGN, null));
        assertTrue(next().text().contains("超期"));
        assertEquals(
                "department:" + department + "/leader",
                service.deliveryIn(alert.id(), "accepted").recipient());
    }

    @Test
    void aLongTextArrivesWhole() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department).withText("车辆浙GA1234在废弃矿坑🏭停留，".repeat(30));
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        StringBuilder read = new StringBuilder();
        Submitted part;
        do {
            part = next();
            read.append(part.text());
        } while (part.number() < part.total());
        assertEquals(3, part.total());
        Delivery delivery = service.deliveryIn(alert.id(), "accepted");
        assertEquals(delivery.text(), read.toString());
        assertEquals(3, delivery.operatorMessageId().split(",").length);
    }

    @Test
    void everyPartNeedsItsReceipt() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department).withText("长".repeat(100));
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        List<Submitted> parts = List.of(next(), next(), next());
        service.deliveryIn(alert.id(), "accepted");
        smsc.receipt(parts.get(2), parts.get(2).messageId(), "DELIVRD");
        smsc.receipt(parts.get(0), parts.get(0).messageId(), "DELIVRD");
        smsc.receipt(parts.get(0), parts.get(0).messageId(), "DELIVRD");
        assertNothingElseComes();
        service.deliveryIn(alert.id(), "accepted");
        smsc.receipt(parts.get(1), parts.get(1).messageId(), "DELIVRD");
        service.deliveryIn(alert.id(), "delivered");
    }

    @Test
    void aThrottlingOperatorIsTriedAgainLater() throws Exception {
        AtomicInteger submits = new AtomicInteger();
        smsc.behave(message -> submits.incrementAndGet() < 3 ? 0x58 : JsmppSmsc.OK);
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        Delivery waiting = service.delivery(alert.id(), delivery -> "0x58 throttled".equals(delivery.reason()));
        assertEquals("claimed", waiting.state());
        Delivery accepted = service.deliveryIn(alert.id(), "accepted");
        assertEquals(3, accepted.attempts());
        assertNull(accepted.reason());
        next();
        assertNothingElseComes();
    }

    @Test
    void aRefusalIsFinalAndSaysWhy() throws Exception {
        smsc.behave(message -> message.phone().equals(phone) ? 0x0B : JsmppSmsc.OK);
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        assertEquals(
                "0x0b destination address is invalid",
                service.deliveryIn(alert.id(), "failed").reason());
        assertNothingElseComes();
    }

    @Test
    void whatComesWhileTheOperatorIsAwayGoesOutAfterwardsOnceAndRedFirst() throws Exception {
        smsc.close();
        List<AlertEvents> alerts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            AlertEvents alert = AlertEvents.dispatchedTo(department).with(i < 15 ? Level.YELLOW : Level.RED);
            alerts.add(alert);
            world.publish(alert.event(2, AlertEventType.DISPATCHED));
        }
        alerts.forEach(alert -> service.deliveryIn(alert.id(), "claimed"));
        smsc.listen();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < alerts.size(); i++) {
            texts.add(next().text());
        }
        assertEquals(20, new TreeSet<>(texts).size());
        assertEquals(
                5, texts.stream().limit(10).filter(text -> text.contains("红色")).count());
        alerts.forEach(alert -> service.deliveryIn(alert.id(), "accepted"));
        assertNothingElseComes();
    }

    @Test
    void somebodyUnknownIsToldOnceThereIsAContact() throws Exception {
        AlertEvents alert = AlertEvents.reminding(Subject.enterprise("E-new"));
        world.publish(alert.event(2, AlertEventType.REMINDED));
        assertEquals("no-contact", service.deliveryIn(alert.id(), "suppressed").reason());
        String firm = world.nextPhone();
        LocalizedText name = new LocalizedText("企业", "firm");
        world.register("E-new", new Details.Enterprise(name, Set.of("generator"), null, "330784", null, firm));
        assertEquals(firm, next().phone());
        service.deliveryIn(alert.id(), "accepted");
    }

    @Test
    void aDriverWhoIsAlsoTheCarrierIsRemindedOnce() throws Exception {
        String carrier = world.nextPhone();
        LocalizedText name = new LocalizedText("运输", "carrier");
        world.register("C1", new Details.Enterprise(name, Set.of("carrier"), null, "330784", null, carrier));
        world.register("浙GT1", new Details.Vehicle("蓝", "dump-truck", "C1", carrier, null, null, "gps"));
        assertNothingElseComes();
        AlertEvents alert = AlertEvents.reminding(Subject.vehicle("浙GT1"));
        world.publish(alert.event(2, AlertEventType.REMINDED));
        assertEquals(carrier, next().phone());
        Map<String, String> reasons =
                eventually(World.LIMIT, () -> service.deliveries(alert.id()), all -> all.size() == 2).stream()
                        .collect(Collectors.toMap(Delivery::recipient, delivery -> String.valueOf(delivery.reason())));
        assertEquals(Set.of("vehicle:浙GT1", "enterprise:C1"), reasons.keySet());
        assertTrue(reasons.containsValue("same-phone"), reasons.toString());
        assertNothingElseComes();
    }

    @Test
    void aRetractedAlertStandsDownOnlyThoseWhoWereTold() throws Exception {
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        next();
        smsc.behave(message -> 0x14);
        world.publish(alert.event(3, AlertEventType.URGED, null, "late"));
        eventually(
                World.LIMIT,
                () -> service.deliveries(alert.id()),
                all -> all.size() == 2 && all.get(1).attempts() > 0);
        smsc.behave(message -> JsmppSmsc.OK);
        world.publish(alert.event(4, AlertEventType.RETRACTED));
        List<String> texts = List.of(next().text(), next().text());
        assertTrue(texts.stream().anyMatch(text -> text.contains("撤销")), texts.toString());

        AlertEvents unseen = AlertEvents.dispatchedTo("nobody");
        world.publish(unseen.event(2, AlertEventType.DISPATCHED));
        world.publish(unseen.event(3, AlertEventType.RETRACTED));
        assertNothingElseComes();
        assertEquals("no-contact", service.deliveryIn(unseen.id(), "suppressed").reason());
    }

    @Test
    void theBudgetOfAPhoneHoldsAndRedHasItsOwn() throws Exception {
        restart(Map.of("notify.policy", policyWith("perRecipient: 20", "perRecipient: 2")));
        List<AlertEvents> alerts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            AlertEvents alert = AlertEvents.dispatchedTo(department).with(i == 5 ? Level.RED : Level.YELLOW);
            alerts.add(alert);
            world.publish(alert.event(2, AlertEventType.DISPATCHED));
        }
        assertEquals(2, List.of(next(), next()).size());
        assertNothingElseComes();
        List<String> outcomes = alerts.stream()
                .map(alert -> service.deliveries(alert.id()).get(0))
                .map(delivery -> delivery.level().text() + " " + delivery.reason())
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "red null",
                        "yellow null",
                        "yellow recipient-budget",
                        "yellow recipient-budget",
                        "yellow recipient-budget",
                        "yellow recipient-budget"),
                outcomes);
    }

    private static String policyWith(String from, String to) throws IOException {
        try (InputStream builtIn = NotifyIT.class.getResourceAsStream("/notification-policy.yaml")) {
            String text = new String(builtIn.readAllBytes(), StandardCharsets.UTF_8).replace(from, to);
            return Files.writeString(folder.resolve("policy.yaml"), text).toString();
        }
    }

    @Test
    void aMissingReceiptIsAskedFor() throws Exception {
        restart(Map.of("notify.receipt.query", "PT0.2S"));
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        service.deliveryIn(alert.id(), "delivered");
    }

    @Test
    void anUnreadableEventDoesNotHoldUpTheOthers() throws Exception {
        world.publishRaw("alert-events", "x", "{ not json");
        world.publishRaw("registry", "enterprise:x", "[]");
        assertNothingElseComes();
        double rejected = service.context()
                .metrics()
                .counter("sanse_rejected_total", "protocol", "kafka", "reason", "unreadable")
                .count();
        assertEquals(2, rejected);
    }

    @Test
    void anAnswerWaitsForTheDatabase() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch away = new CountDownLatch(1);
        smsc.behave(message -> {
            read.countDown();
            return await(away) ? JsmppSmsc.OK : JsmppSmsc.HANG_UP;
        });
        AlertEvents alert = AlertEvents.dispatchedTo(department);
        world.publish(alert.event(2, AlertEventType.DISPATCHED));
        assertTrue(await(read));
        Runnable startAgain = world.stopPostgres();
        away.countDown();
        assertEquals(phone, next().phone());
        startAgain.run();
        assertEquals(1, service.deliveryIn(alert.id(), "accepted").attempts());
        assertNothingElseComes();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void twoInstancesSendEachMessageOnce() throws Exception {
        try (World.Running second = world.start(smsc.port(), Map.of())) {
            List<AlertEvents> alerts = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                AlertEvents alert = AlertEvents.dispatchedTo(department);
                alerts.add(alert);
                world.publish(alert.event(2, AlertEventType.DISPATCHED));
            }
            Set<String> texts = new TreeSet<>();
            for (int i = 0; i < alerts.size(); i++) {
                texts.add(next().text());
            }
            assertEquals(15, texts.size());
            alerts.forEach(alert ->
                    assertEquals(1, second.deliveryIn(alert.id(), "accepted").attempts()));
            assertNothingElseComes();
        }
    }
}
