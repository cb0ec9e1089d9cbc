package io.sanse.model.trace.job;

import io.sanse.contract.Answers;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.trace.TraceBack;
import io.sanse.contract.trace.TraceBackList;
import io.sanse.contract.trace.TraceBackOrder;
import io.sanse.contract.trace.TraceBackQuery;
import io.sanse.contract.trace.TraceBackRef;
import io.sanse.contract.trace.TraceBackService;
import io.sanse.contract.trace.TraceBackState;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Answers {@link TraceBackService}. A job exists for who ordered it and for who sees the division of its place. */
final class TraceBackEndpoint implements TraceBackService {
    private static final Answers ANSWERS = new Answers("trace-backs");
    private static final List<Role> STAFF =
            List.of(Role.OPERATOR, Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER, Role.AUDITOR, Role.ADMIN);
    private static final int MAX_PAGE = 200;

    private final Database database;
    private final InstantSource clock;
    private final Questions questions;
    private final int mostWaiting;
    private final TraceBackStore store = new TraceBackStore();

    TraceBackEndpoint(Database database, InstantSource clock, Questions questions, int mostWaiting) {
        this.database = database;
        this.clock = clock;
        this.questions = questions;
        this.mostWaiting = mostWaiting;
    }

    @Override
    public Future<TraceBack> start(TraceBackOrder order) {
        return ANSWERS.to(() -> {
            require(order.caller());
            questions.check(order.question());
            TraceBack job = new TraceBack(
                    UUID.randomUUID(),
                    TraceBackState.QUEUED,
                    0,
                    order.caller().user(),
                    clock.instant(),
                    null,
                    order.question(),
                    order.cause(),
                    null,
                    null);
            return queue(new TraceBackStore.Stored(job, questions.division(order.question())));
        });
    }

    private Future<TraceBack> queue(TraceBackStore.Stored stored) {
        return database.transaction(connection -> store.waiting(connection).compose(waiting -> {
            if (waiting >= mostWaiting) {
                return Future.failedFuture(ServiceError.UNAVAILABLE.exception("Too many trace-backs wait already"));
            }
            return store.add(connection, stored).map(stored.job());
        }));
    }

    @Override
    public Future<TraceBack> get(TraceBackRef ref) {
        return ANSWERS.to(() -> visible(ref));
    }

    private Future<TraceBack> visible(TraceBackRef ref) {
        require(ref.caller());
        return database.transaction(connection -> store.get(connection, ref.id()))
                .map(stored -> {
                    if (stored == null || !sees(ref.caller(), stored)) {
                        throw ServiceError.NOT_FOUND.exception("There is no such trace-back");
                    }
                    return stored.job();
                });
    }

    @Override
    public Future<TraceBackList> list(TraceBackQuery query) {
        return ANSWERS.to(() -> {
            require(query.caller());
            if (query.limit() < 1 || query.limit() > MAX_PAGE) {
                throw ServiceError.REJECTED.exception("limit must be 1 to " + MAX_PAGE);
            }
            return database.transaction(connection -> store.list(connection, query))
                    .map(TraceBackList::new);
        });
    }

    @Override
    public Future<TraceBack> cancel(TraceBackRef ref) {
        return ANSWERS.to(() -> visible(ref).compose(job -> {
            Caller caller = ref.caller();
            boolean own = caller.user().equals(job.orderedBy());
            if (!own && !caller.has(Role.OPERATOR) && !caller.has(Role.ADMIN)) {
                throw ServiceError.FORBIDDEN.exception("Somebody else ordered this trace-back");
            }
            return database.transaction(connection -> store.cancel(connection, ref.id(), clock.instant()))
                    .compose(cancelled -> visible(ref));
        }));
    }

    private static boolean sees(Caller caller, TraceBackStore.Stored stored) {
        return caller.user().equals(stored.job().orderedBy()) || caller.sees(stored.division());
    }

    private static void require(Caller caller) {
        if (STAFF.stream().noneMatch(caller::has)) {
            throw ServiceError.FORBIDDEN.exception("Your role may not see this");
        }
    }
}
