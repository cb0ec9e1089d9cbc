package io.sanse.notify.stage;

import io.sanse.contract.model.CertificationNotice;
import io.sanse.notify.domain.Decision;
import io.sanse.notify.domain.ModelMessage;
import io.sanse.notify.domain.Recipient;
import io.sanse.notify.domain.Suppression;
import io.sanse.notify.policy.ModelNotices;
import io.sanse.notify.policy.NoticeText;
import io.sanse.notify.policy.NotificationPolicy;
import io.sanse.notify.store.ContactStore;
import io.sanse.notify.store.NoticeStore;
import io.sanse.runtime.kafka.BatchHandler;
import io.sanse.runtime.kafka.Message;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToIntFunction;

/** Tells the departments that answer for models what their notices say: claimed in the transaction of its offset, once per notice. Few and never urgent: no
 * budget stops them, and quiet hours are kept. */
public final class ModelNoticeStage implements BatchHandler<CertificationNotice> {
    private static final String TEMPLATE = "certification-";

    /**
     * How texts are made.
     *
     * @param parts short messages that a text takes on the channel
     */
    public record Writing(NoticeText text, ToIntFunction<String> parts, ZoneId zone) {}

    private final NotificationPolicy policy;
    private final Writing writing;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final ContactStore contacts = new ContactStore();
    private final NoticeStore notices = new NoticeStore();

    public ModelNoticeStage(NotificationPolicy policy, Writing writing, DeliveryMeters meters, InstantSource clock) {
        this.policy = policy;
        this.writing = writing;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Future<Void> handle(SqlConnection tx, List<Message<CertificationNotice>> messages) {
        return policy.models() == null
                ? Future.succeededFuture()
                : notices.lockDecisions(tx)
                        .compose(
                                locked -> InTurn.each(messages, message -> tell(tx, message.value(), policy.models())));
    }

    private Future<Void> tell(SqlConnection tx, CertificationNotice notice, ModelNotices to) {
        String text = writing.text().render(notice);
        return InTurn.each(to.to(), department -> contacts.department(tx, department)
                .compose(recipients -> InTurn.each(
                        recipients,
                        recipient -> claim(
                                tx,
                                new ModelMessage(
                                        notice.id(),
                                        TEMPLATE + notice.standing().text(),
                                        department,
                                        to.level(),
                                        recipient,
                                        text,
                                        writing.parts().applyAsInt(text))))));
    }

    private Future<Void> claim(SqlConnection tx, ModelMessage message) {
        Instant now = clock.instant();
        return notices.claim(tx, message, decide(message.recipient(), message, now), now)
                .onSuccess(state -> state.ifPresent(meters::entered))
                .mapEmpty();
    }

    private Decision decide(Recipient recipient, ModelMessage message, Instant now) {
        return recipient.phone() == null
                ? new Decision.Suppress(Suppression.NO_CONTACT)
                : new Decision.Send(policy.quiet().earliest(message.level(), now, writing.zone()));
    }
}
