package io.sanse.ingest.service;

import io.sanse.contract.Role;
import io.sanse.contract.access.AccessNote;
import io.sanse.contract.access.AccessPage;
import io.sanse.contract.access.AccessQuery;
import io.sanse.contract.access.AccessService;
import io.sanse.contract.access.AccessTurn;
import io.sanse.contract.access.AccessTurnQuery;
import io.sanse.ingest.access.AccessStore;
import io.vertx.core.Future;
import java.time.InstantSource;

/** Answers {@link AccessService}. */
public final class AccessEndpoint implements AccessService {
    private static final int MAX_ENTRIES = 200;

    private final AccessStore store;
    private final InstantSource clock;

    public AccessEndpoint(AccessStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Future<AccessTurn> turn(AccessTurnQuery query) {
        return Questions.answer(() -> store.turn(query, clock.instant()));
    }

    @Override
    public Future<Void> note(AccessNote note) {
        return Questions.answer(() -> store.insert(note, clock.instant()));
    }

    @Override
    public Future<AccessPage> list(AccessQuery query) {
        return Questions.answer(() -> {
            Questions.require(query.caller(), Role.AUDITOR);
            Questions.requireLimit(query.limit(), MAX_ENTRIES);
            return store.page(query);
        });
    }
}
