package io.sanse.notify.stage;

import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.notify.domain.Decision;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.domain.Notice;
import io.sanse.notify.domain.Recipient;
import io.sanse.notify.domain.Router;
import io.sanse.notify.domain.Target;
import io.sanse.notify.domain.Throttle;
import io.sanse.notify.policy.NotificationPolicy;
import io.sanse.notify.policy.TemplateText;
import io.sanse.notify.store.ContactStore;
import io.sanse.notify.store.NoticeStore;
import io.sanse.runtime.kafka.BatchHandler;
import io.sanse.runtime.kafka.Message;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToIntFunction;

/** Route and throttle: what each alert event calls for, claimed or suppressed in the transaction of its offset. */
public final class NoticeStage implements BatchHandler<AlertEvent> {
    /**
     * How texts are made.
     *
     * @param parts short messages that a text takes on the channel
     */
    public record Writing(TemplateText text, ToIntFunction<String> parts) {}

    private final NotificationPolicy policy;
    private final Router router;
    private final Throttle throttle;
    private final Writing writing;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final ContactStore contacts = new ContactStore();
    private final NoticeStore notices = new NoticeStore();

    public NoticeStage(
            NotificationPolicy policy, Throttle throttle, Writing writing, DeliveryMeters meters, InstantSource clock) {
        this.policy = policy;
        this.router = new Router(policy);
        this.throttle = throttle;
        this.writing = writing;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Future<Void> handle(SqlConnection tx, List<Message<AlertEvent>> messages) {
        return InTurn.each(messages, message -> notify(tx, message.value()));
    }

    private Future<Void> notify(SqlConnection tx, AlertEvent event) {
        List<Target> targets = router.targets(event);
        if (targets.isEmpty()) {
            return Future.succeededFuture();
        }
        return notices.lockDecisions(tx)
                .compose(locked -> withdraw(tx, event))
                .compose(withdrawn -> InTurn.each(targets, target -> notify(tx, event, target)));
    }

    private Future<Void> withdraw(SqlConnection tx, AlertEvent event) {
        return event.type() == AlertEventType.RETRACTED
                ? notices.supersede(tx, event.alertId(), clock.instant())
                        .onSuccess(withdrawn -> meters.entered(DeliveryState.SUPPRESSED, withdrawn))
                        .mapEmpty()
                : Future.succeededFuture();
    }

    private Future<Void> notify(SqlConnection tx, AlertEvent event, Target target) {
        String text = writing.text().render(target.template(), event);
        int parts = writing.parts().applyAsInt(text);
        return contacts.recipients(tx, target)
                .compose(recipients ->
                        InTurn.each(recipients, recipient -> claim(tx, notice(event, target, recipient, text, parts))));
    }

    private static Notice notice(AlertEvent event, Target target, Recipient recipient, String text, int parts) {
        return new Notice(event, target.template(), recipient, text, parts);
    }

    private Future<Void> claim(SqlConnection tx, Notice notice) {
        Instant now = clock.instant();
        return decide(tx, notice, now)
                .compose(decision -> notices.claim(tx, notice, decision, now))
                .onSuccess(state -> state.ifPresent(meters::entered))
                .mapEmpty();
    }

    private Future<Decision> decide(SqlConnection tx, Notice notice, Instant now) {
        return notices.history(tx, notice, policy.budget(notice.event().alert().level()), now)
                .map(history -> throttle.decide(
                        notice.template(),
                        notice.recipient(),
                        notice.event().alert().level(),
                        history,
                        now));
    }
}
