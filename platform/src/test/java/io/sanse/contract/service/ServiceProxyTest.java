package io.sanse.contract.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.contract.Caller;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.testing.Eventually;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceBinder;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceProxyTest {
    private static final Caller CALLER = new Caller("operator", Set.of(Role.OPERATOR), "duty-desk", List.of("330784"));
    private static final RegistryEntry ZONE = new RegistryEntry(
            "Z1",
            3,
            Instant.parse("2026-03-05T18:00:00Z"),
            new Details.Zone(
                    new LocalizedText("废弃矿坑", "abandoned pit"),
                    "pit",
                    true,
                    null,
                    "330784",
                    List.of(new GeoPoint(120, 28), new GeoPoint(120.1, 28), new GeoPoint(120, 28.1))));

    private Vertx vertx;
    private IngestService proxy;

    @BeforeEach
    void bind() {
        vertx = Vertx.vertx();
        new ServiceBinder(vertx).setAddress(IngestService.ADDRESS).register(IngestService.class, new OneZone());
        proxy = new ServiceProxyBuilder(vertx).setAddress(IngestService.ADDRESS).build(IngestService.class);
    }

    @AfterEach
    void close() {
        Eventually.result(vertx.close());
    }

    @Test
    void recordsCrossTheBusUnchanged() {
        RegistryAnswer answer = Eventually.result(proxy.registered(new SubjectQuery(CALLER, Subject.parse("site:Z1"))));
        assertEquals(new RegistryAnswer(Subject.parse("site:Z1"), ZONE), answer);
    }

    @Test
    void aServiceErrorKeepsItsMeaning() {
        Throwable failure = assertThrows(
                RuntimeException.class,
                () -> Eventually.result(proxy.registered(new SubjectQuery(CALLER, Subject.parse("site:none")))));
        assertEquals(ServiceError.NOT_FOUND, ServiceError.of(failure));
        assertEquals("site:none is not registered", failure.getMessage());
    }

    @Test
    void nobodyListeningIsUnavailable() {
        NotifyService nobody =
                new ServiceProxyBuilder(vertx).setAddress(NotifyService.ADDRESS).build(NotifyService.class);
        Throwable failure = assertThrows(
                RuntimeException.class,
                () -> Eventually.result(nobody.deliveries(new DeliveryQuery(CALLER, null, null, null, 10))));
        assertEquals(ServiceError.UNAVAILABLE, ServiceError.of(failure));
    }

    /** Knows one zone. */
    private static final class OneZone implements IngestService {
        @Override
        public Future<RegistryAnswer> registered(SubjectQuery query) {
            return query.subject().id().equals(ZONE.id())
                    ? Future.succeededFuture(new RegistryAnswer(query.subject(), ZONE))
                    : Future.failedFuture(ServiceError.NOT_FOUND.exception(query.subject() + " is not registered"));
        }

        @Override
        public Future<Catalogue> catalogue(CatalogueQuery query) {
            return Future.succeededFuture(new Catalogue(List.of()));
        }

        @Override
        public Future<DeadLetterPage> deadLetters(DeadLetterQuery query) {
            return Future.succeededFuture(new DeadLetterPage(List.of(), null));
        }

        @Override
        public Future<RegistryPage> registry(RegistryQuery query) {
            return Future.succeededFuture(new RegistryPage(List.of(ZONE), null));
        }
    }
}
