package io.sanse.notify;

import io.sanse.contract.Answers;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.Delivery;
import io.sanse.contract.service.DeliveryPage;
import io.sanse.contract.service.DeliveryQuery;
import io.sanse.contract.service.DeliveryResolution;
import io.sanse.contract.service.NotifyService;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.store.DeliveryViewStore;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.Set;

/** Answers questions about deliveries and takes people's findings. */
final class NotifyApi implements NotifyService {
    private static final Answers ANSWERS = new Answers("deliveries");
    private static final int MOST_PER_PAGE = 200;
    private static final int LONGEST_REASON = 500;
    private static final Set<Role> READERS =
            Set.of(Role.OPERATOR, Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER, Role.AUDITOR, Role.ADMIN);
    private static final Set<Role> RESOLVERS = Set.of(Role.OPERATOR, Role.ADMIN);

    private final Database database;
    private final InstantSource clock;
    private final DeliveryViewStore views = new DeliveryViewStore();

    NotifyApi(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Future<DeliveryPage> deliveries(DeliveryQuery query) {
        return ANSWERS.to(() -> {
            require(query.caller(), READERS);
            checkState(query.state());
            checkLimit(query.limit());
            long before = position(query.after());
            return database.transaction(tx -> views.page(tx, query, before));
        });
    }

    @Override
    public Future<Delivery> resolve(DeliveryResolution resolution) {
        return ANSWERS.to(() -> {
            require(resolution.caller(), RESOLVERS);
            checkReason(resolution.reason());
            return database.transaction(tx -> resolve(tx, resolution));
        });
    }

    private Future<Delivery> resolve(SqlConnection tx, DeliveryResolution resolution) {
        return views.lock(tx, resolution.caller(), resolution.id()).compose(found -> {
            if (found.isEmpty()) {
                return Future.failedFuture(ServiceError.NOT_FOUND.exception("no such delivery"));
            }
            if (!found.get().state().equals(DeliveryState.UNKNOWN.text())) {
                return Future.failedFuture(ServiceError.CONFLICT.exception(
                        "the delivery is " + found.get().state() + ", not unknown"));
            }
            return views.resolve(tx, resolution, clock.instant());
        });
    }

    private static void require(Caller caller, Set<Role> roles) {
        if (caller.roles().stream().noneMatch(roles::contains)) {
            throw ServiceError.FORBIDDEN.exception("none of the caller's roles may do this");
        }
    }

    private static void checkState(String state) {
        if (state != null) {
            try {
                DeliveryState.of(state);
            } catch (IllegalArgumentException unknown) {
                throw ServiceError.REJECTED.exception("there is no delivery state of this name");
            }
        }
    }

    private static void checkLimit(int limit) {
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw ServiceError.REJECTED.exception("limit must be 1 to " + MOST_PER_PAGE);
        }
    }

    private static void checkReason(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ServiceError.REJECTED.exception("a reason of 1 to " + LONGEST_REASON + " characters is needed");
        }
    }

    private static long position(String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw ServiceError.REJECTED.exception("the cursor is not one of this list");
        }
    }
}
