package io.sanse.gateway.api;

import io.sanse.contract.Caller;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.trace.TraceBack;
import io.sanse.contract.trace.TraceBackCandidate;
import io.sanse.contract.trace.TraceBackCause;
import io.sanse.contract.trace.TraceBackOrder;
import io.sanse.contract.trace.TraceBackQuery;
import io.sanse.contract.trace.TraceBackRef;
import io.sanse.contract.trace.TraceBackResult;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Parameters;
import io.sanse.gateway.http.Reply;
import io.sanse.gateway.problem.Problem;
import io.sanse.gateway.problem.ProblemType;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trace-backs: order, watch, cancel. What an answer names is shown by the rights that questions about each subject have. */
public final class TraceBackCalls {
    private static final String PATH = "/api/v1/trace-backs/";

    private final Services services;
    private final SubjectRights rights;

    public TraceBackCalls(Services services) {
        this.services = services;
        this.rights = new SubjectRights(services);
    }

    /** {@code POST /api/v1/trace-backs}. */
    public Future<Reply> start(Call call) {
        TraceBackBody body = call.body(TraceBackBody.class);
        return services.traceBacks()
                .start(new TraceBackOrder(
                        call.caller(), call.parameters().uuid("Idempotency-Key"), body.question(), body.cause()))
                .map(job -> Reply.accepted(job, PATH + job.id()));
    }

    /** {@code GET /api/v1/trace-backs}. */
    public Future<Reply> list(Call call) {
        Parameters parameters = call.parameters();
        int limit = Math.min(AlertCalls.MAX_PAGE, parameters.integer("limit"));
        return services.traceBacks()
                .list(new TraceBackQuery(call.caller(), cause(parameters), limit))
                .map(Reply::ok);
    }

    private static TraceBackCause cause(Parameters parameters) {
        String model = parameters.text("model");
        Subject subject = parameters.value("subject", Subject::parse);
        Instant episodeStart = parameters.instant("episodeStart").orElse(null);
        long given =
                Stream.of(model, subject, episodeStart).filter(Objects::nonNull).count();
        if (given == 0) {
            return null;
        }
        if (given < 3) {
            throw new Problem(ProblemType.BAD_REQUEST, "model, subject and episodeStart are given together");
        }
        return new TraceBackCause(model, subject, episodeStart);
    }

    /** {@code GET /api/v1/trace-backs/{id}}. */
    public Future<Reply> get(Call call) {
        return services.traceBacks()
                .get(ref(call))
                .compose(job -> disclosed(call.caller(), job))
                .map(Reply::ok);
    }

    /** {@code DELETE /api/v1/trace-backs/{id}}. */
    public Future<Reply> cancel(Call call) {
        return services.traceBacks()
                .cancel(ref(call))
                .compose(job -> disclosed(call.caller(), job))
                .map(Reply::ok);
    }

    private static TraceBackRef ref(Call call) {
        return new TraceBackRef(call.caller(), call.parameters().uuid("id"));
    }

    private Future<TraceBack> disclosed(Caller caller, TraceBack job) {
        if (job.result() == null) {
            return Future.succeededFuture(job);
        }
        List<Subject> named = job.result().candidates().stream()
                .flatMap(TraceBackCalls::named)
                .distinct()
                .toList();
        List<Future<Boolean>> seen =
                named.stream().map(subject -> exists(caller, subject)).toList();
        return Future.all(seen).map(all -> {
            Set<Subject> hidden = named.stream()
                    .filter(subject -> !all.<Boolean>resultAt(named.indexOf(subject)))
                    .collect(Collectors.toSet());
            return job.with(without(job.result(), hidden));
        });
    }

    private static Stream<Subject> named(TraceBackCandidate candidate) {
        return Stream.concat(
                Stream.of(candidate.vehicle()),
                Stream.concat(Stream.ofNullable(candidate.carrier()), candidate.firms().stream()));
    }

    private Future<Boolean> exists(Caller caller, Subject subject) {
        return rights.require(caller, subject)
                .map(true)
                .recover(failure -> ServiceError.of(failure) == ServiceError.NOT_FOUND
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failure));
    }

    private static TraceBackResult without(TraceBackResult result, Set<Subject> hidden) {
        List<TraceBackCandidate> shown = result.candidates().stream()
                .filter(candidate -> !hidden.contains(candidate.vehicle()))
                .map(candidate -> candidate.with(
                        candidate.firms().stream()
                                .filter(firm -> !hidden.contains(firm))
                                .toList(),
                        hidden.contains(candidate.carrier()) ? null : candidate.carrier()))
                .toList();
        return new TraceBackResult(
                shown,
                result.possible(),
                result.candidates().size() - shown.size(),
                result.coverage(),
                result.parameters());
    }
}
