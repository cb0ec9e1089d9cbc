package io.sanse.standalone.e2e;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.alert.Alert;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.embedded.FreePort;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.standalone.city.City;
import io.sanse.standalone.issuer.Issuer;
import io.sanse.standalone.issuer.IssuerKey;
import io.sanse.standalone.issuer.LocalUser;
import io.sanse.standalone.night.Night;
import io.sanse.standalone.night.Script;
import io.sanse.standalone.play.Endpoints;
import io.sanse.standalone.play.NightPlayer;
import io.sanse.standalone.play.PublicApi;
import io.sanse.standalone.processes.FiveProcesses;
import io.sanse.standalone.processes.ServiceName;
import io.sanse.standalone.smsc.SmscSettings;
import io.sanse.standalone.smsc.SmscSimulator;
import io.sanse.standalone.verdict.Drain;
import io.sanse.standalone.verdict.Question;
import io.sanse.standalone.verdict.Reports;
import io.sanse.standalone.verdict.Verdict;
import io.sanse.standalone.verdict.VerdictTable;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same services as five processes, clustered through Hazelcast, with Kafka and PostgreSQL outside of them: a night with fewer trucks is played through them,
 * and each service is killed once on the way. What the models said last, amended or taken back, is what the alerts hold. At last the gateway is killed between the row on an access and its answer.
 */
class FiveProcessesIT {
    private static final int EACH_SECOND_TRUCK = 2;
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(120);
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(60);
    private static final String SMSC_PASSWORD = "five";
    private static final List<String> JAVA_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx320m");

    private final Vertx vertx = Vertx.vertx();
    private final InstantSource clock = InstantSource.system();

    @TempDir
    private Path folder;

    private EmbeddedKafka kafka;
    private EmbeddedPostgres postgres;
    private Issuer issuer;
    private Endpoints endpoints;
    private SmscSimulator smsc;
    private FiveProcesses services;

    @BeforeEach
    void start() throws IOException {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
        endpoints = new Endpoints(FreePort.find(), FreePort.find(), FreePort.find());
        int issuerPort = FreePort.find();
        issuer = new Issuer(IssuerKey.loadOrMake(folder.resolve("issuer")), issuerPort, clock);
        result(issuer.start(vertx, issuerPort));
        smsc = new SmscSimulator(
                new SmscSettings(0, 0, folder.resolve("smsc.jsonl"), SMSC_PASSWORD, Duration.ofMillis(200)), clock);
        result(vertx.deployVerticle(smsc));
        services = new FiveProcesses(Path.of("..").toAbsolutePath().normalize(), folder, settings(), JAVA_OPTIONS);
        services.start();
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(kafka.settings());
        settings.putAll(postgres.settings());
        settings.putAll(issuer.settings());
        String intake = Integer.toString(FreePort.find());
        settings.put("gateway.http.port", Integer.toString(endpoints.http()));
        settings.put("gateway.ingest.port", intake);
        settings.put("ingest.http.port", intake);
        settings.put("jt808.port", Integer.toString(endpoints.jt808()));
        settings.put("hj212.port", Integer.toString(endpoints.hj212()));
        settings.put("smpp.port", Integer.toString(smsc.smppPort()));
        settings.put("smpp.password", SMSC_PASSWORD);
        settings.put("kafka.partitions", "4");
        return settings;
    }

    @AfterEach
    void stop() {
        services.close();
        kafka.close();
        postgres.close();
        result(vertx.close());
    }

    @Test
    void eachIsKilledOnceAndNoAlertIsLostOrDoubled() throws IOException, InterruptedException, SQLException {
        City city = new City();
        Script script = Script.of(city, Night.last(clock.instant()), 1, EACH_SECOND_TRUCK);
        NightPlayer player = NightPlayer.at(vertx, city, endpoints, issuer.token(LocalUser.INTEGRATOR));
        player.register(script.night());
        player.play(script, new Killer(script.events().size())::reached);
        for (ServiceName service : ServiceName.values()) {
            services.awaitReady(service);
        }
        assertPerfect(script);
        new KilledBeforeTheAnswer(services, issuer, endpoints.http(), postgres.port())
                .theRowStandsAndNothingElse(vertx);
    }

    private void assertPerfect(Script script) throws InterruptedException {
        Question question = new Question(new PublicApi(vertx, endpoints.http(), issuer.token(LocalUser.ADMIN)));
        boolean drained = new Drain("127.0.0.1:" + kafka.port())
                .await(DRAIN_LIMIT, () -> verdict(script, question).perfect());
        Verdict verdict = verdict(script, question);
        String table = "\n" + String.join("\n", VerdictTable.lines(verdict, script.truth()));
        assertTrue(verdict.perfect(), table);
        assertTrue(drained, "the road is empty");
        PublicApi page = new PublicApi(vertx, smsc.pagePort(), null);
        List<Alert> alerts = result(question.alertsSince(Instant.EPOCH));
        List<String> complaints = eventually(
                REPORT_LIMIT,
                () -> Reports.ofMessages(
                        alerts,
                        result(question.deliveries()),
                        result(page.get("/messages")).getJsonArray("messages")),
                List::isEmpty);
        assertEquals(List.of(), complaints);
        LastWords words = LastWords.read(new KafkaSettings("127.0.0.1:" + kafka.port(), 4, 1));
        assertTrue(words.corrected() > 0, "something was corrected on the way");
        assertEquals(List.of(), words.notHeldBy(result(question.alertsSince(Instant.EPOCH))));
    }

    private static Verdict verdict(Script script, Question question) {
        return Verdict.of(script.truth(), result(question.standingSince(Instant.EPOCH)));
    }

    /** Kills the services one after the other, spread over the night, and starts each again at once. */
    private final class Killer {
        private final int events;
        private int killed;

        Killer(int events) {
            this.events = events;
        }

        void reached(Instant time, int sent) {
            ServiceName[] names = ServiceName.values();
            if (killed < names.length && sent > (killed + 1L) * events / (names.length + 1)) {
                ServiceName name = names[killed++];
                services.kill(name);
                try {
                    services.start(name);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }
}
