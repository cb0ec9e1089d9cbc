package io.sanse.notify;

import io.sanse.notify.policy.Language;
import io.sanse.notify.stage.DeliverStage;
import io.sanse.notify.stage.RecordStage;
import io.sanse.runtime.Settings;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Settings of this service beside those of its channel.
 *
 * @param policy path of the policy file, empty for the built-in one
 * @param language of the texts
 * @param zone that times in texts and quiet hours are in
 * @param contactGrace for how long a message that lacked a contact waits for one
 */
record NotifySettings(
        String policy,
        Language language,
        ZoneId zone,
        Duration contactGrace,
        DeliverStage.Rhythm rhythm,
        RecordStage.Patience patience) {

    static NotifySettings from(Settings settings) {
        return new NotifySettings(
                settings.text("notify.policy", "", "notification policy file, empty for the built-in one"),
                Language.of(settings.text("notify.language", "zh", "language of the texts: zh or en")),
                ZoneId.of(settings.text("notify.zone", "Asia/Shanghai", "time zone of texts and quiet hours")),
                settings.duration(
                        "notify.contact.grace", Duration.ofHours(1), "how long a message waits for a missing contact"),
                rhythm(settings),
                patience(settings));
    }

    private static DeliverStage.Rhythm rhythm(Settings settings) {
        return new DeliverStage.Rhythm(
                settings.duration("notify.poll", Duration.ofMillis(100), "longest wait of a claimed message"),
                settings.duration("notify.lease", Duration.ofSeconds(10), "after this silence a sender counts as dead"),
                settings.duration(
                        "notify.validity", Duration.ofHours(24), "age at which an unsent message is given up"),
                settings.duration(
                        "notify.receipt.query", Duration.ofMinutes(10), "wait for a receipt before asking for it"),
                settings.integer("notify.under-way", 10, "messages being submitted at one time"));
    }

    private static RecordStage.Patience patience(Settings settings) {
        return new RecordStage.Patience(
                settings.duration("notify.receipt.look", Duration.ofSeconds(1), "pause between looks at open receipts"),
                settings.duration(
                        "notify.receipt.grace", Duration.ofSeconds(30), "after this a receipt is matched by its phone"),
                settings.duration("notify.receipt.query-again", Duration.ofHours(1), "pause between two questions"),
                settings.duration("notify.receipt.limit", Duration.ofHours(48), "longest wait for a receipt"));
    }
}
