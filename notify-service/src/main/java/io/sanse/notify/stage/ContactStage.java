package io.sanse.notify.stage;

import io.sanse.contract.registry.RegistryEntry;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        Map<String, RegistryChange> last = new LinkedHashMap<>();
        messages.forEach(message -> last.put(message.value().key(), message.value()));
        List<RegistryEntry> entries = last.values().stream()
                .map(RegistryChange::entry)
                .filter(Objects::nonNull)
                .toList();
        List<String> gone = last.values().stream()
                .filter(change -> change.entry() == null)
                .map(RegistryChange::key)
                .toList();
        return notices.lockDecisions(tx)
                .compose(locked -> contacts.keep(tx, entries))
                .compose(kept -> contacts.forget(tx, gone))
                .compose(forgotten -> revive(tx, entries));
    }

    private Future<Void> revive(SqlConnection tx, List<RegistryEntry> entries) {
        Instant now = clock.instant();
        List<Contact> reached =
                entries.stream().flatMap(entry -> Contact.of(entry).stream()).toList();
        return notices.reachable(tx, reached, now.minus(grace), now)
                .onSuccess(revived -> meters.entered(DeliveryState.CLAIMED, revived))
                .mapEmpty();
    }
}
