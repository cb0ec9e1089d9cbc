package io.sanse.notify.stage;

import io.sanse.notify.domain.Contact;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.store.ContactStore;
import io.sanse.notify.store.NoticeStore;
import io.sanse.runtime.kafka.BatchHandler;
import io.sanse.runtime.kafka.Message;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Keeps whom an SMS reaches. A contact that comes a little later than the alert still gets its message. */
public final class ContactStage implements BatchHandler<RegistryChange> {
    private final Duration grace;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final ContactStore contacts = new ContactStore();
    private final NoticeStore notices = new NoticeStore();

    /** @param grace for how long a message that lacked a contact waits for one */
    public ContactStage(Duration grace, DeliveryMeters meters, InstantSource clock) {
        this.grace = grace;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Future<Void> handle(SqlConnection tx, List<Message<RegistryChange>> messages) {
        return InTurn.each(messages, message -> keep(tx, message.value()));
    }

    private Future<Void> keep(SqlConnection tx, RegistryChange change) {
        return change.entry() == null
                ? contacts.forget(tx, change.key())
                : contacts.keep(tx, change.entry()).compose(kept -> InTurn.each(kept, contact -> revive(tx, contact)));
    }

    private Future<Void> revive(SqlConnection tx, Contact contact) {
        Instant now = clock.instant();
        return notices.reachable(tx, contact, now.minus(grace), now)
                .onSuccess(revived -> meters.entered(DeliveryState.CLAIMED, revived))
                .mapEmpty();
    }
}
