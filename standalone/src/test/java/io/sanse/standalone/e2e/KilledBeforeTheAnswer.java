package io.sanse.standalone.e2e;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.contract.registry.Details;
import io.sanse.standalone.city.Registration;
import io.sanse.standalone.issuer.Issuer;
import io.sanse.standalone.issuer.LocalUser;
import io.sanse.standalone.play.PublicApi;
import io.sanse.standalone.play.UploadItems;
import io.sanse.standalone.processes.FiveProcesses;
import io.sanse.standalone.processes.ServiceName;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The gateway is killed between the row that says who gets a person's entry and the answer that gives it: the table is locked until the gateway is dead. The row stands,
 * once, and nobody was answered.
 */
final class KilledBeforeTheAnswer {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PERSON = "P-killed";
    private static final Instant REGISTERED = Instant.parse("2026-01-01T00:00:00Z");
    private static final String LOCK = "LOCK TABLE ingest.access_log IN SHARE MODE";
    private static final String WAITING =
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'ingest.access_log'::regclass";

    private final FiveProcesses services;
    private final Issuer issuer;
    private final int httpPort;
    private final String jdbcUrl;

    KilledBeforeTheAnswer(FiveProcesses services, Issuer issuer, int httpPort, int postgresPort) {
        this.services = services;
        this.issuer = issuer;
        this.httpPort = httpPort;
        this.jdbcUrl = "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres";
    }

    /** Completes the story with the gateway running again. */
    void theRowStandsAndNothingElse(Vertx vertx) throws IOException, SQLException {
        Registration person = new Registration(PERSON, new Details.Person(List.of(), Set.of(), Set.of(), false));
        result(api(vertx, LocalUser.INTEGRATOR).deliver(List.of(UploadItems.of(person, REGISTERED))));
        killedBetween();
        services.start(ServiceName.GATEWAY);
        services.awaitReady(ServiceName.GATEWAY);
        PublicApi auditor = api(vertx, LocalUser.AUDITOR);
        JsonArray rows = eventually(LIMIT, () -> rows(auditor), found -> !found.isEmpty());
        assertEquals(1, rows.size(), rows::encode);
        JsonObject row = rows.getJsonObject(0);
        assertEquals("given", row.getString("result"));
        assertEquals(LocalUser.OPERATOR.id(), row.getString("user"));
        assertEquals("C-7", row.getString("reference"));
    }

    private PublicApi api(Vertx vertx, LocalUser user) {
        return new PublicApi(vertx, httpPort, issuer.token(user));
    }

    private static JsonArray rows(PublicApi auditor) {
        return result(auditor.get("/api/v1/access-log?person=" + PERSON)).getJsonArray("items");
    }

    private void killedBetween() throws SQLException {
        try (Connection database = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute(LOCK);
            CompletableFuture<HttpResponse<String>> answer = ask();
            eventually(LIMIT, () -> waiting(statement), count -> count == 1);
            services.kill(ServiceName.GATEWAY);
            assertThrows(ExecutionException.class, () -> answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
            database.rollback();
        }
    }

    private CompletableFuture<HttpResponse<String>> ask() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + httpPort + "/api/v1/subjects/person/" + PERSON))
                .header("authorization", "Bearer " + issuer.token(LocalUser.OPERATOR))
                .header("access-purpose", "case-investigation")
                .header("access-reference", "C-7")
                .header("access-reason", "drove")
                .build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long waiting(Statement statement) {
        try (ResultSet row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError("PostgreSQL does not say who waits", failure);
        }
    }
}
