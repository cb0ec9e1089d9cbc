package io.sanse.gateway.api;

import io.sanse.contract.service.CertificationCommand;
import io.sanse.contract.service.CertificationQuery;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionProposal;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionService;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Versions of models and their life. */
public final class VersionCalls {
    private static final int CREATED = 201;

    private record Text(String text, String cases) {}

    private record Step(VersionAction action, long expectedRevision, List<String> districts, String reason) {}

    private record Date(Instant until, long expectedRevision, String reason) {}

    private final VersionService versions;

    public VersionCalls(VersionService versions) {
        this.versions = versions;
    }

    /** {@code GET /api/v1/models/{model}/versions}. */
    public Future<Reply> list(Call call) {
        return versions.versions(new VersionQuery(call.caller(), model(call))).map(Reply::ok);
    }

    /** {@code POST /api/v1/models/{model}/versions}. */
    public Future<Reply> propose(Call call) {
        Text body = call.body(Text.class);
        return versions.propose(new VersionProposal(call.caller(), model(call), body.text(), body.cases()))
                .map(version -> new Reply(CREATED, version, null));
    }

    /** {@code POST /api/v1/models/{model}/versions/{version}/commands}. */
    public Future<Reply> command(Call call) {
        Step body = call.body(Step.class);
        return versions.command(new VersionCommand(
                        call.caller(),
                        call.parameters().uuid("Idempotency-Key"),
                        model(call),
                        call.parameters().integer("version"),
                        body.expectedRevision(),
                        body.action(),
                        body.districts(),
                        body.reason()))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/models/certifications}. */
    public Future<Reply> certifications(Call call) {
        return versions.certifications(new CertificationQuery(call.caller())).map(Reply::ok);
    }

    /** {@code POST /api/v1/models/{model}/versions/{version}/certifications}. */
    public Future<Reply> certify(Call call) {
        Date body = call.body(Date.class);
        return versions.certify(new CertificationCommand(
                        call.caller(),
                        call.parameters().uuid("Idempotency-Key"),
                        model(call),
                        call.parameters().integer("version"),
                        body.expectedRevision(),
                        body.until(),
                        body.reason()))
                .map(Reply::ok);
    }

    private static String model(Call call) {
        return call.parameters().text("model");
    }
}
