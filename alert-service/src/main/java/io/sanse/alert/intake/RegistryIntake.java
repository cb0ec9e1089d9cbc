package io.sanse.alert.intake;

import io.sanse.alert.store.RegistryStore;
import io.sanse.runtime.kafka.BatchHandler;
import io.sanse.runtime.kafka.Message;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/** The registry, as far as routing needs it. */
public final class RegistryIntake implements BatchHandler<RegistryChange> {
    private final RegistryStore registry;
    private final Runnable changed;

    /** @param changed called after departments or districts have changed */
    public RegistryIntake(RegistryStore registry, Runnable changed) {
        this.registry = registry;
        this.changed = changed;
    }

    @Override
    public Future<Void> handle(SqlConnection transaction, List<Message<RegistryChange>> messages) {
        Future<Boolean> chain = Future.succeededFuture(false);
        for (Message<RegistryChange> message : messages) {
            RegistryChange change = message.value();
            chain = chain.compose(any ->
                    registry.change(transaction, change.key(), change.entry()).map(moved -> any || moved));
        }
        return chain.onSuccess(any -> {
                    if (any) {
                        transaction.transaction().completion().onSuccess(done -> changed.run());
                    }
                })
                .mapEmpty();
    }
}
