package io.sanse.notify;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.contract.Caller;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Role;
import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.model.CertificationNotice.Standing;
import io.sanse.contract.service.Delivery;
import io.sanse.contract.service.DeliveryQuery;
import io.sanse.notify.peer.JsmppSmsc;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notice about models on its way to the duty desk, through real Kafka and PostgreSQL. */
class ModelNoticeIT {
    private static final Instant DATE = Instant.parse("2027-03-05T04:00:00Z");
    private static final CertificationNotice NOTICE = new CertificationNotice(
            UUID.randomUUID(),
            DATE,
            Standing.OVERDUE,
            List.of(new CertificationNotice.Version("m", 3, new LocalizedText("磅差异常", "Weight gap"), DATE)));

    @TempDir
    private static Path folder;

    @Test
    void oneMessageHoweverOftenItComesAndARestartBetween() throws Exception {
        try (World world = new World(folder);
                JsmppSmsc smsc = JsmppSmsc.open()) {
            String phone = world.nextPhone();
            try (World.Running service = world.start(smsc.port(), Map.of())) {
                world.department("duty-desk", phone, world.nextPhone());
                world.register(smsc, world.nextPhone());
                world.publish(NOTICE);
                world.publish(NOTICE);
                var message = smsc.next();
                assertEquals(phone, message.phone());
                assertEquals("【三色预警】模型认证已逾期：磅差异常（第3版）。模型仍在判断，请两人复核后重新认证。", message.text());
                assertTold(service);
            }
            try (World.Running again = world.start(smsc.port(), Map.of())) {
                world.publish(NOTICE);
                world.assertNothingElseComes(smsc);
                assertTold(again);
            }
        }
    }

    private static void assertTold(World.Running service) {
        Delivery told = eventually(World.LIMIT, () -> seen(service, World.ADMIN), all -> all.size() == 1)
                .get(0);
        assertEquals(NOTICE.id(), told.noticeId());
        assertNull(told.alertId());
        assertEquals("department:duty-desk", told.recipient());
        assertEquals("certification-overdue", told.template());
        assertEquals(1, seen(service, caller(Role.OPERATOR, null)).size());
        assertEquals(
                1, seen(service, caller(Role.DEPARTMENT_OFFICER, "duty-desk")).size());
        assertEquals(
                0, seen(service, caller(Role.DEPARTMENT_OFFICER, "ecology")).size());
    }

    private static Caller caller(Role role, String department) {
        return new Caller("somebody", Set.of(role), department, List.of("330784"));
    }

    private static List<Delivery> seen(World.Running service, Caller caller) {
        return result(service.questions().deliveries(new DeliveryQuery(caller, null, null, null, 200))).items().stream()
                .filter(delivery -> delivery.noticeId() != null)
                .toList();
    }
}
