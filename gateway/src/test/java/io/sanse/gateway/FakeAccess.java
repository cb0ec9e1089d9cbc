package io.sanse.gateway;

import io.sanse.contract.Role;
import io.sanse.contract.access.Access;
import io.sanse.contract.access.AccessNote;
import io.sanse.contract.access.AccessPage;
import io.sanse.contract.access.AccessQuery;
import io.sanse.contract.access.AccessResult;
import io.sanse.contract.access.AccessService;
import io.sanse.contract.access.AccessTurn;
import io.sanse.contract.access.AccessTurnQuery;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The access log in memory, in a minute that does not end. */
final class FakeAccess implements AccessService {
    private static final int MOST = 20;

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    final List<AccessNote> notes = new CopyOnWriteArrayList<>();
    final AtomicReference<AccessQuery> lastQuery = new AtomicReference<>();

    /** An entry is on disk when it is open. */
    volatile Promise<Void> disk = opened();

    private static Promise<Void> opened() {
        Promise<Void> disk = Promise.promise();
        disk.complete();
        return disk;
    }

    AccessNote last() {
        return notes.get(notes.size() - 1);
    }

    @Override
    public Future<AccessTurn> turn(AccessTurnQuery query) {
        String user = query.caller().user();
        int before = taken.merge(user, 1, Integer::sum) - 1;
        return Future.succeededFuture(new AccessTurn(user, 0, before < MOST, before == MOST));
    }

    @Override
    public Future<Void> note(AccessNote note) {
        notes.add(note);
        if (note.result() == AccessResult.GIVEN || note.result() == AccessResult.FAILED) {
            taken.merge(note.caller().user(), -1, Integer::sum);
        }
        return disk.future();
    }

    @Override
    public Future<AccessPage> list(AccessQuery query) {
        lastQuery.set(query);
        return Future.succeededFuture(
                new AccessPage(notes.stream().map(FakeAccess::access).toList(), "41"));
    }

    private static Access access(AccessNote note) {
        return new Access(
                UUID.randomUUID().toString(),
                Samples.NIGHT,
                note.caller().user(),
                List.of(Role.OPERATOR),
                note.caller().department(),
                note.resource(),
                note.persons(),
                note.stated().purpose(),
                note.stated().reference(),
                note.stated().reason(),
                note.origin().address(),
                note.origin().forwardedFor(),
                note.result(),
                Samples.NIGHT.plus(Duration.ofDays(1096)));
    }
}
