package io.sanse.gateway;

import io.sanse.contract.Caller;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.trace.TraceBack;
import io.sanse.contract.trace.TraceBackCandidate;
import io.sanse.contract.trace.TraceBackCause;
import io.sanse.contract.trace.TraceBackCoverage;
import io.sanse.contract.trace.TraceBackEvidence;
import io.sanse.contract.trace.TraceBackList;
import io.sanse.contract.trace.TraceBackOrder;
import io.sanse.contract.trace.TraceBackQuery;
import io.sanse.contract.trace.TraceBackQuestion;
import io.sanse.contract.trace.TraceBackRef;
import io.sanse.contract.trace.TraceBackResult;
import io.sanse.contract.trace.TraceBackService;
import io.sanse.contract.trace.TraceBackState;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Trace-backs that have always been made already: one truck of the caller's area, one of a foreign carrier. */
final class FakeTraceBacks implements TraceBackService {
    static final UUID MISSING = new UUID(0, 404);

    final AtomicReference<TraceBackOrder> lastOrder = new AtomicReference<>();
    final AtomicReference<TraceBackQuery> lastQuery = new AtomicReference<>();

    @Override
    public Future<TraceBack> start(TraceBackOrder order) {
        lastOrder.set(order);
        return order.question().from().isBefore(order.question().until())
                ? Future.succeededFuture(job(UUID.randomUUID(), order.caller(), order.question(), null))
                : Future.failedFuture(ServiceError.REJECTED.exception("from must be before until"));
    }

    @Override
    public Future<TraceBack> get(TraceBackRef ref) {
        return ref.id().equals(MISSING)
                ? Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such trace-back"))
                : Future.succeededFuture(job(ref.id(), ref.caller(), question(), result()));
    }

    @Override
    public Future<TraceBackList> list(TraceBackQuery query) {
        lastQuery.set(query);
        return Future.succeededFuture(
                new TraceBackList(List.of(job(UUID.randomUUID(), query.caller(), question(), null))));
    }

    @Override
    public Future<TraceBack> cancel(TraceBackRef ref) {
        return get(ref);
    }

    private static TraceBackQuestion question() {
        return new TraceBackQuestion(
                Samples.alert(UUID.randomUUID(), 1, null).location(),
                300d,
                null,
                Samples.NIGHT,
                Samples.NIGHT.plusSeconds(3_600),
                null,
                null);
    }

    private static TraceBack job(UUID id, Caller caller, TraceBackQuestion question, TraceBackResult result) {
        return new TraceBack(
                id,
                result == null ? TraceBackState.QUEUED : TraceBackState.DONE,
                result == null ? 0 : 1,
                caller.user(),
                Samples.NIGHT,
                result == null ? null : Samples.NIGHT,
                question,
                new TraceBackCause("vehicle-suspicious-stop", Samples.TRUCK, Samples.NIGHT),
                null,
                result);
    }

    private static TraceBackResult result() {
        TraceBackCoverage coverage = new TraceBackCoverage(
                Samples.NIGHT,
                3,
                1,
                1,
                0,
                List.of(new TraceBackCoverage.FeedAway("gps-east", Samples.NIGHT, Samples.NIGHT.plusSeconds(600))),
                List.of(Samples.NIGHT),
                1,
                List.of("cam-1"),
                List.of(Samples.TEXT));
        return new TraceBackResult(
                List.of(candidate(Samples.TRUCK), candidate(Subject.vehicle("浙AF0001"))),
                2,
                0,
                coverage,
                Map.of("plausibleSpeed", "100 km/h"));
    }

    private static TraceBackCandidate candidate(Subject vehicle) {
        return new TraceBackCandidate(
                vehicle,
                70,
                true,
                Samples.NIGHT,
                Samples.NIGHT.plusSeconds(600),
                600,
                1,
                "dump-truck",
                null,
                List.of(Subject.enterprise("ent-0012"), Subject.enterprise("ent-foreign")),
                List.of(),
                List.of(new TraceBackEvidence("inside", 65, Samples.TEXT, Samples.NIGHT, null)));
    }
}
