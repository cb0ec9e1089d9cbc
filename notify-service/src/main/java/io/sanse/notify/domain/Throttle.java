package io.sanse.notify.domain;

import io.sanse.contract.Level;
import io.sanse.notify.policy.Budget;
import io.sanse.notify.policy.NotificationPolicy;
import io.sanse.notify.policy.Template;
import java.time.Instant;
import java.time.ZoneId;

/** Whether a message goes out: once per alert and level, within the budgets, and outside the quiet hours. */
public final class Throttle {
    private final NotificationPolicy policy;
    private final ZoneId zone;

    public Throttle(NotificationPolicy policy, ZoneId zone) {
        this.policy = policy;
        this.zone = zone;
    }

    /** The first reason against it counts. */
    public Decision decide(Template template, Recipient recipient, Level level, History history, Instant now) {
        Budget budget = policy.budget(level);
        if (recipient.phone() == null) {
            return new Decision.Suppress(Suppression.NO_CONTACT);
        }
        if (template.announces() && history.announced()) {
            return new Decision.Suppress(Suppression.ALREADY_TOLD);
        }
        if (history.samePhone()) {
            return new Decision.Suppress(Suppression.SAME_PHONE);
        }
        if (history.toPhone() >= budget.perRecipient()) {
            return new Decision.Suppress(Suppression.RECIPIENT_BUDGET);
        }
        if (history.inAll() >= budget.inAll()) {
            return new Decision.Suppress(Suppression.CITY_BUDGET);
        }
        return new Decision.Send(policy.quiet().earliest(level, now, zone));
    }
}
